import EDTF
internal import Explorer
internal import Glibc
internal import Timeline

extension Measure {
  /// Visits every view, on a screen of 50×200 cells and in text mode, and prints one line for each: name and
  /// dearest step, and median and maximum CPU microseconds per key, for the step and its painting or narration. Work done in slices while keys
  /// wait, such as reading the file or searching, counts per slice.
  /// - Parameter event: the id of the event that is examined most closely.
  static func keys(_ path: String, event: String) throws {
    var loader = Loader(try Bytes(opening: path))
    var slices: [Stopwatch.Step] = []
    while !loader.isFinished { slices.append(Stopwatch.time("a slice") { loader.advance(budget: 8) }) }
    Stopwatch.report("reading", slices)
    let chronology = loader.chronology()
    for isText in [false, true] {
      let start = State(chronology, size: Size(rows: 50, columns: 200), preferences: Preferences(isText: isText))
      for (name, commands) in tour(of: chronology, event: event) {
        var reader = Reader(state: start, memory: FrameCache())
        for command in commands { reader.take(command) }
        Stopwatch.report(isText ? "\(name) in text mode" : name, reader.times)
      }
    }
  }

  /// The commands for each view, each starting from the list.
  private static func tour(of chronology: Chronology, event: String) -> [(String, [Command])] {
    let moves: [Command] = [
      .settle, .move(.next), .settle, .move(.pageDown), .settle, .move(.last), .settle, .move(.first),
    ]
    let actions: [Command] = [.move(.nextChoice), .whereAmI, .spell(""), .copy(nil), .open, .back]
    let agency = chronology.agencies.first?.name ?? ""
    let person = chronology.people.first?.name ?? ""
    let source = chronology.sources.first?.title ?? ""
    func page(_ command: Command) -> [Command] { [command] + moves + actions }
    let ask = chronology.agencies.first.map { "agency:\"\($0.name)\"" } ?? "note"

    var tour: [(String, [Command])] = []
    tour.append(("the list", moves + [.whereAmI, .copyEvent, .view(.list), .brief(true)] as [Command]))
    let neighbours: [Command] = [.neighbour(forward: true), .neighbour(forward: false), .undo]
    tour.append(("an event", page(.openEvent(event)) + neighbours))
    tour.append(("words on a page", [.openEvent(event)] + prompt(.findHere, .submit) + [.match(forward: true)]))
    tour.append(("a query", prompt(.find, .submit) + [.clear, .find("note"), .match(forward: true), .undo]))
    tour.append(("an agency's events", [.find(ask), .settle, .move(.last), .settle, .clear]))
    tour.append(("a date", prompt(.go, .cancel) + [.go("2007"), .dates("2004 to 2007"), .clear]))
    let lanes: [Command] = [.lanes(.later), .zoom(closer: true), .lanes(.earlier), .zoom(closer: false), .open]
    tour.append(("lanes", [.view(.lanes)] + moves + lanes))
    tour.append(("agencies", page(.view(.agencies)) + prompt(.narrow, .cancel) + [.mark]))
    tour.append(("an agency", page(.agency(agency))))
    tour.append(("people", page(.view(.people))))
    tour.append(("a person", page(.person(person))))
    tour.append(("sources", page(.view(.sources))))
    tour.append(("a source", page(.source(source))))
    tour.append(("disagreements", page(.view(.disagreements))))
    tour.append(("coverage", page(.view(.coverage))))
    tour.append(("known", prompt(.known, .cancel) + page(.known("2100"))))
    tour.append(("known by an agency", page(.known("2100", by: agency))))
    tour.append(("silences", page(.gaps(""))))
    tour.append(("silences of an agency", page(.gaps(agency))))
    tour.append(("findings", page(.view(.findings))))
    tour.append(("help", page(.help(""))))
    tour.append(("a word that nobody knows", [.agency("zzzzz"), .find("zzzzz"), .openEvent("zzzzz")]))
    return tour
  }

  /// Opens a prompt, types, pastes more than fits, edits, and leaves it.
  private static func prompt(_ name: CommandName, _ end: Command) -> [Command] {
    var commands: [Command] = [.prompt(name)]
    for letter in "agency:note " { commands.append(.edit(.insert(String(letter)))) }
    commands += [.edit(.deleteBackward), .edit(.left), .edit(.end), .edit(.complete(forward: true))]
    let words = (0..<1000).map { String($0, radix: 36) }.joined(separator: " ")
    commands += [.edit(.insert(words)), .edit(.left), .edit(.deleteWord), end]
    return commands
  }
}

private struct Reader {
  var state: State
  var memory: FrameCache
  var times: [Stopwatch.Step] = []

  mutating func take(_ command: Command) {
    let before = state
    times.append(
      Stopwatch.time("\(command)") {
        _ = state.apply(command)
        if state.preferences.isText {
          _ = Narrator.narrate(before, command, state)
        } else {
          _ = Painter.paint(state, remembering: &memory)
        }
      })
    while state.hasWork { times.append(Stopwatch.time("work after \(command)") { _ = state.apply(.work) }) }
  }
}

private enum Stopwatch {
  /// What was done, and its CPU time in microseconds.
  typealias Step = (name: String, time: Double)

  static func time(_ name: @autoclosure () -> String, _ work: () -> Void) -> Step {
    let start = now()
    work()
    let time = now() - start
    return (String(name().prefix(40)), time)
  }

  static func report(_ name: String, _ steps: [Step]) {
    let sorted = steps.sorted { $0.time < $1.time }
    guard let most = sorted.last else { return }
    print("\(name): \(most.name)\t\(sorted[sorted.count / 2].time)\t\(most.time)")
    fflush(nil)
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }
}
