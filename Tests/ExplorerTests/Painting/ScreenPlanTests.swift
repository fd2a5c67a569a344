internal import Explorer
internal import Testing
internal import Timeline

struct ScreenPlanTests {
  private static let preferences = [Preferences(), Preferences(isScreenReader: true), Preferences(isASCII: true)]

  @Test(arguments: [
    (Size(rows: 24, columns: 80), ScreenPlan.Arrangement.stacked), (Size(rows: 24, columns: 60), .stacked),
    (Size(rows: 24, columns: 59), .single), (Size(rows: 11, columns: 200), .single),
    (Size(rows: 12, columns: 131), .stacked),
    (Size(rows: 12, columns: 132), .beside), (Size(rows: 100, columns: 300), .beside),
  ])
  func `divides the screen by its size`(size: Size, arrangement: ScreenPlan.Arrangement) {
    #expect(ScreenPlan(State(SmallChronology.chronology, size: size)).arrangement == arrangement)
  }

  @Test func `a screen reader gets one pane at any size`() {
    let state = State(
      SmallChronology.chronology, size: Size(rows: 50, columns: 200), preferences: Preferences(isScreenReader: true))
    let plan = ScreenPlan(state)
    #expect(plan.arrangement == .single)
    #expect(plan.axis.isEmpty && plan.detail.isEmpty && plan.rule.isEmpty)
    #expect(plan.list.rows == 1..<48 && plan.list.columns == 0..<200)
  }

  @Test func `gives up the axis first, then the detail, the hints and the header`() {
    func plan(_ rows: Int) -> ScreenPlan {
      ScreenPlan(State(SmallChronology.chronology, size: Size(rows: rows, columns: 80)))
    }
    #expect(!plan(16).axis.isEmpty && !plan(16).detail.isEmpty)
    #expect(plan(15).axis.isEmpty && !plan(15).detail.isEmpty)
    #expect(plan(11).detail.isEmpty && plan(11).hints == nil && plan(11).header == 0)
    #expect(plan(2).header == nil && plan(2).list.height == 1)
    #expect(plan(1).list.height == 1 && plan(1).message == 0)
  }

  @Test func `no two parts of a screen overlap, and each lies on it`() {
    for rows in 2...50 {
      for columns in [1, 2, 20, 33, 59, 60, 80, 131, 132, 200, 300] {
        for preferences in Self.preferences {
          for commands in [[], [Command.open], [.view(.lanes)]] {
            var state = State(
              SmallChronology.chronology, size: Size(rows: rows, columns: columns), preferences: preferences)
            for command in commands { _ = state.apply(command) }
            let plan = ScreenPlan(state)
            var owners = Array(repeating: 0, count: rows * columns)
            for frame in [plan.axis, plan.list, plan.rule, plan.detail, plan.page] where !frame.isEmpty {
              for row in frame.rows { for column in frame.columns { owners[row * columns + column] += 1 } }
            }
            for row in [plan.header, plan.message, plan.hints].compactMap({ $0 }) {
              for column in 0..<columns { owners[row * columns + column] += 1 }
            }
            #expect(owners.allSatisfy { $0 <= 1 }, "\(rows) rows, \(columns) columns")
            #expect(plan.pageWidth >= 1 && plan.laneColumns >= 1)
          }
        }
      }
    }
  }
}
