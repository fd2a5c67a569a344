package import EDTF

/// How much time one column of the lanes view covers. Columns are numbered from the one that begins in year 0 (days:
/// from 1 January 1970), so that a window is just two numbers.
package enum Zoom: String, CaseIterable, Sendable {
  case days, months, quarters, years, decades

  private var months: Int {
    switch self {
    case .days: 0
    case .months: 1
    case .quarters: 3
    case .years: 12
    case .decades: 120
    }
  }

  package func column(of day: Day) -> Int {
    guard self != .days else { return day.number }
    let (year, month, _) = day.civil
    let count = year * 12 + month - 1
    return count >= 0 ? count / months : (count - months + 1) / months
  }

  package func firstDay(of column: Int) -> Day {
    guard self != .days else { return Day(number: column) }
    let (count, overflow) = column.multipliedReportingOverflow(by: months)
    let limit = Day.lastYear * 12
    let month = overflow ? (column < 0 ? -limit : limit) : min(max(count, -limit), limit)
    let year = month >= 0 ? month / 12 : (month - 11) / 12
    return Day(unchecked: year, month - year * 12 + 1, 1)
  }

  package func lastDay(of column: Int) -> Day {
    column == .max ? firstDay(of: column) : Day(number: firstDay(of: column + 1).number - 1)
  }

  /// "12 Mar 2009", "Mar 2009", "Q1 2009", "2009", "2000s".
  package func label(of column: Int) -> String {
    let day = firstDay(of: column)
    switch self {
    case .days, .months:
      let text = self == .days ? day.description : String(day.description.dropLast(3))
      return (try? EDTFDate(text))?.short() ?? text
    case .quarters: return "Q\((day.month - 1) / 3 + 1) " + Wording.year(day.year)
    case .years: return Wording.year(day.year)
    case .decades: return "\(day.year)s"
    }
  }

  /// "12 March 2009", "March 2009", "the first quarter of 2009", "2009", "the 2000s".
  package func words(of column: Int) -> String {
    let day = firstDay(of: column)
    switch self {
    case .days, .months:
      let text = self == .days ? day.description : String(day.description.dropLast(3))
      return (try? EDTFDate(text))?.words ?? text
    case .quarters:
      return "the \(["first", "second", "third", "fourth"][(day.month - 1) / 3]) quarter of " + Wording.year(day.year)
    case .years: return Wording.year(day.year)
    case .decades: return day.year > 0 ? "the \(day.year)s" : "the ten years from " + Wording.year(day.year)
    }
  }

  /// One step closer or farther; unchanged at the end of the range.
  package var closer: Zoom { Zoom.allCases[max(0, index - 1)] }
  package var wider: Zoom { Zoom.allCases[min(Zoom.allCases.count - 1, index + 1)] }
  private var index: Int { Zoom.allCases.firstIndex(of: self) ?? 0 }
}
