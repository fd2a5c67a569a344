/// How much time lies between two dates, as far as their bounds tell, in words.
///
/// Between two known days it is exact: "6 months", "2 years, 3 months and 4 days". Otherwise it is a range in one
/// unit, the minimum rounded down and the maximum rounded up to whole units, so that the truth always lies between:
/// days if the maximum is under 62 days, months if it is at most 36 months, years beyond. Months and years are those
/// of the calendar: a month from 31 January ends on the last day of February.
public struct Elapsed: Equatable, Sendable {
  /// "6 months", "between 5 and 7 months", "at least 2 years", "an unknown time".
  public let words: String
  /// The same for something that came afterwards: "6 months later", "1 to 58 days later", "the same day".
  public var later: String { words == Elapsed.sameDay ? words : words + " later" }

  private static let sameDay = "the same day"

  /// The order of the two dates does not matter; if they overlap, the minimum is zero.
  public init(from a: Bounds, to b: Bounds) {
    let (first, second) = b.isCertainlyBefore(a) ? (b, a) : (a, b)
    let overlaps = !first.isCertainlyBefore(second)
    let nearest = Elapsed.days(first.latest, second.earliest)
    guard let farthest = Elapsed.farthest(first, second, overlaps: overlaps) else {
      words = overlaps || nearest == nil ? "an unknown time" : "at least " + Elapsed.atLeast(nearest!.from, nearest!.to)
      return
    }
    if let only = Elapsed.onlyDay(first), let other = Elapsed.onlyDay(second) {
      words = only == other ? Elapsed.sameDay : Elapsed.exact(min(only, other), max(only, other))
      return
    }
    let most = Elapsed.whole(farthest.from, farthest.to, roundedUp: true)
    let unit = Unit.allCases.first { most[$0] <= $0.most } ?? .year
    let least = overlaps ? 0 : nearest.map { Elapsed.whole($0.from, $0.to, roundedUp: false)[unit] } ?? 0
    words =
      switch (least, most[unit]) {
      case (0, let most): "at most " + unit.words(most)
      case (let least, let most) where least == most: unit.words(most)
      case (let least, let most): "\(Wording.grouped(least)) to " + unit.words(most)
      }
  }

  private enum Unit: CaseIterable {
    case day, month, year

    /// The largest number given in this unit.
    var most: Int {
      switch self {
      case .day: 61
      case .month: 36
      case .year: .max
      }
    }

    func words(_ count: Int) -> String {
      let name =
        switch self {
        case .day: "day"
        case .month: "month"
        case .year: "year"
        }
      return Wording.grouped(count) + " " + name + (count == 1 ? "" : "s")
    }
  }

  private struct Whole {
    var days: Int
    var months: Int
    var years: Int

    subscript(_ unit: Unit) -> Int {
      switch unit {
      case .day: days
      case .month: months
      case .year: years
      }
    }
  }

  private static func onlyDay(_ bounds: Bounds) -> Day? {
    bounds.earliest == bounds.latest ? bounds.earliest.day : nil
  }

  private static func days(_ from: Bound, _ to: Bound) -> (from: Day, to: Day)? {
    guard let from = from.day, let to = to.day else { return nil }
    return (from, to)
  }

  /// The two days that lie farthest apart; nil if that cannot be known.
  private static func farthest(_ a: Bounds, _ b: Bounds, overlaps: Bool) -> (from: Day, to: Day)? {
    guard let forwards = days(a.earliest, b.latest) else { return nil }
    guard overlaps else { return forwards }
    guard let backwards = days(b.earliest, a.latest) else { return nil }
    let isForwards = forwards.to.number - forwards.from.number >= backwards.to.number - backwards.from.number
    return isForwards ? forwards : backwards
  }

  /// Whole months from one day to a later one, and the remaining days.
  private static func months(_ from: Day, _ to: Day) -> (months: Int, days: Int) {
    let (a, b) = (from.civil, to.civil)
    var months = (b.year - a.year) * 12 + b.month - a.month
    if b.day < min(a.day, Day.count(month: b.month, year: b.year)) { months -= 1 }
    let index = a.month - 1 + months % 12
    let (year, month) = (a.year + months / 12 + index / 12, index % 12 + 1)
    let anniversary = Day(unchecked: year, month, min(a.day, Day.count(month: month, year: year)))
    return (months, to.number - anniversary.number)
  }

  private static func whole(_ from: Day, _ to: Day, roundedUp: Bool) -> Whole {
    let (months, days) = months(from, to)
    let more = roundedUp && days > 0 ? 1 : 0
    let ceiling = roundedUp && (days > 0 || months % 12 > 0) ? 1 : 0
    return Whole(days: to.number - from.number, months: months + more, years: months / 12 + ceiling)
  }

  private static func atLeast(_ from: Day, _ to: Day) -> String {
    let least = whole(from, to, roundedUp: false)
    let unit = Unit.allCases.first { least[$0] <= $0.most } ?? .year
    return unit.words(least[unit])
  }

  private static func exact(_ from: Day, _ to: Day) -> String {
    let (months, days) = months(from, to)
    let counts: [(Unit, Int)] = [(.year, months / 12), (.month, months % 12), (.day, days)]
    return Wording.list(counts.filter { $0.1 > 0 }.map { $0.0.words($0.1) }, "and")
  }
}

extension EDTFDate {
  /// The time between this date and another, in words: "6 months", "5 to 7 months".
  public func elapsed(to other: EDTFDate) -> String { Elapsed(from: bounds, to: other.bounds).words }
}
