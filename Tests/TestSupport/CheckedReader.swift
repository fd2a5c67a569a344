package import Explorer
package import Timeline

/// A reader without a terminal: takes steps as a front end would, and checks the invariants of the state after each.
package struct CheckedReader {
  package private(set) var state: State
  /// The faults after the last step, each as a sentence.
  package private(set) var faults: [String] = []
  private var memory = FrameCache()
  private var steps = 0

  package init(_ chronology: Chronology, size: Size, preferences: Preferences = Preferences()) {
    state = State(chronology, size: size, preferences: preferences)
  }

  /// Presses a key; one without a command does nothing.
  package mutating func press(_ key: Key) -> [String] {
    guard let command = KeyMap.command(for: key, in: state) else { return [] }
    return take(command)
  }

  /// Types a line of text mode; one that is not a command does nothing.
  package mutating func type(_ line: String) -> [String] {
    do throws(CommandParser.Failure) {
      return take(try CommandParser.command(from: line, in: state))
    } catch {
      faults = error.message.isEmpty ? ["“\(line)” is refused without a word"] : []
      return faults
    }
  }

  /// Takes a step and performs its effects at once; a reader who quits stays.
  /// - Returns: `faults`.
  package mutating func take(_ command: Command) -> [String] {
    let before = state
    steps += 1
    if case .reloaded = command { memory = FrameCache() }
    for effect in state.apply(command) { answer(effect) }
    if state.preferences.isText || steps % 3 == 0 { state.finishWork() }
    let lines = Narrator.narrate(before, command, state)
    faults = Self.faults(in: state)
    faults += Self.faults(in: lines)
    if state.preferences.isText { return faults }
    let canvas = Painter.paint(state, remembering: &memory)
    faults += Self.faults(in: canvas, of: state)
    if steps % 16 == 0, canvas != Painter.paint(state) { faults.append("a frame depends on those before it") }
    return faults
  }

  private mutating func answer(_ effect: Effect) {
    switch effect {
    case .files(let beginning): _ = state.apply(.offer([beginning + "one.csv", beginning + "two/"]))
    case .export, .copy, .visit, .editor: _ = state.apply(.told("It was done.", isError: steps % 2 == 0))
    case .note where steps % 2 == 0: _ = state.apply(.told("It could not be stored.", isError: true))
    case .note: _ = state.apply(.noted(state.notes))
    case .quit, .keep, .redraw, .theme: break
    }
  }
}
