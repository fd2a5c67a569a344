internal import Explorer
internal import Timeline

extension CheckedReader {
  static func faults(in state: State) -> [String] {
    var faults: [String] = []
    if state.views.isEmpty { return ["no view is open"] }
    if state.views.first?.subject != .list { faults.append("the list is not at the bottom") }
    if !(0..<max(1, state.lineCount)).contains(state.view.cursor) {
      faults.append("the cursor is on line \(state.view.cursor) of \(state.lineCount)")
    }
    if state.view.top < 0 { faults.append("the screen begins at line \(state.view.top)") }
    if let prompt = state.prompt, !(0...prompt.text.count).contains(prompt.cursor) {
      faults.append("the prompt's cursor is at \(prompt.cursor) of \(prompt.text.count)")
    }
    if state.views.contains(where: { $0.lanes.map { $0.model.chronology !== state.chronology } ?? false }) {
      faults.append("lanes have the events of another version of the file")
    }
    if state.filter.search.isFinished {
      let matches = state.filter.matches.events
      if let selection = state.selection {
        if state.chronology.position(of: selection).map(matches.contains) != true {
          faults.append("the selection \(selection) is not among the matches")
        }
      } else if !matches.isEmpty {
        faults.append("nothing is selected of \(matches.count) events")
      }
    }
    return faults
  }

  static func faults(in canvas: Canvas, of state: State) -> [String] {
    var faults: [String] = []
    let size = Size(rows: max(1, state.size.rows), columns: max(1, state.size.columns))
    if !state.preferences.isText, canvas.size != size { faults.append("the frame is not the screen's size") }
    if !(0..<canvas.size.rows).contains(canvas.cursor.row) || !(0..<canvas.size.columns).contains(canvas.cursor.column)
    {
      faults.append("the hardware cursor is at \(canvas.cursor), off the screen")
    }
    for row in 0..<canvas.size.rows {
      let isClean = canvas.withRow(row) { $0.allSatisfy { $0.isRightHalf || isHarmless($0.scalar) } }
      if !isClean { faults.append("row \(row) contains a control character") }
    }
    return faults
  }

  /// The lines as text mode prints them, since only printing makes them harmless.
  static func faults(in lines: [String]) -> [String] {
    lines.map { Printable.line($0) }.filter { !$0.unicodeScalars.allSatisfy(isHarmless) }.map {
      "“\($0)” contains a control character"
    }
  }

  /// Whether a terminal shows it and does nothing else.
  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x20..<0x7F).contains(scalar.value) }
    return switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}
