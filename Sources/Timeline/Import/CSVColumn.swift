internal import EDTF

/// The meaning of a spreadsheet column, recognised by its heading.
enum CSVColumn: Hashable {
  case reference, startDate, startTime, endDate, endTime, year, month, day, endYear, endMonth, endDay
  case title, text, source, agency, person, kind, comment, edtf
  /// Columns of Timesketch.
  case moment, timestamp, description, tag, basis
  /// A column that no field corresponds to: it goes into the summary under its heading.
  case other(String)

  /// The headings that people and programs use, the plainest first. If two columns have the same meaning, the plainer
  /// heading is used and the other column goes into the summary.
  private static let headings: [(CSVColumn, [String])] = [
    (
      .reference,
      [
        "event ref", "event reference", "event id", "ref", "reference", "ref no", "reference number", "event no",
        "event number", "entry no", "entry number", "id", "uid", "unique id", "no", "number", "item no", "item",
        "sequence", "sequence number", "seq",
      ]
    ),
    (
      .startDate,
      [
        "start date", "date", "event date", "date of event", "date of incident", "incident date", "date of contact",
        "date from", "from date", "date started", "start", "from", "begin", "date time", "date and time", "datetime",
        "when", "day and date", "event date time",
      ]
    ),
    (.startTime, ["start time", "time", "event time", "time of event", "time from", "from time"]),
    (.endDate, ["end date", "date to", "to date", "date ended", "finish date", "end", "to", "until", "finish"]),
    (.endTime, ["end time", "time to", "to time", "finish time"]),
    (.year, ["year", "start year"]),
    (.month, ["month", "start month"]),
    (.day, ["day", "start day"]),
    (.endYear, ["end year"]),
    (.endMonth, ["end month"]),
    (.endDay, ["end day"]),
    (.title, ["title", "headline", "event title", "event name", "heading"]),
    (
      .text,
      [
        "significant event", "significant events", "event", "events", "description", "event description",
        "description of event", "details", "detail", "event details", "details of event", "what happened", "text",
        "narrative", "incident", "details of incident", "key event", "key events", "contact event",
        "significant event information", "nature of contact", "summary", "event summary", "information", "entry",
        "content", "notes", "message",
      ]
    ),
    (
      .source,
      [
        "source of information", "source", "sources", "information source", "source of info", "source document",
        "evidence source", "record", "source reference", "source ref",
      ]
    ),
    (
      .agency,
      [
        "agency", "agencies", "agency name", "organisation", "organization", "organisations", "organisation name",
        "agency involved", "agencies involved", "agency professional", "service", "department", "authority", "group",
      ]
    ),
    (.person, ["person", "people", "persons", "persons involved", "people involved", "individual", "subject"]),
    (.kind, ["kind", "type of event", "event type", "type", "category", "type of contact", "contact type"]),
    (.comment, ["comment", "comments"]),
    (.edtf, ["edtf"]),
  ]

  private static let timesketch: [(CSVColumn, [String])] = [
    (.text, ["message"]), (.moment, ["datetime"]), (.timestamp, ["timestamp"]),
    (.description, ["timestamp desc"]), (.tag, ["tag"]), (.reference, ["event id"]), (.edtf, ["edtf"]),
    (.basis, ["date basis"]), (.agency, ["agency"]), (.person, ["person"]), (.source, ["source"]),
  ]

  private static func table(_ headings: [(CSVColumn, [String])]) -> [String: (CSVColumn, Int)] {
    Dictionary(
      uniqueKeysWithValues: headings.flatMap { column, names in
        names.enumerated().map { ($0.element, (column, $0.offset)) }
      })
  }

  private static let known = table(headings)
  private static let knownToTimesketch = table(timesketch)

  /// The column of a known heading.
  init?(heading: String) {
    guard let (column, _) = Self.known[Self.plain(heading)] else { return nil }
    self = column
  }

  /// The known heading that was probably meant by another.
  static func nearest(to heading: String) -> String? {
    EditDistance.nearest(to: plain(heading), among: headings.flatMap(\.1)) { [$0] }
  }

  /// The meaning of each column of a table.
  /// - Parameter names: headings that the reader has named, which come before all others of their meaning.
  static func columns(
    of headings: [String], named names: CSVColumnNames = CSVColumnNames(), isTimesketch: Bool = false
  ) -> [CSVColumn] {
    let table = isTimesketch ? Self.knownToTimesketch : Self.known
    func known(_ heading: String) -> (CSVColumn, Int)? {
      let plain = plain(heading)
      return names.column(of: plain).map { ($0, -1) } ?? table[plain]
    }
    var best: [CSVColumn: (rank: Int, index: Int)] = [:]
    for (index, heading) in headings.enumerated() {
      guard let (column, rank) = known(heading) else { continue }
      if best[column].map({ rank < $0.rank }) ?? true { best[column] = (rank, index) }
    }
    return headings.enumerated().map { index, heading in
      if let column = known(heading)?.0, best[column]?.index == index { return column }
      return .other(heading.isEmpty ? "Column \(index + 1)" : heading)
    }
  }

  /// A heading in lower case, with single spaces between words and without anything in brackets.
  static func plain(_ heading: String) -> String {
    let text = heading.prefix { $0 != "(" && $0 != "[" }
    return text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}
