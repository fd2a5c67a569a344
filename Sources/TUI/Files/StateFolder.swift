internal import Glibc

/// Where the program stores the reader's history and bookmarks: `$XDG_STATE_HOME/chronology`, or the same under
/// `~/.local/state`.
enum StateFolder {
  /// The folder, or one in it, created if necessary. Nil if there is no such place, in which case what would be stored
  /// is silently dropped.
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

  /// An absolute path from the environment; relative ones must be ignored (XDG Base Directory Specification).
  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
  }
}
