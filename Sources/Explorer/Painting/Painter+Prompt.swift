internal import Timeline

/// The line being typed: below it what it means or what is wrong with it, above it the possible completions.
extension Painter {
  mutating func paintPrompt(_ prompt: Prompt) {
    let width = canvas.size.columns
    let reading = reading(of: prompt)
    // Faults are shown in full: if that takes two lines, the prompt moves up by one. A screen reader would then read
    // the prompt again.
    let lines = prompt.isWrong && plan.hints != nil ? Wrapping.wrap([reading], width: width) : []
    let isTall = lines.count > 1 && !state.isWithheld && plan.message > 1 && !state.preferences.isScreenReader
    let row = plan.message - (isTall ? 1 : 0)
    clear(row: row)
    let label = shown(Self.label(of: prompt))
    let labelWidth = min(CellWidth.of(label), max(0, width - 8))
    canvas.put(label, at: Point(row: row, column: 0), style: .bold, width: labelWidth)

    let line = PromptLine(prompt, width: max(1, width - labelWidth), shown: shown)
    // A text that the next letter will replace is shown as selected.
    canvas.put(line.visible, at: Point(row: row, column: labelWidth), style: Style(isReversed: prompt.isFresh))
    canvas.cursor = Point(row: row, column: min(width - 1, labelWidth + line.cursor))
    if prompt.isWrong, let fault = line.fault {
      canvas.restyle(row: row, columns: (labelWidth + fault)..<(labelWidth + line.end)) {
        $0.tone = .error
        $0.isUnderlined = true
      }
    }
    if let menu = prompt.menu, !state.preferences.isScreenReader { paintMenu(menu, above: row) }

    if isTall, let last = plan.hints {
      let rest = lines.dropFirst().map { $0.map(\.text).joined() }.joined(separator: " ")
      for (row, text) in [(plan.message, lines[0].map(\.text).joined()), (last, rest)] {
        clear(row: row)
        canvas.put(clipped(text, to: width), at: Point(row: row, column: 0), style: reading.style)
      }
    } else if !reading.text.isEmpty, !state.isWithheld {
      paintReading(reading, line, labelWidth: labelWidth, row: row, isWrong: prompt.isWrong)
    }
  }

  private func reading(of prompt: Prompt) -> Span {
    Span(
      shown(prompt.reading ?? ""),
      Style(prompt.isWrong ? .error : .plain, weight: prompt.isWrong ? .bold : .dim))
  }

  /// In the row below the line, or after it if there is no such row.
  private mutating func paintReading(_ reading: Span, _ line: PromptLine, labelWidth: Int, row: Int, isWrong: Bool) {
    if let below = plan.hints {
      clear(row: below)
      let fault = isWrong ? line.fault.map { labelWidth + $0 } : nil
      paintReading(reading.text, under: labelWidth, fault: fault, row: below, style: reading.style)
      return
    }
    let width = canvas.size.columns
    let start = labelWidth + line.end + 2
    let room = width - start
    if room >= 8 {
      canvas.put(clipped(reading.text, to: room), at: Point(row: row, column: start), style: reading.style)
    } else if isWrong, row > 1 {
      clear(row: row - 1)
      canvas.put(clipped(reading.text, to: width), at: Point(row: row - 1, column: 0), style: reading.style)
    }
  }

  /// The interpretation under the line; for a fault, a caret under its place, and the explanation on whichever side
  /// has room. If neither has, the words take precedence.
  private mutating func paintReading(_ reading: String, under column: Int, fault: Int?, row: Int, style: Style) {
    let width = canvas.size.columns
    let length = CellWidth.of(reading)
    guard let fault, fault + 2 + length <= width || length < fault else {
      let start = length <= width - column ? column : max(0, width - length)
      canvas.put(clipped(reading, to: width - start), at: Point(row: row, column: start), style: style)
      return
    }
    canvas.put(glyphs.fault, at: Point(row: row, column: fault), style: style)
    let isRight = fault + 2 + length <= width
    canvas.put(reading, at: Point(row: row, column: isRight ? fault + 2 : fault - 1 - length), style: style)
  }

  /// One candidate per row, likeliest at the top, with its description; the one inserted in the line is reversed.
  private mutating func paintMenu(_ menu: Menu, above prompt: Int) {
    let top = plan.header.map { $0 + 1 } ?? 0
    let shown = menu.shown(rows: prompt - top)
    let width = canvas.size.columns
    let texts = shown.map { self.shown(menu.candidates[$0].text) }
    let column = min(width / 2, texts.map(CellWidth.of).max() ?? 0) + 4
    for (index, (candidate, text)) in zip(shown, texts).enumerated() {
      let row = prompt - shown.count + index
      clear(row: row)
      canvas.put(clipped(text, to: column - 3), at: Point(row: row, column: 1), style: Style(.accent))
      canvas.put(
        clipped(self.shown(menu.candidates[candidate].what), to: max(0, width - column)),
        at: Point(row: row, column: column), style: .dim)
      if candidate == menu.chosen { canvas.restyle(row: row, columns: 0..<width) { $0 = Style(isReversed: true) } }
    }
  }

  private static func label(of prompt: Prompt) -> String {
    switch prompt.command {
    case .command: "Command: "
    case .go: "Date: "
    case .findHere: "On this page: "
    case let command: command.rawValue.capitalised + ": "
    }
  }
}
