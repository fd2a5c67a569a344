internal import Explorer
internal import Glibc

/// A reader's permanent settings: lines `name = value` in `$XDG_CONFIG_HOME/chronology/config`.
struct Settings: Equatable {
  var screenReader = false
  var theme: ThemeName?
  var posts: String?
  /// Whether to start in text mode.
  var text = false
  /// The maximum number of rows in screen-reader mode, and of lines of an answer in text mode; nil for as many as fit.
  var rows: Int?
  /// Whether the program takes the mouse from the terminal.
  var mouse = false
  /// Lines that could not be read, each as a sentence.
  var faults: [String] = []

  /// The reader's own file; defaults if there is none.
  static func ofReader() -> Settings {
    guard let path, let bytes = InputFiles.read(path) else { return Settings() }
    return Settings(String(decoding: bytes, as: UTF8.self), path: path)
  }

  static var path: String? {
    if let base = environment("XDG_CONFIG_HOME") { return base + "/chronology/config" }
    return environment("HOME").map { $0 + "/.config/chronology/config" }
  }

  init() {}

  init(_ text: String, path: String) {
    for (number, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = raw.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
      let parts = line.split(separator: "=", maxSplits: 1).map { $0.split(separator: " ").joined(separator: " ") }
      if parts.isEmpty || parts == [""] { continue }
      if parts.count != 2 || !take(parts[0], parts[1]) {
        faults.append(
          "\(path), line \(number + 1): not understood. The settings are screen-reader, text, mouse (on or off), rows (a number), theme (\(Speech.list(ThemeName.allCases.map(\.rawValue), "or"))) and posts (a folder)."
        )
      }
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
    case ("posts", _): posts = value
    default: return false
    }
    return true
  }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }
}
