internal import Explorer
internal import Glibc

extension Settings {
  /// Reads the reader's own settings file; defaults if there is none.
  static func ofReader() -> Settings {
    guard let path, let bytes = InputFiles.read(path) else { return Settings() }
    return Settings(String(decoding: bytes, as: UTF8.self), path: path)
  }

  static var path: String? {
    if let base = environment("XDG_CONFIG_HOME") { return base + "/chronology/config" }
    return environment("HOME").map { $0 + "/.config/chronology/config" }
  }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }
}
