internal import Glibc

/// Where the program keeps what a reader did: `$XDG_STATE_HOME/chronology`, or the same under `~/.local/state`.
enum StateFolder {
  /// The folder, made if need be, or one in it. Nil where there is no such place: what would be kept is then forgotten,
  /// quietly.
  static func path(_ part: String? = nil) -> String? {
    guard let state = variable("XDG_STATE_HOME") ?? variable("HOME").map({ $0 + "/.local/state" }) else { return nil }
    let folder = state + "/chronology" + (part.map { "/" + $0 } ?? "")
    var end = folder.startIndex
    while let slash = folder[end...].dropFirst().firstIndex(of: "/") {
      mkdir(String(folder[..<slash]), 0o700)
      end = slash
    }
    mkdir(folder, 0o700)
    return access(folder, W_OK) == 0 ? folder : nil
  }

  /// An absolute path from the environment; others are to be ignored.
  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
  }
}
