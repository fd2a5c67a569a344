package import Timeline

/// What the state asks of the world. Its outcome comes back as a command.
package enum Effect: Equatable, Sendable {
  /// Leave with an exit status.
  case quit(status: Int32)
  /// Write events to a new file; answered by `Command.told`.
  case export(path: String, format: ExportFormat, events: EventSet, heading: ExportHeading)
  /// Put a text where the reader can paste it from; answered by `Command.told`.
  /// - Parameter what: what it is, as the object of a sentence: "the event “A title”".
  case copy(text: String, what: String)
  /// Open a source's address; answered by `Command.told`.
  case visit(address: String)
  /// Open the file in the reader's editor at a line, counted from 1, and read it again; answered by `Command.told` where
  /// that fails.
  case editor(line: Int)
  /// Add a line that was typed to what is recalled another day.
  case keep(line: String)
  /// Clear the terminal and paint everything again.
  case redraw
  /// Find the files whose path begins so; answered by `Command.offer`.
  case files(beginning: String)
  /// Change the colours.
  case theme(ThemeName)
}

/// A set of colours; what they are on a terminal is the front end's business.
package enum ThemeName: String, CaseIterable, Sendable {
  /// Colours that are legible on any background.
  case normal
  /// For a background that is known to be dark, or light.
  case dark, light
  /// Nothing dim, whatever matters bold, no colours.
  case contrast
  /// No colours.
  case plain
}
