internal import ArgumentParser
internal import Glibc
internal import Timeline

/// `chronology date`: reports for each string whether it is a date and what it covers, as one line of JSON.
struct DateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "date",
    abstract: "Explain dates: one line of JSON for each.",
    discussion: """
      Reads the Extended Date/Time Format of the Library of Congress, all three levels, or with --typed what people \
      write ("12th March 2009", "before 2004"). A single - reads standard input, one date a line. Write -- before \
      a date that begins with a hyphen: chronology date -- -0043.
      """)

  @Flag(help: "Read dates as people type them, and add the EDTF that they stand for.")
  var typed = false

  @Argument(help: ArgumentHelp("The dates, or - for standard input.", valueName: "string"))
  var strings: [String]

  func run() throws {
    let report = DateReport(isTyped: typed, isASCII: !LocaleEncoding.isUTF8)
    var output = LineOutput()
    if strings == ["-"] {
      let input = LineInput()
      repeat {
        while let line = input.next() {
          report.write(line, to: &output.bytes)
          guard output.endLine() else { return try TextOutput.check(output.failure) }
        }
        // A caller that writes one line and waits for its answer gets it before we wait for the next.
      } while output.flush() && input.fill()
    } else {
      for string in strings {
        var string = string
        string.withUTF8 { report.write($0, to: &output.bytes) }
        guard output.endLine() else { break }
      }
      output.flush()
    }
    try TextOutput.check(output.failure)
  }
}

/// Lines of standard input as bytes, of any length, without the line feed (and any carriage return before it).
private final class LineInput {
  private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
  /// The bytes read but not yet returned, and how far they are known to contain no line feed.
  private var start = 0
  private var searched = 0
  private var end = 0
  private var isAtEnd = false

  deinit { buffer.deallocate() }

  /// The next complete line, valid until `fill`. Nil when more must be read.
  func next() -> UnsafeBufferPointer<UInt8>? {
    guard start < end, let base = buffer.baseAddress else { return nil }
    if let found = memchr(base + searched, 10, end - searched) {
      let feed = UnsafeMutableRawPointer(found) - base
      defer { advance(to: feed + 1) }
      return line(to: feed)
    }
    searched = end
    guard isAtEnd else { return nil }
    defer { advance(to: end) }
    return line(to: end)
  }

  private func advance(to place: Int) {
    start = place
    searched = place
  }

  private func line(to feed: Int) -> UnsafeBufferPointer<UInt8> {
    let isReturn = feed > start && buffer[feed - 1] == 13
    let bytes = UnsafeRawBufferPointer(rebasing: buffer[start..<(isReturn ? feed - 1 : feed)])
    return bytes.bindMemory(to: UInt8.self)
  }

  /// Reads more; returns false once everything has been read and returned.
  func fill() -> Bool {
    if isAtEnd { return false }
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
    (start, searched, end) = (0, searched - start, end - start)
    if end == buffer.count {
      let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * buffer.count, alignment: 1)
      larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
      buffer.deallocate()
      buffer = larger
    }
    guard let base = buffer.baseAddress else { return false }
    let count = Descriptor.read(
      STDIN_FILENO, into: UnsafeMutableRawBufferPointer(start: base + end, count: buffer.count - end))
    if count > 0 { end += count } else { isAtEnd = true }
    return true
  }
}

/// Standard output, written in large pieces.
private struct LineOutput {
  var bytes: [UInt8] = []
  /// The errno of the first write that failed.
  private(set) var failure: Int32?

  init() { bytes.reserveCapacity(1 << 17) }

  /// Ends a line, and writes if enough has accumulated; returns false when nobody is reading any more.
  mutating func endLine() -> Bool {
    bytes.append(10)
    return bytes.count < 1 << 16 || flush()
  }

  @discardableResult
  mutating func flush() -> Bool {
    guard failure == nil else { return false }
    let code = Descriptor.write(bytes, to: STDOUT_FILENO)
    failure = code == 0 ? nil : code
    bytes.removeAll(keepingCapacity: true)
    return failure == nil
  }
}
