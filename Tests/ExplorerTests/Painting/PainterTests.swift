internal import Explorer
internal import Testing
internal import Timeline

struct PainterTests {
  struct Screen: CustomTestStringConvertible, Sendable {
    var name: String
    var columns = 80
    var rows = 24
    var preferences = Preferences()
    var progress: Double?
    var commands: [Command] = []

    var testDescription: String { name }

    var state: State {
      var state = State(
        SmallChronology.chronology, progress: progress, size: Size(rows: rows, columns: columns),
        preferences: preferences)
      for command in commands {
        _ = state.apply(command)
        state.finishWork()
      }
      return state
    }
  }

  private static let screenReader = Preferences(isScreenReader: true)
  private static let ascii = Preferences(isASCII: true)

  static let screens = [
    Screen(name: "list 80x24", commands: [.move(.next), .settle]),
    Screen(name: "list 120x40", columns: 120, rows: 40, commands: [.move(.next), .settle]),
    Screen(name: "list 160x40", columns: 160, rows: 40, commands: [.move(.next), .settle]),
    Screen(name: "page beside the list 160x40", columns: 160, rows: 40, commands: [.move(.next), .open]),
    Screen(name: "list 40x15", columns: 40, rows: 15, commands: [.move(.next), .settle]),
    Screen(name: "list 20x5", columns: 20, rows: 5, commands: [.move(.next), .settle]),
    Screen(name: "list ascii", preferences: ascii, commands: [.move(.last), .settle]),
    Screen(name: "list screen reader", preferences: screenReader, commands: [.move(.next)]),
    Screen(name: "loading", progress: 0.34),
    Screen(name: "filtered", commands: [.find("agency:county after:1909"), .told("", isError: false)]),
    Screen(name: "may match", commands: [.dates("march 1909")]),
    Screen(name: "nothing matches", commands: [.find("zeppelin"), .cancel]),
    Screen(name: "nothing matches screen reader", preferences: screenReader, commands: [.find("zeppelin")]),
    Screen(name: "prompt", commands: [.prompt(.find), .edit(.insert("bridge before:1912"))]),
    Screen(name: "prompt with a fault", commands: [.prompt(.find), .edit(.insert("bridge agncy:county"))]),
    Screen(
      name: "prompt with a fault 40x15", columns: 40, rows: 15,
      commands: [.prompt(.go), .edit(.insert("31 february 1912"))]),
    Screen(
      name: "prompt 20x5", columns: 20, rows: 5,
      commands: [.prompt(.find), .edit(.insert("a line that is longer than the screen"))]),
    Screen(name: "disagreements", commands: [.view(.disagreements)]),
    Screen(name: "known", commands: [.known("1910")]),
    Screen(name: "known 40x15", columns: 40, rows: 15, commands: [.known("1910 by county")]),
    Screen(name: "gaps", commands: [.gaps("")]),
    Screen(name: "message", commands: [.openEvent("nowhere")]),
    Screen(name: "long message 40x15", columns: 40, rows: 15, commands: [.source("nowhere at all")]),
    Screen(name: "event page", commands: [.move(.next), .open, .move(.nextChoice)]),
    Screen(name: "event page screen reader", preferences: screenReader, commands: [.move(.next), .open]),
    Screen(name: "event page 40x15", columns: 40, rows: 15, commands: [.move(.next), .open]),
    Screen(name: "event page 20x5", columns: 20, rows: 5, commands: [.move(.next), .open]),
    Screen(name: "agencies", commands: [.view(.agencies), .mark]),
    Screen(name: "source", commands: [.source("minutes")]),
    Screen(name: "lanes", commands: [.move(.next), .view(.lanes)]),
    Screen(name: "lanes ascii", preferences: ascii, commands: [.move(.next), .view(.lanes), .zoom(closer: false)]),
    Screen(name: "lanes 40x15", columns: 40, rows: 15, commands: [.move(.next), .view(.lanes)]),
    Screen(name: "lanes screen reader", preferences: screenReader, commands: [.move(.next), .view(.lanes)]),
  ]

  @Test(arguments: screens) func `looks as it was drawn`(_ screen: Screen) throws {
    try Golden.check(Painter.paint(screen.state), screen.name.replacing(" ", with: "-"))
  }

  @Test func `the small chronology is sound`() {
    #expect(SmallChronology.chronology.findings == [])
    #expect(SmallChronology.chronology.count == 12)
  }
}
