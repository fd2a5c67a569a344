internal import EDTF
internal import Timeline

/// What text mode says about a step, in whole sentences: the answer first, counts before items, dates in words.
package enum Narrator {
  /// The lines to print after a command; empty for a command with no change to report.
  package static func narrate(_ before: State, _ command: Command, _ after: State) -> [String] {
    Initials.explained(told(before, command, after), in: after.chronology)
  }

  private static func told(_ before: State, _ command: Command, _ after: State) -> [String] {
    var lines: [String] = []
    if let message = after.message { lines.append(message.text) }
    switch command {
    case .quit where before.views.count == after.views.count: return lines
    case .quitAll, .again, .settle, .work, .resize, .edit, .prompt, .whereAmI, .told, .noted, .reloaded, .unreadable,
      .spell,
      .lines, .brief:
      return lines
    default: break
    }
    if after.isInList {
      lines += list(before, command, after)
    } else {
      lines += page(before, command, after)
    }
    return lines
  }

  /// How a session begins: what this is, and the current event.
  package static func greeting(_ state: State) -> [String] {
    var lines = [
      "\(state.chronology.title). \(Speech.count(state.chronology.count, "event"))\(span(state)). Type \(CommandName.help) for the words."
    ]
    if state.chronology.findingCount > 0 {
      lines.append(
        "\(Speech.count(state.chronology.findingCount, "finding")) in the data. Type \(CommandName.findings) to hear them."
      )
    }
    return state.chronology.count > 0 ? lines + [state.eventSentence] : lines
  }

  // MARK: The list

  private static func list(_ before: State, _ command: Command, _ after: State) -> [String] {
    guard !after.filter.matches.events.isEmpty else {
      if case .view(.list) = command { return [after.eventSentence] }
      return []
    }
    switch command {
    case .view(.list): return listing(after, isAsked: true)
    case .move(.pageDown), .move(.pageUp), .move(.halfDown), .move(.halfUp):
      return before.selection == after.selection ? [] : listing(after)
    case .move, .match:
      return before.selection == after.selection ? [] : [after.eventSentence]
    case .help, .export, .copy, .copyEvent, .visit, .bookmark, .note, .openEditor, .screenReader, .theme, .about, .mark,
      .narrow, .lanes,
      .zoom:
      return []
    case .back where before.isInList && before.filter.text == after.filter.text: return []
    default: return after.message?.isError == true ? [] : [after.eventSentence]
    }
  }

  /// As many events from the cursor on as fit one answer, numbered by their place in the list; if the list was asked
  /// for, preceded by the number of events before them.
  private static func listing(_ state: State, isAsked: Bool = false) -> [String] {
    let events = state.filter.matches.events
    let end = min(events.count, state.view.cursor + state.toldRows)
    let first = state.view.cursor + 1
    let which = first == end ? "Event \(end)" : "Events \(first) to \(end)"
    let before =
      first == 1 || !isAsked ? "" : " \(first - 1) before: type \(CommandName.first), then \(CommandName.list)."
    var lines = ["\(which) of \(events.count).\(before)"]
    for row in state.view.cursor..<end { lines.append("\(row + 1). " + state.sentence(ofEventAt: events.select(row))) }
    if end < events.count {
      lines.append("\(events.count - end) more. Type \(CommandName.more), or a number to open one.")
    }
    return lines
  }

  // MARK: Pages

  private static func page(_ before: State, _ command: Command, _ after: State) -> [String] {
    let isNew = before.views.count != after.views.count || before.view.subject != after.view.subject
    if isNew {
      let page = after.view.page
      var lines = [page.spokenHeading]
      if before.views.count > after.views.count {
        lines.append(page.numbered(after.view.layout.row(ofLine: after.view.cursor)))
      } else {
        lines += rows(of: after)
      }
      return lines.filter { !$0.isEmpty }
    }
    switch command {
    case .lanes where after.message == nil:
      return [after.view.page.numbered(after.view.layout.row(ofLine: after.view.cursor))]
    case .move(.pageDown), .move(.pageUp), .move(.halfDown), .move(.halfUp):
      return after.view.cursor == before.view.cursor ? [] : rows(of: after)
    case .narrow, .gaps, .known, .source, .agency, .person, .view, .find, .dates, .clear:
      return after.message?.isError == true ? [] : rows(of: after)
    default:
      guard after.view.cursor != before.view.cursor else { return [] }
      return [after.view.page.numbered(after.view.layout.row(ofLine: after.view.cursor))]
    }
  }

  /// As many rows from the cursor on as fit one answer, and how to hear more.
  private static func rows(of state: State) -> [String] {
    let page = state.view.page
    let start = state.view.layout.row(ofLine: state.view.cursor)
    let end = min(page.rows.count, start + state.toldRows)
    guard start < end else { return [] }
    var lines = (start..<end).map { page.numbered($0) }.filter { !$0.isEmpty }
    let left = page.rows[end...].count { $0.role != .blank }
    if left > 0 { lines.append("\(Speech.count(left, "more line")). Type \(CommandName.more).") }
    return lines
  }

  // MARK: Parts

  private static func span(_ state: State) -> String {
    YearSpan.words(of: state.chronology).map { " \($0)" } ?? ""
  }
}
