/// Where a date stands in the one order of a chronology. Everything that sorts dates compares these.
///
/// 1. Its place: the earliest day that the date can cover, or the latest where it is not known when it began ("by March
///    2007" stands in March 2007). A date of which no day is known comes last: nothing says where it belongs, and the end
///    of the list is where a reader looks for such.
/// 2. The coarser date, so that 2007 stands before 2007-01 and that before 2007-01-01: a heading before its parts; before
///    all of them what may have begun long ago.
/// 3. The latest day: of two dates that begin together the one that is over first. Open comes after every day, and
///    unknown after open.
/// 4. The id, by its UTF-8 bytes, so that the order is total and every reading of a file gives the same list.
public struct ChronologicalKey: Hashable, Comparable, Sendable {
  @usableFromInline let place: Int
  @usableFromInline let latest: Int
  @usableFromInline let precision: Precision

  /// - Parameters:
  ///   - place: the number of the earliest day, or of the latest without one; `Int.max` without either.
  ///   - hasStart: whether it is that of the earliest.
  ///   - latest: the number of the latest day; `Int.max - 1` for an open end, `Int.max` for an unknown one.
  @inlinable package init(place: Int, hasStart: Bool, latest: Int, _ precision: Precision) {
    self.place = place
    self.latest = hasStart ? latest : 0
    self.precision = hasStart ? precision : .years
  }

  /// The place of a date with these bounds, known to this precision.
  public init(_ bounds: Bounds, _ precision: Precision) {
    let start = bounds.earliest.day?.number
    let latest =
      switch bounds.latest {
      case .day(let day): day.number
      case .open: Int.max - 1
      case .unknown: Int.max
      }
    self.init(
      place: start ?? bounds.latest.day?.number ?? .max, hasStart: start != nil, latest: latest, precision)
  }

  /// Whether the first comes earlier in a list, by rules 1 to 3.
  @inlinable public static func < (a: ChronologicalKey, b: ChronologicalKey) -> Bool {
    if a.place != b.place { return a.place < b.place }
    if a.precision != b.precision { return a.precision < b.precision }
    return a.latest < b.latest
  }

  /// Whether one entry of a list stands before another, by rules 1 to 4.
  public static func precedes(_ a: (key: ChronologicalKey, id: String), _ b: (key: ChronologicalKey, id: String))
    -> Bool
  {
    a.key == b.key ? a.id.utf8.lexicographicallyPrecedes(b.id.utf8) : a.key < b.key
  }
}

extension EDTFDate {
  /// Where the date stands in the order of a chronology.
  public var key: ChronologicalKey { ChronologicalKey(bounds, precision) }
}
