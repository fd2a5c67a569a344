internal import CLineEditor
internal import Glibc
internal import Timeline

/// Stores the lines of earlier sessions in libedit's own format: a header, then one line each. Lines are only ever
/// appended, so that concurrent sessions lose nothing; a file that is something else is left alone.
package struct HistoryFile {
  private let path: String

  /// The number of lines recalled.
  static let length = 500
  /// The size in bytes from which the file is cut back to the lines that are recalled.
  private static let longest = 256 * 1024
  private static let header = "_HiStOrY_V2_\n"

  /// `history` in the `StateFolder`. Nil if there is no such place, in which case history is silently dropped.
  init?() {
    guard let folder = StateFolder.path() else { return nil }
    self.init(path: folder + "/history")
  }

  /// Nil if the path holds something other than a history.
  package init?(path: String) {
    self.path = path
    var status = stat()
    guard stat(path, &status) == 0, status.st_size > 0 || !Self.isFile(status) else { return }
    guard Self.isFile(status), let text = Self.read(path), text.starts(with: Self.header.utf8) else { return nil }
    if text.count > Self.longest { shorten() }
  }

  /// Loads the lines into a libedit history.
  func load(into history: OpaquePointer) {
    _ = chronology_history_load(history, path)
  }

  /// The lines that are recalled, oldest first.
  package var lines: [String] {
    guard let text = Self.read(path) else { return [] }
    return text.split(separator: UInt8(ascii: "\n")).dropFirst().suffix(Self.length).map(Self.decoded)
  }

  /// Appends a line, in one write.
  package func append(_ line: String) {
    withLock { file in
      let isNew = lseek(file, 0, SEEK_END) == 0
      _ = Descriptor.write(Array(((isNew ? Self.header : "") + Self.encoded(line) + "\n").utf8), to: file)
    }
  }

  /// A line encoded the way libedit reads it: spaces and backslashes as octal escapes.
  private static func encoded(_ line: String) -> String {
    line.reduce(into: "") { text, character in
      switch character {
      case " ": text += "\\040"
      case "\\": text += "\\134"
      default: text.append(character)
      }
    }
  }

  /// Reverses `encoded`, and libedit's own encoding: a backslash and three octal digits are a byte.
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

  /// Keeps only the last lines, or all of them if that cannot be written.
  private func shorten() {
    withLock { _ in
      guard let text = Self.read(path) else { return }
      let lines = text.split(separator: UInt8(ascii: "\n")).dropFirst().suffix(Self.length)
      let kept = Array(Self.header.utf8) + lines.flatMap { $0 + [UInt8(ascii: "\n")] }
      do throws(WholeFile.Fault) { try WholeFile(path, replaces: true, mode: 0o600).keep(kept) } catch { return }
    }
  }

  /// Calls `body` with the file open at its end, locked against changes by other sessions.
  private func withLock(_ body: (Int32) -> Void) {
    for _ in 0..<3 {
      let file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
      guard file >= 0 else { return }
      defer { close(file) }
      guard flock(file, LOCK_EX) == 0 else { return }
      // If another session shortened it meanwhile, there is now a different file in its place.
      var (mine, present) = (stat(), stat())
      guard fstat(file, &mine) == 0, stat(path, &present) == 0 else { return }
      if mine.st_ino == present.st_ino { return body(file) }
    }
  }

  private static func isFile(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFREG }

  /// Reads at most as much as any history contains.
  private static func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return Descriptor.readAll(file, upTo: 16 * longest)
  }
}
