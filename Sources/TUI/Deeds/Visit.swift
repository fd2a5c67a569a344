internal import Explorer
internal import Timeline

/// Opens an address with the programs that `BROWSER` names, else with `xdg-open`.
enum Visit {
  static func open(_ address: String) -> Deeds.Outcome {
    guard address.isSafeAddress else {
      return Deeds.Outcome(sentence: "This is not an address that can be opened.", isError: true)
    }
    for words in commands(for: address) {
      if isForTerminal(words[0]) {
        return Deeds.Outcome(
          sentence: "\(words[0]) needs this terminal: leave the program and type \(words[0]) \(address)", isError: true)
      }
      if Program.leave(words) { return Deeds.Outcome(sentence: "Opened \(address) with \(words[0]).") }
    }
    return Deeds.Outcome(
      sentence: "Nothing here opens addresses: set BROWSER to a program. The address is \(address)", isError: true)
  }

  /// `BROWSER` contains colon-separated commands, each with or without a `%s` for the address.
  static func commands(for address: String) -> [[String]] {
    let named = (Settings.environment("BROWSER") ?? "").split(separator: ":").map { command in
      let words = Program.words(of: String(command))
      return words.contains { $0.contains("%s") }
        ? words.map { $0.replacing("%s", with: address) } : words + [address]
    }
    return named.filter { $0.count > 1 } + [["xdg-open", address]]
  }

  private static func isForTerminal(_ program: String) -> Bool {
    ["lynx", "w3m", "links", "links2", "elinks", "browsh", "www-browser"].contains(
      program.split(separator: "/").last.map(String.init) ?? program)
  }
}
