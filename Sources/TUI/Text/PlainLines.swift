internal import CTerminal
internal import Glibc
internal import Timeline

/// Lines of standard input as they come.
struct PlainLines {
  /// The maximum length of a line in bytes; the rest of a longer one is dropped.
  static let longest = 1 << 20

  private var bytes: [UInt8] = []
  private var position = 0

  /// Waits for the next line. `isGuarded` says that `CTerminal` is watching for SIGINT.
  mutating func next(isGuarded: Bool) -> LineReader.Input {
    var line: [UInt8] = []
    while true {
      let rest = bytes[position...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      line.append(contentsOf: rest[..<(end ?? rest.endIndex)].prefix(Self.longest - line.count))
      position = end.map { $0 + 1 } ?? bytes.endIndex
      if end != nil { return .line(LineReader.clean(line)) }

      if isGuarded {
        let hasInput = terminal_wait(-1, -1) != 0
        if terminal_events() & UInt32(TERMINAL_INTERRUPTED) != 0 { return .interrupted }
        if !hasInput { continue }
      }
      if !fill() { return line.isEmpty ? .end : .line(LineReader.clean(line)) }
    }
  }

  /// Reads more bytes; returns false at the end of the input.
  private mutating func fill() -> Bool {
    position = 0
    bytes = Descriptor.read(STDIN_FILENO)
    return !bytes.isEmpty
  }
}
