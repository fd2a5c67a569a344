internal import EDTF
package import Timeline

/// How many columns the dates, titles and agencies of a chronology take, so that the screen can be divided to suit. In
/// a long chronology an evenly spaced sample is measured; what is wider than that, or than any list should be, is
/// clipped.
package struct ListMeasure: Equatable, Sendable {
  package let date: Int
  package let title: Int
  /// The width of the short name of an event's first agency, and how many more there are: "Haringey +2".
  package let agency: Int
  /// The width of the short names of an event's agencies, separated by commas.
  package let agencies: Int

  package init(date: Int, title: Int, agency: Int, agencies: Int) {
    self.date = date
    self.title = title
    self.agency = agency
    self.agencies = agencies
  }

  package init(_ chronology: Chronology) {
    var widest = (date: 0, title: 0, agency: 0, agencies: 0)
    let short = Dictionary(
      chronology.agencies.map { ($0.id, Self.width($0.short ?? $0.name)) }, uniquingKeysWith: { first, _ in first })
    for position in stride(from: 0, to: chronology.count, by: max(1, chronology.count / Self.sample)) {
      let event = chronology.heading(at: position)
      widest.date = max(widest.date, Self.width(event.date.short(within: 18)))
      widest.title = max(widest.title, Self.width(event.title))
      let names = event.agencies.prefix(8).map { short[$0] ?? Self.width($0) }
      widest.agency = max(widest.agency, (names.first ?? 0) + (names.count > 1 ? 3 : 0))
      widest.agencies = max(widest.agencies, names.reduce(0, +) + 2 * max(0, names.count - 1))
    }
    self.init(
      date: min(18, widest.date), title: min(80, widest.title), agency: min(16, widest.agency),
      agencies: min(40, widest.agencies))
  }

  private static let sample = 256

  /// Measures no more of a text than any screen holds.
  private static func width(_ text: String) -> Int {
    CellWidth.of(text.utf8.count <= 512 ? Printable.line(text) : Printable.line(text.prefix(512)))
  }
}

/// The starting columns of the list, counted from its left edge. They depend only on its width and on the chronology,
/// so that nothing shifts when it scrolls.
struct ListColumns: Equatable {
  let date: Int
  let title: Int
  let titleEnd: Int
  /// The width of the agencies' column; 0 for none.
  let agency: Int
  /// Whether titles are aligned in a column; on the narrowest screens they follow their dates.
  let isAligned: Bool

  init(width: Int, measure: ListMeasure) {
    isAligned = width >= 34
    let isNarrow = width < 60
    date = min(max(4, measure.date), isNarrow ? 12 : width)
    title = isAligned ? date + (isNarrow ? 1 : 2) : min(14, width)
    guard !isNarrow else {
      (agency, titleEnd) = (0, width)
      return
    }
    // Titles get what they need, apart from the minimum that tells agencies apart; the rest goes to the agencies.
    let room = width - title - 2
    let isAmple = room - measure.title - 3 >= measure.agency
    let least = isAmple ? measure.agency : min(Self.leastAgency, measure.agency)
    let titleRoom = min(measure.title + Self.wordRoom, room - least)
    titleEnd = title + (measure.agencies == 0 ? room + 2 : titleRoom)
    agency = measure.agencies == 0 ? 0 : min(room - titleRoom, measure.agencies)
  }

  /// The minimum width at which no title is cut and every agency can be told apart.
  static func needed(_ measure: ListMeasure) -> Int {
    measure.date + 2 + measure.title + 3 + 2 + measure.agency
  }

  /// The width at which nothing is cut.
  static func ideal(_ measure: ListMeasure) -> Int {
    measure.date + 2 + measure.title + wordRoom + 2 + measure.agencies
  }

  /// Enough to tell agencies apart when space is scarce.
  private static let leastAgency = 12
  /// "disputed" and the space before it.
  private static let wordRoom = 10
}
