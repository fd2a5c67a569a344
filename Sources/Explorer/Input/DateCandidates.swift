internal import EDTF
internal import Timeline

/// Years and months with events, in the form in which they can be typed.
struct DateCandidates {
  private let chronology: Chronology
  private let events: EventSet

  /// The number of years beyond which a list of them does not help.
  private static let mostYears = 400

  init(_ state: State) {
    chronology = state.chronology
    events = state.filter.matches.events
  }

  /// Years that begin with the digits typed, and months whose name begins with the letters.
  func all(_ word: String) -> [Candidate] {
    guard !word.isEmpty, let days = chronology.datedDays else { return [] }
    let years = days.lowerBound.year...days.upperBound.year
    guard years.count <= Self.mostYears else { return [] }
    if word.allSatisfy(\.isNumber) {
      return years.filter { String($0).hasPrefix(word) }.compactMap { year in
        candidate(String(year), Day(year: year, month: 1, day: 1), Day(year: year + 1, month: 1, day: 1))
      }
    }
    let months = (1...12).filter { Self.names[$0 - 1].hasPrefix(word.lowercased()) }
    return years.flatMap { year in
      months.compactMap { month in
        candidate(
          "\(Self.names[month - 1]) \(year)", Day(year: year, month: month, day: 1),
          month < 12 ? Day(year: year, month: month + 1, day: 1) : Day(year: year + 1, month: 1, day: 1))
      }
    }
  }

  /// Nil if no event shown is known to fall then: an event dated by year alone does not fall in its January.
  private func candidate(_ text: String, _ first: Day?, _ end: Day?) -> Candidate? {
    guard let first, let end else { return nil }
    func rank(_ day: Day) -> Int { events.rank(chronology.firstPosition(onOrAfter: Int32(clamping: day.number))) }
    let (start, stop) = (rank(first), rank(end))
    let looked = start..<min(stop, start + Self.mostCounted)
    let count = looked.count { Int(chronology.span(at: events.select($0)).latest) < end.number }
    guard count > 0 else { return nil }
    return Candidate(text, looked.count < stop - start ? "" : Speech.count(count, "event"))
  }

  /// Beyond this many events no count is given.
  private static let mostCounted = 500

  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
}
