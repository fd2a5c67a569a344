/// Where a date stands in the one order of a chronology. Everything that sorts dates compares these.
///
/// 1. The earliest day that the date can cover. An open start comes first (it began before anything that is dated),
///    an unknown one last (nothing says where it belongs, and the end of the list is where a reader looks for such);
///    among the unknown ones the latest day decides at once.
/// 2. The coarser date, so that 2007 stands before 2007-01 and that before 2007-01-01: a heading before its parts.
/// 3. The latest day: of two dates that begin together the one that is over first. Open comes after every day, and
///    unknown after open.
/// 4. The id, by its UTF-8 bytes, so that the order is total and every reading of a file gives the same list.
public struct ChronologicalKey: Hashable, Comparable, Sendable {
  @usableFromInline let earliest: Int
  @usableFromInline let latest: Int
  @usableFromInline let precision: Precision

  /// - Parameters:
  ///   - earliest: the number of the earliest day; `Int.min` for an open start, `Int.max` for an unknown one.
  ///   - latest: the number of the latest day; `Int.max - 1` for an open end, `Int.max` for an unknown one.
  @inlinable package init(earliest: Int, latest: Int, _ precision: Precision) {
    self.earliest = earliest
    self.latest = latest
    self.precision = earliest == .max ? .years : precision
  }

  /// The place of a date with these bounds, known to this precision.
  public init(_ bounds: Bounds, _ precision: Precision) {
    self.init(
      earliest: ChronologicalKey.number(bounds.earliest, open: .min),
      latest: ChronologicalKey.number(bounds.latest, open: .max - 1), precision)
  }

  private static func number(_ bound: Bound, open: Int) -> Int {
    switch bound {
    case .day(let day): day.number
    case .open: open
    case .unknown: .max
    }
  }

  /// Whether the first comes earlier in a list, by rules 1 to 3.
  @inlinable public static func < (a: ChronologicalKey, b: ChronologicalKey) -> Bool {
    if a.earliest != b.earliest { return a.earliest < b.earliest }
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
