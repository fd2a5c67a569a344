package import Timeline

/// What the state asks of the world. Its outcome comes back as a command.
package enum Effect: Equatable, Sendable {
  /// Leave with an exit status.
  case quit(status: Int32)
  /// Write the events shown to a file, in the format that its name asks for; answered by `Command.told`.
  case export(path: String, events: EventSet, format: ExportFormat)
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

/// How the events shown are written to a file.
package enum ExportFormat: String, CaseIterable, Sendable {
  case json, text

  /// By the ending of a file's name; plain text where it has no other.
  package init(path: String) {
    self = path.lowercased().hasSuffix(".json") ? .json : .text
  }
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
