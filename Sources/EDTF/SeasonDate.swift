/// A season or another part of a year: `2001-21` (spring) to `2001-41` (second half).
struct SeasonDate: Hashable, Sendable {
  /// 21 to 41.
  static let codes = 21...41

  let year: YearDigits
  let code: Int
  var qualifiers: Qualifiers

  /// The specification does not say which hemisphere 21 to 24 refer to; the bounds assume the northern one.
  var levelOfCode: Int { code <= 24 ? 1 : 2 }

  /// The first month, 1 to 12, and the number of months. A season that begins in December ends in the next year.
  var months: (first: Int, count: Int) {
    switch code {
    case 21...32:
      // Northern springs are 21 and 25; southern ones, half a year later, are 29.
      let season = (code - 21) % 4
      let start = 3 + 3 * season + (code >= 29 ? 6 : 0)
      return ((start - 1) % 12 + 1, 3)
    case 33...36: return (3 * (code - 33) + 1, 3)
    case 37...39: return (4 * (code - 37) + 1, 4)
    default: return (6 * (code - 40) + 1, 6)
    }
  }

  var bounds: Bounds {
    let (start, count) = months
    let end = start + count - 1
    let (month, year) = end > 12 ? (end - 12, self.year.last + 1) : (end, self.year.last)
    return Bounds(
      Day(unchecked: self.year.first, start, 1),
      Day(unchecked: year, month, Day.count(month: month, year: year)))
  }

  var precision: Precision { year.isSpecified ? .part : .years }

  var description: String { qualifiers.written([year.description, "\(code)"]) }
}
