internal import Explorer
internal import Testing
internal import Timeline

struct ScreenPlanTests {
  private static let preferences = [Preferences(), Preferences(isScreenReader: true), Preferences(isASCII: true)]

  /// Dates of 14 columns, titles of 55, agencies of 12: with the gaps and a sign the list needs 88.
  private static let measure = ListMeasure(date: 14, title: 55, agency: 12, agencies: 20)

  @Test(
    arguments: [
      (Size(rows: 24, columns: 80), ScreenPlan.Arrangement.stacked), (Size(rows: 24, columns: 60), .stacked),
      (Size(rows: 24, columns: 59), .single), (Size(rows: 11, columns: 200), .single),
      (Size(rows: 12, columns: 130), .stacked),
      (Size(rows: 12, columns: 131), .beside), (Size(rows: 100, columns: 300), .beside),
    ] as [(Size, ScreenPlan.Arrangement)])
  func `divides the screen by its size and by what is to stand on it`(
    size: Size, arrangement: ScreenPlan.Arrangement
  ) {
    #expect(ScreenPlan(size: size, measure: Self.measure).arrangement == arrangement)
  }

  @Test(arguments: [131, 140, 169, 170, 200, 300])
  func `cuts no title beside a pane, and shows passages from 170 columns on where texts are at hand`(columns: Int) {
    for hasTexts in [false, true] {
      let plan = ScreenPlan(size: Size(rows: 45, columns: columns), hasTexts: hasTexts, measure: Self.measure)
      #expect(plan.list.width >= 88 && plan.detail.width >= 40)
      #expect(plan.passage.isEmpty == !(hasTexts && columns >= 170))
      #expect(plan.passage.isEmpty || plan.passage.width >= 36)
    }
  }

  // The list takes 88 columns, with 3 between it and the pane, which leaves 76 from 167 on.
  @Test(arguments: [(140, true, true), (166, true, true), (167, true, false), (200, true, false), (140, false, false)])
  func `a table takes the whole width where it has too little beside the list`(
    columns: Int, isTable: Bool, fills: Bool
  ) {
    let plan = ScreenPlan(
      size: Size(rows: 45, columns: columns), hasPage: true, isTable: isTable, measure: Self.measure)
    #expect(plan.list.isEmpty == fills)
    #expect((plan.page.width == columns) == fills)
  }

  @Test func `has eleven rows of list on 24, and no row that is kept for nothing`() {
    let plan = ScreenPlan(size: Size(rows: 24, columns: 80), measure: Self.measure)
    #expect(plan.list.height == 11)
    #expect(1 + plan.axis.height + plan.list.height + plan.rule.height + plan.detail.height + 1 == 24)
    let asking = ScreenPlan(size: Size(rows: 24, columns: 80), hasLongFoot: true, measure: Self.measure)
    #expect(asking.list == plan.list && asking.message == 22 && asking.hints == 23)
  }

  @Test func `a screen reader gets one pane at any size`() {
    let state = State(
      SmallChronology.chronology, size: Size(rows: 50, columns: 200), preferences: Preferences(isScreenReader: true))
    let plan = ScreenPlan(state)
    #expect(plan.arrangement == .single)
    #expect(plan.axis.isEmpty && plan.detail.isEmpty && plan.rule.isEmpty)
    #expect(plan.header == 0 && plan.message == 1 && plan.hints == 2)
    #expect(plan.list.rows == 3..<50 && plan.list.columns == 0..<200)
  }

  @Test func `gives up the axis first, then the detail and the header`() {
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
            for frame in [
              plan.axis, plan.list, plan.rule, plan.detail, plan.secondRule, plan.passage, plan.page,
            ] where !frame.isEmpty {
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
