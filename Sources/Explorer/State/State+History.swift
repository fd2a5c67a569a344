/// Lines typed at the prompts, for the arrow keys. Between sessions they are stored the way text mode stores its own,
/// as whole commands, so that both share one history.
extension State {
  /// The maximum number of lines kept per prompt.
  private static let most = 100

  /// Adopts the lines of earlier sessions, oldest first: each as a line for `:`, and those of a command with its own
  /// prompt also as a line for that.
  package mutating func recall(_ lines: [String]) {
    for line in lines {
      remember(line, typedFor: .command)
      if line.hasPrefix("/") {
        remember(String(line.dropFirst()).trimmed, typedFor: .find)
      } else if let entry = Vocabulary.entry(named: String(line.prefix { $0 != " " })), case .required = entry.argument
      {
        remember(String(line.drop { $0 != " " }).trimmed, typedFor: entry.name)
      }
    }
  }

  /// Records a typed line.
  /// - Returns: the effect that stores it for later sessions.
  mutating func keep(_ text: String, typedFor command: CommandName) -> [Effect] {
    remember(text, typedFor: command)
    return text.isEmpty ? [] : [.keep(line: command == .command ? text : "\(command) \(text)")]
  }

  private mutating func remember(_ text: String, typedFor command: CommandName) {
    guard !text.isEmpty else { return }
    var lines = history[command, default: []]
    lines.removeAll { $0 == text }
    lines.append(text)
    history[command] = Array(lines.suffix(Self.most))
  }
}
