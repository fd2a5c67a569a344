package import Explorer
internal import Glibc
internal import Timeline

/// Where a reader was in a chronology, kept in a file for each: lines `name = value`.
package struct BookmarkFile {
  private let path: String
  /// What the bookmark belongs to: the file's whole path, or that it came with the program.
  private let chronology: String

  /// Nil where nothing can be kept.
  /// - Parameter file: the chronology's; nil for the one that the program carries.
  init?(of file: String?) {
    let real = file.flatMap { realpath($0, nil) }
    defer { free(real) }
    if file != nil, real == nil { return nil }
    let name = real.map { String(cString: $0) } ?? "shipped"
    guard let folder = StateFolder.path("places") else { return nil }
    self.init(path: "\(folder)/\(Digest(of: name.utf8).hexadecimal)", chronology: name)
  }

  package init(path: String, chronology: String) {
    self.path = path
    self.chronology = chronology
  }

  /// Nil where there is none that can be read.
  package func read() -> State.Bookmark? {
    guard let bytes = InputFiles.read(path) else { return nil }
    var bookmark = State.Bookmark()
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      guard let sign = line.firstRange(of: " = ") else { return nil }
      let value = String(line[sign.upperBound...])
      switch line[..<sign.lowerBound] {
      case "chronology": if value != chronology { return nil }
      case "filter": bookmark.filter = value
      case "event": bookmark.selection = value
      case "view": bookmark.views.append(value)
      default: break
      }
    }
    return bookmark
  }

  /// Whole, or not at all: a file of another name takes the old one's place when all is in it. What cannot be written is
  /// forgotten, quietly.
  package func write(_ bookmark: State.Bookmark) {
    var lines = [("chronology", chronology), ("filter", bookmark.filter)]
    if let selection = bookmark.selection { lines.append(("event", selection)) }
    lines += bookmark.views.map { ("view", $0) }
    guard lines.allSatisfy({ !$0.1.utf8.contains(UInt8(ascii: "\n")) }) else { return }
    let text = Array(lines.map { "\($0.0) = \($0.1)\n" }.joined().utf8)
    let new = "\(path).\(getpid())"
    let file = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let isWritten = Glibc.write(file, text, text.count) == text.count && fsync(file) == 0
    if close(file) != 0 || !isWritten || rename(new, path) != 0 { unlink(new) }
  }
}
