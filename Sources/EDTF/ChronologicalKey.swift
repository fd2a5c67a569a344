/// The position of a date in the single order of a chronology. Everything that sorts dates compares these.
///
/// 1. The place: the earliest day that the date can cover, or the latest if the start is not known ("by March 2007"
///    sorts in March 2007). A date with no known day comes last, where a reader looks for what cannot be placed.
/// 2. The coarser date, so that 2007 precedes 2007-01 and that precedes 2007-01-01, as a heading precedes its parts;
///    before all of them comes what may have begun long ago.
/// 3. The latest day: of two dates that begin together, the one that ends first. Open comes after every day, and
///    unknown after open. Of two times of one day, the earlier, as the clock showed it.
/// 4. The id, by its UTF-8 bytes, so that the order is total and every reading of a file gives the same list.
public struct ChronologicalKey: Hashable, Comparable, Sendable {
  @usableFromInline let place: Int
  @usableFromInline let latest: Int
  @usableFromInline let precision: Precision

  /// - Parameters:
  ///   - place: the number of the earliest day, or of the latest if there is none; `Int.max` if there is neither.
  ///   - hasStart: whether `place` is the earliest day.
  ///   - latest: the number of the latest day; `Int.max - 1` for an open end, `Int.max` for an unknown one. For a time,
  ///     the second of its day.
  @inlinable package init(place: Int, hasStart: Bool, latest: Int, _ precision: Precision) {
    self.place = place
    self.latest = hasStart ? latest : 0
    self.precision = hasStart ? precision : .years
  }

  /// The key of a date with these bounds and this precision.
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

  /// Whether the first precedes the second, by rules 1 to 3.
  @inlinable public static func < (a: ChronologicalKey, b: ChronologicalKey) -> Bool {
    if a.place != b.place { return a.place < b.place }
    if a.precision != b.precision { return a.precision < b.precision }
    return a.latest < b.latest
  }

  /// Whether one entry of a list precedes another, by rules 1 to 4.
  public static func precedes(_ a: (key: ChronologicalKey, id: String), _ b: (key: ChronologicalKey, id: String))
    -> Bool
  {
    a.key == b.key ? a.id.utf8.lexicographicallyPrecedes(b.id.utf8) : a.key < b.key
  }
}

extension EDTFDate {
  /// The date's position in the order of a chronology.
  public var key: ChronologicalKey {
    guard let second = secondOfDay, let day = bounds.earliest.day else { return ChronologicalKey(bounds, precision) }
    return ChronologicalKey(place: day.number, hasStart: true, latest: second, precision)
  }

  /// For a time of day, the seconds since midnight by its own clock; nil for anything else.
  package var secondOfDay: Int? {
    guard case .time(let time) = form else { return nil }
    return (time.hour * 60 + time.minute) * 60 + time.second
  }
}
