/// A date, an interval or a set of dates in the Extended Date/Time Format of the Library of Congress (4 February
/// 2019), levels 0, 1 and 2.
///
/// Equal dates have the same meaning and the same `description`, however they were written (`?2004` is `2004?`).
/// Qualifiers do not widen the bounds; unspecified digits and significant digits do.
public struct EDTFDate: Sendable {
  enum Form: Hashable, Sendable {
    case single(SingleDate)
    case time(DateTime)
    case interval(DateInterval)
    case set(DateSet)
  }

  let form: Form
  /// The lowest level, 0 to 2, to which the string that was read conforms. Not part of the date's meaning.
  public let level: Int

  /// Parses a whole string strictly: no surrounding spaces, and capitals where the specification has them.
  /// - Throws: ``EDTFError`` with the reason and the offset if it is not EDTF of level 0, 1 or 2.
  public init(_ text: some StringProtocol) throws(EDTFError) {
    var text = String(text)
    let result = text.withUTF8 { bytes in Result { () throws(EDTFError) in try EDTFDate(utf8: bytes) } }
    self = try result.get()
  }

  /// Parses the bytes of a whole string as ``init(_:)`` does; allocates nothing but the members of a set.
  /// - Throws: ``EDTFError``.
  public init(utf8 bytes: UnsafeBufferPointer<UInt8>) throws(EDTFError) {
    var scanner = EDTFScanner(bytes)
    form = try EDTFDate.form(&scanner)
    guard scanner.isAtEnd else { throw scanner.error("the date should end here, found \(scanner.found)") }
    level = scanner.level
  }

  private static func form(_ scanner: inout EDTFScanner) throws(EDTFError) -> Form {
    guard let first = scanner.next else { throw scanner.error("there is nothing here; a date that nobody knows is /") }
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") { return .set(try DateSet(&scanner)) }
    if scanner.bytes.contains(UInt8(ascii: "/")) { return .interval(try DateInterval(&scanner)) }
    let date = try SingleDate(&scanner)
    guard scanner.next == UInt8(ascii: "T") else { return .single(date) }
    guard case .calendar(let day) = date, day.count == 3, day.isSpecified else {
      throw scanner.error("a time needs a whole date before it: 1985-04-12T23:20:30")
    }
    guard day.qualifiers.isEmpty else { throw scanner.error("a date with a time has no ?, ~ or %") }
    _ = scanner.take("T")
    return .time(try DateTime(of: day, &scanner))
  }

  /// The first and last day that the date can cover. An interval runs from the first day of its start to the last of
  /// its end, a set from its earliest member to its latest.
  public var bounds: Bounds {
    switch form {
    case .single(let date): date.bounds
    case .time(let time): time.date.bounds
    case .interval(let interval): interval.bounds
    case .set(let set): set.bounds
    }
  }

  /// How much of the date is known. An interval is as precise as its start, or as its end if it has no start.
  public var precision: Precision {
    switch form {
    case .single(let date): date.precision
    case .time: .time
    case .interval(let interval): (interval.start.date ?? interval.end.date)?.precision ?? .years
    case .set(let set): set.precision
    }
  }

  private var qualifier: Qualifier {
    switch form {
    case .single(let date): date.qualifier
    case .time: []
    case .interval(let interval):
      (interval.start.date?.qualifier ?? []).union(interval.end.date?.qualifier ?? [])
    case .set(let set): set.qualifier
    }
  }

  /// Whether any part is uncertain: `?` or `%` (level 1, qualification of a date; level 2, of its parts).
  public var isUncertain: Bool { qualifier.contains(.uncertain) }
  /// Whether any part is approximate: `~` or `%` (level 1, qualification of a date; level 2, of its parts).
  public var isApproximate: Bool { qualifier.contains(.approximate) }
  /// Whether the time remains in doubt: uncertain, approximate, or one of several dates, such as `[2004..2007]`.
  public var isVague: Bool {
    if case .set(let set) = form, !set.isAll { return true }
    return isUncertain || isApproximate
  }
}

extension EDTFDate {
  /// Whether it says from when until when something lasted: a date with a `/` (level 0, time interval; level 1,
  /// extended interval).
  public var isInterval: Bool {
    if case .interval = form { true } else { false }
  }
}

extension EDTFDate: Hashable {
  /// Whether two dates have the same meaning; ``level`` is ignored.
  public static func == (a: EDTFDate, b: EDTFDate) -> Bool { a.form == b.form }
  /// Hashes the meaning.
  public func hash(into hasher: inout Hasher) { hasher.combine(form) }
}

extension EDTFDate: CustomStringConvertible {
  /// The canonical string; parsing it gives an equal date.
  public var description: String {
    switch form {
    case .single(let date): date.description
    case .time(let time): time.description
    case .interval(let interval): interval.description
    case .set(let set): set.description
    }
  }
}

/// Why a string is not a date.
public struct EDTFError: Error, Equatable {
  /// One clause, without a capital or a full stop: "there is no month 13: months run 01 to 12".
  public var reason: String
  /// Where the fault is: an offset in bytes from the start, which is also the offset in Unicode scalars, since
  /// everything before it is ASCII.
  public var offset: Int
}
