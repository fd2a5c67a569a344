/// One lane's cells in a window.
struct LaneRow {
  init(_ lane: Lanes.Lane, _ window: Lanes.Window, _ chronology: Chronology) { count = window.count }
  private let count: Int
  var cells: [Lanes.Cell] { Array(repeating: Lanes.Cell(mark: .none, event: nil, count: 0), count: count) }
  func events(column: Int, limit: Int) -> [Int] { [] }
}
