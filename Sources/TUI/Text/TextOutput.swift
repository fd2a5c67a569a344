internal import Explorer
internal import Glibc
internal import Timeline

/// Output lines: sanitised, complete, and one write per answer.
struct TextOutput: ~Copyable {
  /// Whether output is limited to ASCII.
  let isASCII: Bool
  /// The errno of the first write that failed. `EPIPE` means that nobody is reading any more, which is not an error.
  private(set) var failure: Int32?

  private var waiting: [UInt8] = []
  /// Whether standard error goes somewhere other than standard output, so that an error written to both is not read
  /// twice.
  private let hasOtherError: Bool

  init(isASCII: Bool = !LocaleEncoding.isUTF8) {
    self.isASCII = isASCII
    hasOtherError = !Self.isSameFile(STDOUT_FILENO, STDERR_FILENO)
  }

  deinit {
    if failure == nil { _ = Descriptor.write(waiting, to: STDOUT_FILENO) }
  }

  /// Adds a line without control characters; a line break inside it becomes a space.
  mutating func line(_ text: some StringProtocol) {
    let line = Printable.line(text, isASCII: isASCII)
    waiting.append(contentsOf: (Hyperlink.areTaken ? Hyperlink.marked(line) : line).utf8)
    waiting.append(UInt8(ascii: "\n"))
  }

  /// Adds text unchanged, for a machine-readable format: it must already be clean.
  mutating func raw(_ text: some StringProtocol) {
    waiting.append(contentsOf: text.utf8)
  }

  /// Also reports an error of the session on standard error, if that goes somewhere else.
  func errorElsewhere(_ text: some StringProtocol) {
    guard hasOtherError else { return }
    _ = Descriptor.write(Array((Printable.line(text, isASCII: isASCII) + "\n").utf8), to: STDERR_FILENO)
  }

  /// Writes a line to standard error only.
  static func complain(_ text: some StringProtocol) {
    _ = Descriptor.write(Array((Printable.line(text, isASCII: !LocaleEncoding.isUTF8) + "\n").utf8), to: STDERR_FILENO)
  }

  /// Sends what is buffered, in one write if the system accepts it. To be called at the end of each answer, before a
  /// prompt, and before the program exits.
  mutating func flush() {
    if failure == nil {
      let code = Descriptor.write(waiting, to: STDOUT_FILENO)
      failure = code == 0 ? nil : code
    }
    waiting.removeAll(keepingCapacity: true)
  }

  /// Sends the rest.
  /// - Throws: if not all of it could be written, unless nobody is reading any more, which is not an error.
  mutating func finish() throws(InputFiles.Fault) {
    flush()
    try Self.check(failure)
  }

  static func check(_ failure: Int32?) throws(InputFiles.Fault) {
    guard let failure, failure != EPIPE else { return }
    throw InputFiles.Fault(message: "The output could not be written: \(String(cString: strerror(failure))).")
  }

  private static func isSameFile(_ one: Int32, _ other: Int32) -> Bool {
    var first = stat()
    var second = stat()
    guard fstat(one, &first) == 0, fstat(other, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }
}
