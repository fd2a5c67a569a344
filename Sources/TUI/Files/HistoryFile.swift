internal import CLineEditor
internal import Glibc
internal import Timeline

/// Where the lines of earlier sessions are kept, in libedit's own format: a header, then a line each. Lines are only ever
/// added, so that sessions side by side lose nothing of each other's; a file that is something else is left alone.
package struct HistoryFile {
  private let path: String

  /// How many lines are recalled.
  static let length = 500
  /// Bytes from which on the file is cut back to the lines that are recalled.
  private static let longest = 256 * 1024
  private static let header = "_HiStOrY_V2_\n"

  /// `history` in the `StateFolder`. Nil where there is no such place: history is then forgotten, quietly.
  init?() {
    guard let folder = StateFolder.path() else { return nil }
    self.init(path: folder + "/history")
  }

  /// Nil where something else than a history stands at the path.
  package init?(path: String) {
    self.path = path
    var status = stat()
    guard stat(path, &status) == 0, status.st_size > 0 || !Self.isFile(status) else { return }
    guard Self.isFile(status), let text = Self.read(path), text.starts(with: Self.header.utf8) else { return nil }
    if text.count > Self.longest { shorten() }
  }

  /// Puts the lines into a history of libedit's.
  func load(into history: OpaquePointer) {
    _ = chronology_history_load(history, path)
  }

  /// The lines that are recalled, oldest first.
  package var lines: [String] {
    guard let text = Self.read(path) else { return [] }
    return text.split(separator: UInt8(ascii: "\n")).dropFirst().suffix(Self.length).map(Self.decoded)
  }

  /// Adds a line at the end, in one write.
  package func append(_ line: String) {
    withLock { file in
      let isNew = lseek(file, 0, SEEK_END) == 0
      _ = Descriptor.write(Array(((isNew ? Self.header : "") + Self.encoded(line) + "\n").utf8), to: file)
    }
  }

  /// A line as libedit reads it back: spaces and backslashes by their number.
  private static func encoded(_ line: String) -> String {
    line.reduce(into: "") { text, character in
      switch character {
      case " ": text += "\\040"
      case "\\": text += "\\134"
      default: text.append(character)
      }
    }
  }

  /// What `encoded` has made, and libedit: a backslash and three octal digits are a byte.
  private static func decoded(_ line: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    var rest = line
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3,
        let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: - The file

  /// Keeps the last lines only. The new file takes the old one's place whole.
  private func shorten() {
    withLock { _ in
      guard let text = Self.read(path) else { return }
      let lines = text.split(separator: UInt8(ascii: "\n")).dropFirst().suffix(Self.length)
      let kept = Array(Self.header.utf8) + lines.flatMap { $0 + [UInt8(ascii: "\n")] }
      let new = "\(path).\(getpid())"
      let file = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard file >= 0 else { return }
      let isWhole = Descriptor.write(kept, to: file) == 0 && close(file) == 0
      if !isWhole || rename(new, path) != 0 { unlink(new) }
    }
  }

  /// Calls with the file open at its end, while no other session changes it.
  private func withLock(_ body: (Int32) -> Void) {
    for _ in 0..<3 {
      let file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
      guard file >= 0 else { return }
      defer { close(file) }
      guard flock(file, LOCK_EX) == 0 else { return }
      // Whoever shortened it meanwhile has put another file in its place.
      var (mine, present) = (stat(), stat())
      guard fstat(file, &mine) == 0, stat(path, &present) == 0 else { return }
      if mine.st_ino == present.st_ino { return body(file) }
    }
  }

  private static func isFile(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFREG }

  /// As much as any history holds.
  private static func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return Descriptor.readAll(file, upTo: 16 * longest)
  }
}
