/// Why the screen cannot be used. Text mode still works.
enum TerminalError: Error, Equatable, CustomStringConvertible {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// `TERM` is not set, or names a terminal that cannot place its cursor.
  case incapable(term: String)
  /// There is no description of the terminal named in `TERM`.
  case unknown(term: String)
  case system(call: String, code: Int32)

  var description: String {
    switch self {
    case .notATerminal:
      "Standard input and output are not both a terminal."
    case .incapable(""):
      "TERM is not set, so nothing is known of this terminal."
    case .incapable(let term):
      "The terminal \"\(term)\" cannot show a full screen."
    case .unknown(let term):
      "This system does not know the terminal \"\(term)\". Set TERM to one it knows, such as xterm-256color or vt100."
    case .system(let call, let code):
      "The terminal cannot be set up: \(call) failed with error \(code)."
    }
  }
}
