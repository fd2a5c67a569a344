/// A date, an interval or a set of dates as the Library of Congress writes them: the Extended Date/Time Format of
/// 4 February 2019, levels 0, 1 and 2.
///
/// Equal dates have the same meaning and the same `description`, however they were written (`?2004` is `2004?`).
/// Qualifiers do not widen the bounds; unspecified digits and significant digits do.
package struct EDTF: Sendable {
  enum Form: Hashable, Sendable {
    case single(SingleDate)
    case time(DateTime)
    case interval(DateInterval)
    case set(DateSet)
  }

  let form: Form
  /// The lowest level, 0 to 2, that the string conforms to from which the date was read. No part of its meaning.
  package let level: Int

  package init(_ text: some StringProtocol) throws(EDTFError) {
    var text = String(text)
    let result = text.withUTF8 { bytes in Result { () throws(EDTFError) in try EDTF(utf8: bytes) } }
    self = try result.get()
  }

  /// Reads the bytes strictly; allocates nothing but the members of a set.
  package init(utf8 bytes: UnsafeBufferPointer<UInt8>) throws(EDTFError) {
    var cursor = Cursor(bytes)
    form = try EDTF.form(&cursor)
    guard cursor.isAtEnd else { throw cursor.error("the date should end here, found \(cursor.found)") }
    level = cursor.level
  }

  private static func form(_ cursor: inout Cursor) throws(EDTFError) -> Form {
    guard let first = cursor.next else { throw cursor.error("there is nothing here; a date that nobody knows is /") }
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") { return .set(try DateSet(&cursor)) }
    if cursor.bytes.contains(UInt8(ascii: "/")) { return .interval(try DateInterval(&cursor)) }
    let date = try SingleDate(&cursor)
    guard cursor.next == UInt8(ascii: "T") else { return .single(date) }
    guard case .calendar(let day) = date, day.count == 3, day.isSpecified else {
      throw cursor.error("a time needs a whole date before it: 1985-04-12T23:20:30")
    }
    guard day.qualifiers.isEmpty else { throw cursor.error("a date with a time has no ?, ~ or %") }
    _ = cursor.take("T")
    return .time(try DateTime(of: day, &cursor))
  }

  /// The first and last day that the date can cover.
  package var bounds: Bounds {
    switch form {
    case .single(let date): date.bounds
    case .time(let time): time.date.bounds
    case .interval(let interval): interval.bounds
    case .set(let set): set.bounds
    }
  }

  /// An interval is as precise as its start, or as its end where it has no start.
  package var precision: Precision {
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

  /// Whether any part of it is (`?` or `%`).
  package var isUncertain: Bool { qualifier.contains(.uncertain) }
  /// Whether any part of it is (`~` or `%`).
  package var isApproximate: Bool { qualifier.contains(.approximate) }
  /// Whether it leaves open when: uncertain, approximate, or one of several dates, such as `[2004..2007]`.
  package var isVague: Bool {
    if case .set(let set) = form, !set.isAll { return true }
    return isUncertain || isApproximate
  }
}

extension EDTF: Hashable {
  package static func == (a: EDTF, b: EDTF) -> Bool { a.form == b.form }
  package func hash(into hasher: inout Hasher) { hasher.combine(form) }
}

extension EDTF: CustomStringConvertible {
  /// The canonical string; reading it gives an equal date.
  package var description: String {
    switch form {
    case .single(let date): date.description
    case .time(let time): time.description
    case .interval(let interval): interval.description
    case .set(let set): set.description
    }
  }
}

/// Why a string is no date.
package struct EDTFError: Error, Equatable {
  /// One clause, without a capital and a full stop: "there is no month 13: months run 01 to 12".
  package var reason: String
  /// Where it went wrong: bytes from the start, which are as many Unicode scalars, since all before it is ASCII.
  package var offset: Int
}
