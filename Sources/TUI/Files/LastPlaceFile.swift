package import Explorer
internal import Glibc
internal import Timeline

/// Where a reader was in a chronology, stored in one file per chronology: lines `name = value`.
package struct LastPlaceFile {
  private let path: String
  /// What the place belongs to: the file's full path, or the chronology shipped with the program.
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

  /// Nil if there is no readable file.
  package func read() -> State.LastPlace? {
    guard let bytes = InputFiles.read(path) else { return nil }
    var place = State.LastPlace()
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      guard let sign = line.firstRange(of: " = ") else { return nil }
      let value = String(line[sign.upperBound...])
      switch line[..<sign.lowerBound] {
      case "chronology": if value != chronology { return nil }
      case "filter": place.filter = value
      case "event": place.selection = value
      case "view": place.views.append(value)
      default: break
      }
    }
    return place
  }

  /// If it cannot be written, the place is silently dropped.
  package func write(_ place: State.LastPlace) {
    var lines = [("chronology", chronology), ("filter", place.filter)]
    if let selection = place.selection { lines.append(("event", selection)) }
    lines += place.views.map { ("view", $0) }
    guard lines.allSatisfy({ !$0.1.utf8.contains(UInt8(ascii: "\n")) }) else { return }
    let text = Array(lines.map { "\($0.0) = \($0.1)\n" }.joined().utf8)
    do throws(WholeFile.Fault) { try WholeFile(path, replaces: true, mode: 0o600).keep(text) } catch { return }
  }
}
