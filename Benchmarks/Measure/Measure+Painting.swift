import EDTF
internal import Explorer
internal import Glibc
internal import Timeline

extension Measure {
  /// Simulates a reader at a screen of 50×200 cells, without a terminal, and prints one line for each kind of frame:
  /// name, and median and maximum CPU microseconds for the command and the painting.
  /// - Parameters:
  ///   - name: limits this to kinds of frame whose name begins with it, for a profiler.
  ///   - runs: the number of frames of each kind.
  static func painting(_ path: String, named name: String = "", runs: Int = 101) throws {
    let player = Player(Chronology.load(try Bytes(opening: path)), named: name, runs: runs)
    let last = player.chronology.count - 1
    let middle = player.chronology.event(at: last / 2)

    player.report("full frame") { _ in .again }
    player.report("move", before: [.move(.first)]) { _ in .move(.next) }
    player.report("detail follows", before: [.move(.first)], moving: true) { _ in .settle }
    player.report("page", before: [.move(.first)]) { _ in .move(.pageDown) }
    player.report("end", before: []) { $0 % 2 == 0 ? .move(.last) : .move(.first) }
    player.report("date") { .go($0 % 2 == 0 ? "\(Self.year(of: middle))" : "1990") }
    player.report("lanes, opened", undo: .back) { _ in .view(.lanes) }
    player.report("lanes, moving", before: [.view(.lanes)]) { $0 % 2 == 0 ? .lanes(.later) : .move(.next) }
    player.report("lanes, zoomed", before: [.view(.lanes)]) { $0 % 2 == 0 ? .zoom(closer: true) : .zoom(closer: false) }
    player.report("event, opened", undo: .back) { _ in .open }
    player.report("citation copied", moving: true) { _ in .copy(1) }
    player.report("event copied", moving: true) { _ in .copyEvent }
    let views: [(String, Command)] = [
      ("agencies", .view(.agencies)), ("an agency", .agency(player.chronology.agencies.first?.name ?? "")),
      ("people", .view(.people)), ("sources", .view(.sources)),
      ("disagreements", .view(.disagreements)), ("coverage", .view(.coverage)),
      ("known", .known("\(Self.year(of: middle))")), ("silences", .gaps("")), ("findings", .view(.findings)),
    ]
    for (name, command) in views {
      player.report("\(name), opened", undo: .back, most: 5) { _ in command }
    }
  }

  private static func year(of event: Event) -> Int { event.date.bounds.earliest.day?.year ?? 2000 }
}

private struct Player {
  let chronology: Chronology
  let start: State
  let name: String
  let runs: Int

  init(_ chronology: Chronology, named name: String, runs: Int) {
    self.chronology = chronology
    self.name = name
    self.runs = max(1, runs)
    start = State(chronology, size: Size(rows: 50, columns: 200))
  }

  /// - Parameters:
  ///   - undo: returns to a state where the command can be repeated; not timed.
  ///   - moving: whether the selection moves before each command; not timed either.
  func report(
    _ name: String, before: [Command] = [], undo: Command? = nil, moving: Bool = false, most: Int = .max,
    _ command: (Int) -> Command
  ) {
    guard name.hasPrefix(self.name) else { return }
    let runs = min(runs, most)
    var state = start
    for command in before { _ = state.apply(command) }
    var memory = FrameCache()
    var times: [Double] = []
    for run in 0..<runs {
      if moving { _ = state.apply(.move(.next)) }
      let before = Self.cpu()
      Self.frame(&state, command(run), &memory)
      times.append(Self.cpu() - before)
      if let undo { _ = state.apply(undo) }
    }
    times.sort()
    print("\(name)\t\(times[runs / 2])\t\(times[runs - 1])")
  }

  /// A separate function, so that `Benchmarks/instructions` can count what happens in it.
  @inline(never)
  private static func frame(_ state: inout State, _ command: Command, _ memory: inout FrameCache) {
    _ = state.apply(command)
    let canvas = Painter.paint(state, remembering: &memory)
    precondition(canvas.size == state.size)
  }

  private static func cpu() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }
}
