package import Explorer
internal import Glibc
internal import Timeline

/// Where a reader was in a chronology, stored in one file per chronology: lines `name = value`.
package struct BookmarkFile {
  private let path: String
  /// What the bookmark belongs to: the file's full path, or the chronology shipped with the program.
  private let chronology: String

  /// Nil if nothing can be stored.
  /// - Parameter file: the chronology's file; nil for the shipped one.
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

  /// Nil if there is none that can be read.
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

  /// If it cannot be written, the bookmark is silently dropped.
  package func write(_ bookmark: State.Bookmark) {
    var lines = [("chronology", chronology), ("filter", bookmark.filter)]
    if let selection = bookmark.selection { lines.append(("event", selection)) }
    lines += bookmark.views.map { ("view", $0) }
    guard lines.allSatisfy({ !$0.1.utf8.contains(UInt8(ascii: "\n")) }) else { return }
    let text = Array(lines.map { "\($0.0) = \($0.1)\n" }.joined().utf8)
    do throws(WholeFile.Fault) { try WholeFile(path, replaces: true, mode: 0o600).keep(text) } catch { return }
  }
}
