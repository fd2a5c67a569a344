/// One of several dates (`[1667,1668,1670..1672]`), or all of them (`{1667,1668,1670..1672}`).
struct DateSet: Hashable, Sendable {
  enum Member: Hashable, Sendable {
    case date(SingleDate)
    /// Every date of the same precision between the two, inclusive.
    case range(SingleDate, SingleDate)
    /// That date or an earlier one; allowed only as the first member.
    case onOrBefore(SingleDate)
    /// That date or a later one; allowed only as the last member.
    case onOrAfter(SingleDate)
  }

  /// Whether all of the dates are meant, rather than one of them.
  let isAll: Bool
  let members: [Member]

  init(_ scanner: inout EDTFScanner) throws(EDTFError) {
    scanner.needs(level: 2)
    isAll = scanner.take("{")
    if !isAll { _ = scanner.take("[") }
    let close: Unicode.Scalar = isAll ? "}" : "]"
    if scanner.take(close) { throw scanner.error("a set names at least one date", at: scanner.position - 1) }
    var members: [Member] = []
    var isLast = false
    repeat {
      let place = scanner.position
      if isLast { throw scanner.error("only the last date of a set may be followed by an open ‘..’", at: place) }
      if scanner.takeDots() {
        guard members.isEmpty else {
          throw scanner.error("only the first date of a set may follow an open ‘..’", at: place)
        }
        members.append(.onOrBefore(try DateSet.date(&scanner)))
      } else {
        let date = try DateSet.date(&scanner)
        if !scanner.takeDots() {
          members.append(.date(date))
        } else if scanner.next == UInt8(ascii: ",") || scanner.next == close.utf8.first {
          isLast = true
          members.append(.onOrAfter(date))
        } else {
          members.append(try DateSet.range(from: date, &scanner))
        }
      }
    } while scanner.take(",")
    guard scanner.take(close) else { throw scanner.error("expected a comma or ‘\(close)’, found \(scanner.found)") }
    self.members = members
  }

  private static func date(_ scanner: inout EDTFScanner) throws(EDTFError) -> SingleDate {
    if scanner.next == UInt8(ascii: " ") { throw scanner.error("there is no space inside a set") }
    let date = try SingleDate(&scanner)
    if scanner.next == UInt8(ascii: "T") { throw scanner.error("a set holds dates, not times") }
    if scanner.next == UInt8(ascii: "/") {
      throw scanner.error("a set holds dates, not intervals; a range has two dots")
    }
    return date
  }

  private static func range(from first: SingleDate, _ scanner: inout EDTFScanner) throws(EDTFError) -> Member {
    let place = scanner.position
    let last = try date(&scanner)
    guard first.components == last.components else {
      throw scanner.error("both ends of a range are years, or months, or days", at: place)
    }
    if let start = first.bounds.earliest.day, let end = last.bounds.latest.day, end < start {
      throw scanner.error("the range runs backwards: it ends before it begins", at: place)
    }
    return .range(first, last)
  }

  var bounds: Bounds {
    var bounds = members[0].bounds
    for member in members.dropFirst() {
      let next = member.bounds
      if let day = next.earliest.day, let first = bounds.earliest.day, day < first { bounds.earliest = next.earliest }
      if next.latest == .open {
        bounds.latest = .open
      } else if let day = next.latest.day, let last = bounds.latest.day, day > last {
        bounds.latest = next.latest
      }
    }
    return bounds
  }

  /// The precision of the coarsest member.
  var precision: Precision { members.lazy.map(\.first.precision).min() ?? .years }

  var qualifier: Qualifier {
    members.reduce(into: Qualifier()) { $0.formUnion($1.first.qualifier.union($1.last.qualifier)) }
  }

  var description: String {
    (isAll ? "{" : "[") + members.map(\.description).joined(separator: ",") + (isAll ? "}" : "]")
  }
}

extension DateSet.Member {
  var first: SingleDate {
    switch self {
    case .date(let date), .range(let date, _), .onOrBefore(let date), .onOrAfter(let date): date
    }
  }

  var last: SingleDate {
    if case .range(_, let last) = self { last } else { first }
  }

  var bounds: Bounds {
    switch self {
    case .date(let date): date.bounds
    case .range(let first, let last): Bounds(earliest: first.bounds.earliest, latest: last.bounds.latest)
    case .onOrBefore(let date): Bounds(earliest: .open, latest: date.bounds.latest)
    case .onOrAfter(let date): Bounds(earliest: date.bounds.earliest, latest: .open)
    }
  }

  var description: String {
    switch self {
    case .date(let date): date.description
    case .range(let first, let last): first.description + ".." + last.description
    case .onOrBefore(let date): ".." + date.description
    case .onOrAfter(let date): date.description + ".."
    }
  }
}
