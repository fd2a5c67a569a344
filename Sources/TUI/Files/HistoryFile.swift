internal import Glibc

/// Where the lines of earlier sessions are kept.
enum HistoryFile {
  /// `$XDG_STATE_HOME/chronology/history`, or the same under `~/.local/state`; its folder is made if need be. Nil where
  /// there is no such place: history is then forgotten, quietly.
  static func path() -> String? {
    guard let state = variable("XDG_STATE_HOME") ?? variable("HOME").map({ $0 + "/.local/state" }) else { return nil }
    let folder = state + "/chronology"
    var end = folder.startIndex
    while let slash = folder[end...].dropFirst().firstIndex(of: "/") {
      mkdir(String(folder[..<slash]), 0o700)
      end = slash
    }
    mkdir(folder, 0o700)
    return access(folder, W_OK) == 0 ? folder + "/history" : nil
  }

  /// An absolute path from the environment; others are to be ignored.
  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
  }
}
