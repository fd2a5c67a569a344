/// From one date to another, either of which may be open (`..`) or unknown (empty).
struct DateInterval: Hashable, Sendable {
  enum End: Hashable, Sendable {
    case date(SingleDate)
    case open
    case unknown
  }

  let start: End
  let end: End

  init(_ cursor: inout Cursor) throws(EDTFError) {
    start = try DateInterval.end(&cursor)
    guard cursor.take("/") else { throw cursor.error("expected the slash of an interval, found \(cursor.found)") }
    let place = cursor.position
    end = try DateInterval.end(&cursor)
    if let first = start.bounds.earliest.day, let last = end.bounds.latest.day, last < first {
      throw cursor.error("the interval runs backwards: it ends before it begins", at: place)
    }
  }

  private static func end(_ cursor: inout Cursor) throws(EDTFError) -> End {
    if cursor.takeDots() {
      cursor.needs(level: 1)
      return .open
    }
    if cursor.isAtEnd || cursor.next == UInt8(ascii: "/") {
      cursor.needs(level: 1)
      return .unknown
    }
    let date = try SingleDate(&cursor)
    // Unspecified digits inside an interval are a feature of level 2, wherever they stand.
    if date.hasUnspecified { cursor.needs(level: 2) }
    if cursor.next == UInt8(ascii: "T") { throw cursor.error("an interval holds dates, not times") }
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
