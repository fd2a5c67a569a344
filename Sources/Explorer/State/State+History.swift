/// Lines typed at the prompts, for the arrow keys there. From one day to the next they are kept as text mode keeps its
/// own, as whole commands, so that both have one history.
extension State {
  /// Lines of one prompt that are kept, at most.
  private static let most = 100

  /// Takes up the lines of earlier sessions, oldest first: each as a line for `:`, and those of a command that has a
  /// prompt of its own as a line for that.
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

  /// Keeps a line that was typed.
  /// - Returns: the effect that keeps it for another day.
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
