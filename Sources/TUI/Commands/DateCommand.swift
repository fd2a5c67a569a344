internal import ArgumentParser
internal import Glibc
internal import Timeline

/// `chronology date`: says of each string whether it is a date and what it covers, as one line of JSON.
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
    let report = DateReport(isTyped: typed)
    var output = LineOutput()
    if strings == ["-"] {
      var input = LineInput()
      while let answered = input.next({ report.write($0, to: &output.bytes) }) {
        guard answered, output.endLine() else { break }
      }
    } else {
      for string in strings {
        var string = string
        string.withUTF8 { report.write($0, to: &output.bytes) }
        guard output.endLine() else { break }
      }
    }
    output.flush()
  }
}

/// Lines of standard input as bytes, however long, without the line feed (and a carriage return before it).
private struct LineInput {
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var start = 0
  private var end = 0
  private var isAtEnd = false

  /// Hands the next line to `body`; nil after the last.
  mutating func next(_ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool? {
    var searched = start
    while true {
      if let length = lineLength(from: searched) {
        hand(start..<(searched + length), to: body)
        start = searched + length + 1
        return true
      }
      searched = end
      if isAtEnd {
        guard start < end else { return nil }
        hand(start..<end, to: body)
        start = end
        return true
      }
      searched -= fill()
    }
  }

  /// How far the next line feed is from a place, if it was read already.
  private func lineLength(from place: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard place < end, let base = bytes.baseAddress, let found = memchr(base + place, 10, end - place) else {
        return nil
      }
      return found - UnsafeMutableRawPointer(mutating: base + place)
    }
  }

  private func hand(_ range: Range<Int>, to body: (UnsafeBufferPointer<UInt8>) -> Void) {
    buffer.withUnsafeBufferPointer { bytes in
      let isReturn = !range.isEmpty && bytes[range.upperBound - 1] == 13
      body(UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<(range.upperBound - (isReturn ? 1 : 0))]))
    }
  }

  /// Reads more, and says by how many places what was read before has moved towards the start.
  private mutating func fill() -> Int {
    let moved = start
    if start > 0 {
      buffer.withUnsafeMutableBytes { bytes in
        _ = memmove(bytes.baseAddress!, bytes.baseAddress! + start, end - start)
      }
      end -= start
      start = 0
    }
    if end == buffer.count { buffer.append(contentsOf: repeatElement(0, count: buffer.count)) }
    let room = buffer.count - end
    let count = buffer.withUnsafeMutableBytes { bytes in
      var count: Int
      repeat { count = read(STDIN_FILENO, bytes.baseAddress! + end, room) } while count < 0 && errno == EINTR
      return count
    }
    if count > 0 { end += count } else { isAtEnd = true }
    return moved
  }
}

/// Standard output in large pieces.
private struct LineOutput {
  var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(1 << 17) }

  /// Ends a line and writes if there is enough; false when nobody reads any more.
  mutating func endLine() -> Bool {
    bytes.append(10)
    return bytes.count < 1 << 16 || flush()
  }

  @discardableResult
  mutating func flush() -> Bool {
    let isWritten = bytes.withUnsafeBytes { all in
      var rest = all[...]
      while !rest.isEmpty {
        let count = write(STDOUT_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
    bytes.removeAll(keepingCapacity: true)
    return isWritten
  }
}
