internal import EDTF

/// A reader's permanent settings: lines `name = value` in `$XDG_CONFIG_HOME/chronology/config`.
package struct Settings: Equatable {
  package var screenReader = false
  package var theme: ThemeName?
  package var posts: String?
  /// Whether to start in text mode.
  package var text = false
  /// The maximum number of rows in screen-reader mode, and of lines of an answer in text mode; nil for as many as fit.
  package var rows: Int?
  /// Whether the program takes the mouse from the terminal.
  package var mouse = false
  package var keys = KeyBindings()
  /// Lines that could not be read, each as a sentence.
  package var faults: [String] = []

  package init() {}

  package init(_ text: String, path: String) {
    var given: Set<String> = []
    for (number, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = raw.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
      let words = line.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
      if words.isEmpty { continue }
      var fault = words.hasPrefix("key ") ? bind(String(words.dropFirst(4))) : set(words)
      let name = Self.name(in: words)
      if fault == nil, !given.insert(name).inserted {
        fault = "\(name) was set above already; this line is the one that counts."
      }
      if let fault { faults.append("\(path), line \(number + 1): \(fault)") }
    }
  }

  /// What stands before the last equals sign, which may itself be the name of a key.
  private static func name(in line: String) -> String {
    let end = line.lastIndex(of: "=") ?? line.endIndex
    return line[..<end].split(separator: " ").joined(separator: " ")
  }

  /// The names of the settings with the values they take; none where any text will do.
  private static let names: [(name: String, what: String, values: [String])] = [
    ("screen-reader", "on or off", ["on", "off"]), ("text", "on or off", ["on", "off"]),
    ("mouse", "on or off", ["on", "off"]), ("rows", "a number from 1 to 9999", []),
    ("theme", Wording.list(ThemeName.allCases.map(\.rawValue), "or"), ThemeName.allCases.map(\.rawValue)),
    ("posts", "a folder", []),
  ]

  private mutating func set(_ line: String) -> String? {
    let parts = line.split(separator: "=", maxSplits: 1).map { $0.split(separator: " ").joined(separator: " ") }
    guard let name = parts.first, !line.hasPrefix("=") else { return "there is no name before the equals sign." }
    guard let known = Self.names.first(where: { $0.name == name }) else {
      if parts.count == 1, let setting = Self.names.first(where: { name.hasPrefix($0.name + " ") }) {
        return "write an equals sign after \(setting.name)."
      }
      let nearest = EditDistance.nearest(to: name, among: Self.names) { [$0.name] }
      let all = Self.names.map { "\($0.name) (\($0.what))" } + ["key (a key = a command, or off)"]
      return "there is no setting “\(name)”. "
        + (nearest.map { Wording.didYouMean($0.name) } ?? "The settings are \(Wording.list(all)).")
    }
    guard line.contains("=") else { return "\(name) needs an equals sign and \(known.what)." }
    let value = parts.count == 2 ? parts[1] : ""
    if take(name, value) { return nil }
    let nearest = EditDistance.nearest(to: value, among: known.values) { [$0] }
    return "\(name) takes \(known.what), not “\(value)”." + (nearest.map { " " + Wording.didYouMean($0) } ?? "")
  }

  /// "F2 = known", "x = off".
  private mutating func bind(_ line: String) -> String? {
    guard let equals = line.lastIndex(of: "="), equals > line.startIndex else {
      return "a key needs a command: key F2 = known, or key F2 = off."
    }
    let name = line[..<equals].split(separator: " ").joined(separator: " ")
    let command = line[line.index(after: equals)...].split(separator: " ").joined(separator: " ")
    guard let key = Key(name: name) else {
      return "there is no key “\(name)”. Keys are named as in help: x, Ctrl-L, Alt-x, F5, PgDn, Space."
    }
    guard key != .control("c") else { return "Ctrl-C always leaves." }
    guard !command.isEmpty else { return "key \(name) needs a command after the equals sign, or off." }
    if command == "off" {
      keys.bind(key, to: nil)
      return nil
    }
    do throws(CommandParser.Failure) {
      keys.bind(key, to: try CommandParser.entry(for: command).name)
      return nil
    } catch {
      let nearest = EditDistance.nearest(to: command, among: CommandName.allCases) { ["\($0)"] }
      return nearest.map { "there is no command “\(command)”. \(Wording.didYouMean("\($0)"))" }
        ?? "there is no command “\(command)”: type help in the program for those there are."
    }
  }

  private mutating func take(_ name: String, _ value: String) -> Bool {
    switch (name, value) {
    case ("screen-reader", "on"), ("screen-reader", "off"): screenReader = value == "on"
    case ("text", "on"), ("text", "off"): text = value == "on"
    case ("mouse", "on"), ("mouse", "off"): mouse = value == "on"
    case ("theme", _):
      guard let name = ThemeName(rawValue: value) else { return false }
      theme = name
    case ("rows", _):
      guard let count = Int(value), (1...9999).contains(count) else { return false }
      rows = count
    case ("posts", _):
      if value.isEmpty { return false }
      posts = value
    default: return false
    }
    return true
  }
}
