internal import Timeline

/// The lines at the foot: a prompt with its interpretation, or a message, and the key hints. In a single row, each
/// takes precedence over the next in that order.
extension Painter {
  mutating func paintFoot() {
    if let prompt = state.prompt {
      clear(row: plan.message)
      paintPrompt(prompt)
    } else if let message = state.message {
      paintMessage(message)
    } else if plan.hints != nil || plan.header != nil {
      paintHints(row: plan.hints ?? plan.message)
    }
  }

  /// A message continues in a second row if it does not fit in one.
  private mutating func paintMessage(_ message: Message) {
    let style = Style(message.isError ? .error : .plain, weight: message.isError ? .bold : .plain)
    // Until the next key, the cursor is on the message, so that a screen reader, a braille line and a magnifier find
    // it.
    if !message.isStale, !message.isAside { canvas.cursor = Point(row: plan.message, column: 0) }
    if state.isWithheld {
      // Not blank: on some keys a screen reader announces a blank line, but it passes over an ellipsis.
      clear(row: plan.message)
      canvas.put(glyphs.ellipsis, at: Point(row: plan.message, column: 0), style: style)
      return
    }
    let rows = [plan.message] + [plan.hints].compactMap(\.self)
    let lines = Wrapping.wrap([Span(shown(message.text), style)], width: canvas.size.columns)
    for (index, row) in rows.enumerated() where index < lines.count {
      clear(row: row)
      let isCut = index == rows.count - 1 && lines.count > rows.count
      if isCut {
        let rest = lines[index...].map { $0.map(\.text).joined() }.joined(separator: " ")
        canvas.put(clipped(rest, to: canvas.size.columns), at: Point(row: row, column: 0), style: style)
      } else {
        put(lines[index], at: Point(row: row, column: 0), width: canvas.size.columns)
      }
    }
  }

  /// The keys that matter here, as many as fit, and at the right the place in the list if no other line gives it.
  private mutating func paintHints(row: Int) {
    guard !state.preferences.isScreenReader else { return }
    if let place = state.placeInList {
      _ = putRight(place, row: row, before: canvas.size.columns, width: canvas.size.columns, style: .dim)
    }
    for hint in Hints.placed(state) {
      let start = hint.columns.lowerBound
      let width = canvas.put(hint.key, at: Point(row: row, column: start), style: Style(.accent, weight: .bold))
      canvas.put(hint.word, at: Point(row: row, column: start + width + 1))
    }
  }

  mutating func clear(row: Int) {
    canvas.put(String(repeating: " ", count: canvas.size.columns), at: Point(row: row, column: 0))
  }
}
