internal import EDTF
internal import Timeline

/// Which columns of a window are labelled: as many as fit, at round numbers. Columns are those of the screen. The
/// first label always includes its year.
struct LaneLabels {
  let all: [(column: Int, text: String)]
  let columns: Set<Int>

  /// - Parameter scale: the number of screen columns per column of the window.
  init(_ window: Lanes.Window, scale: Int) {
    for step in Self.steps(of: window.zoom) {
      var labels: [(column: Int, text: String)] = []
      var fits = true
      for column in window.columns where Self.isRound(column, step, window.zoom) {
        let text = Self.text(column, step, window.zoom, isFirst: labels.isEmpty)
        let place = (column - window.first) * scale
        if let last = labels.last, last.column + last.text.utf8.count + 1 > place { fits = false }
        labels.append((place, text))
      }
      if fits || step == Self.steps(of: window.zoom).last {
        if labels.isEmpty { labels = [(0, window.zoom.label(of: window.first))] }
        if let last = labels.last, last.column + last.text.utf8.count > window.count * scale, labels.count > 1 {
          labels.removeLast()
        }
        all = fits ? labels : Array(labels.prefix(1))
        columns = Set(labels.map(\.column))
        return
      }
    }
    all = []
    columns = []
  }

  /// In columns of the zoom; for days, the months they begin.
  private static func steps(of zoom: Zoom) -> [Int] {
    switch zoom {
    case .days: [1, 3, 12]
    case .months: [1, 3, 12, 24, 60, 120]
    case .quarters: [1, 4, 8, 20, 40]
    case .years, .decades: [1, 2, 5, 10, 20, 50, 100, 1000]
    }
  }

  private static func isRound(_ column: Int, _ step: Int, _ zoom: Zoom) -> Bool {
    guard zoom == .days else { return column % step == 0 }
    let day = Day(number: column)
    return day.day == 1 && (day.month - 1) % step == 0
  }

  /// A year if every label begins one.
  private static func text(_ column: Int, _ step: Int, _ zoom: Zoom, isFirst: Bool) -> String {
    let day = zoom.firstDay(of: column)
    switch zoom {
    case .years: return Wording.year(day.year)
    case .decades: return zoom.label(of: column)
    case .quarters: return step > 1 ? Wording.year(day.year) : zoom.label(of: column)
    case .days, .months:
      if step >= 12 { return Wording.year(day.year) }
      let label = Axis.monthLabel(day)
      return isFirst && day.month > 1 ? "\(label) \(Wording.year(day.year))" : label
    }
  }
}
