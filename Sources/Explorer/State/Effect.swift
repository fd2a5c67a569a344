package import Timeline

/// What the state asks the front end to do. The outcome comes back as a command.
package enum Effect: Equatable, Sendable {
  /// Leave with an exit status.
  case quit(status: Int32)
  /// Write events to a new file; answered by `Command.told`.
  case export(path: String, format: ExportFormat, events: EventSet, heading: ExportHeading)
  /// Put a text where the reader can paste it from; answered by `Command.told`.
  /// - Parameter what: describes it, as the object of a sentence: "the event “A title”".
  case copy(text: String, what: String)
  /// Open a source's address; answered by `Command.told`.
  case visit(address: String)
  /// Open the file in the reader's editor at a line, counted from 1, and reload it; answered by `Command.told` if that
  /// fails.
  case editor(line: Int)
  /// Add a typed line to the history kept between sessions.
  case keep(line: String)
  /// Store a bookmark or a note; answered by `Command.noted`, or by `Command.told` if that fails.
  case note(Notes.Change)
  /// Clear the terminal and repaint everything.
  case redraw
  /// Find the files whose path begins with this; answered by `Command.offer`.
  case files(beginning: String)
  /// Change the colours.
  case theme(ThemeName)
}

/// A set of colours; how they look on a terminal is up to the front end.
package enum ThemeName: String, CaseIterable, Sendable {
  /// Colours that are legible on any background.
  case normal
  /// For a background known to be dark, or light.
  case dark, light
  /// Nothing dim, everything important bold, no colours.
  case contrast
  /// No colours.
  case plain
}
