/// An interval between two dates, either of which may be open (`..`) or unknown (empty).
struct DateInterval: Hashable, Sendable {
  enum End: Hashable, Sendable {
    case date(SingleDate)
    case open
    case unknown
  }

  let start: End
  let end: End

  init(_ scanner: inout EDTFScanner) throws(EDTFError) {
    start = try DateInterval.end(&scanner)
    guard scanner.take("/") else { throw scanner.error("expected the slash of an interval, found \(scanner.found)") }
    let place = scanner.position
    end = try DateInterval.end(&scanner)
    if let first = start.bounds.earliest.day, let last = end.bounds.latest.day, last < first {
      throw scanner.error("the interval runs backwards: it ends before it begins", at: place)
    }
  }

  private static func end(_ scanner: inout EDTFScanner) throws(EDTFError) -> End {
    if scanner.takeDots() {
      scanner.needs(level: 1)
      return .open
    }
    if scanner.isAtEnd || scanner.next == UInt8(ascii: "/") {
      scanner.needs(level: 1)
      return .unknown
    }
    let date = try SingleDate(&scanner)
    // Unspecified digits anywhere in an interval are a level 2 feature.
    if date.hasUnspecified { scanner.needs(level: 2) }
    if scanner.next == UInt8(ascii: "T") { throw scanner.error("an interval holds dates, not times") }
    return .date(date)
  }

  var bounds: Bounds { Bounds(earliest: start.bounds.earliest, latest: end.bounds.latest) }

  var description: String { start.description + "/" + end.description }
}

extension DateInterval.End {
  var bounds: Bounds {
    switch self {
    case .date(let date): date.bounds
    case .open: Bounds(earliest: .open, latest: .open)
    case .unknown: Bounds(earliest: .unknown, latest: .unknown)
    }
  }

  var date: SingleDate? {
    if case .date(let date) = self { date } else { nil }
  }

  var description: String {
    switch self {
    case .date(let date): date.description
    case .open: ".."
    case .unknown: ""
    }
  }
}
