internal import EDTF
internal import Explorer
internal import Glibc
internal import Timeline

/// Copies text: to the command named in `CHRONOLOGY_CLIPBOARD`, else to the terminal's clipboard, else to a file.
enum Clipboard {
  /// - Parameter isSpoken: whether the answer is spoken, in which case it leaves out what need not be known.
  static func take(_ text: String, what: String, isSpoken: Bool) -> Deeds.Outcome {
    if let command = Settings.environment("CHRONOLOGY_CLIPBOARD") {
      let words = Program.words(of: command)
      if let fault = Program.feed(words, text) {
        return Deeds.Outcome(sentence: "\(what.capitalised) was not copied: \(fault)", isError: true)
      }
      return copied(what, "with \(words[0])", text, isSpoken)
    }
    if isTerminal, let sequence = sequence(for: text) {
      // A separate write, outside any frame.
      let code = Descriptor.write(sequence, to: STDOUT_FILENO)
      guard code == 0 else { return Deeds.Outcome(sentence: "The terminal does not answer.", isError: true) }
      return copied(what, "to the terminal’s clipboard", text, isSpoken)
    }
    guard let folder = StateFolder.path() else {
      return Deeds.Outcome(sentence: "There is no clipboard: set CHRONOLOGY_CLIPBOARD to a command.", isError: true)
    }
    let path = folder + "/copied.txt"
    if let fault = keep(text, in: path) { return Deeds.Outcome(sentence: fault, isError: true) }
    // There is no clipboard: without the path the text could not be found.
    return copied(what, "to \(path)", text, false)
  }

  private static func copied(_ what: String, _ place: String, _ text: String, _ isSpoken: Bool) -> Deeds.Outcome {
    if isSpoken { return Deeds.Outcome(sentence: "Copied \(what).") }
    return Deeds.Outcome(sentence: "Copied \(what) \(place): \(Speech.count(text.count, "character")).")
  }

  private static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// A clipboard sequence longer than terminals accept is not sent.
  private static let largest = 70_000

  /// OSC 52 for the text; nil if the terminal's description mentions no clipboard, or the text is too long for it.
  private static func sequence(for text: String) -> [UInt8]? {
    guard Capability.hasClipboard, text.utf8.count <= largest else { return nil }
    return Array("\u{1B}]52;c;\(Base64.string(text.utf8))\u{07}".utf8)
  }

  /// - Returns: what went wrong, as a sentence.
  private static func keep(_ text: String, in path: String) -> String? {
    var bytes = Array((text.hasSuffix("\n") ? text : text + "\n").utf8)
    do throws(WholeFile.Fault) {
      let file = try WholeFile(path, replaces: true)
      let failure = WholeFile.Failure()
      let isSent = bytes.withUnsafeMutableBytes { file.sender(failure)(UnsafeRawBufferPointer($0)) }
      if !isSent { throw WholeFile.Fault(code: failure.code) }
      try file.keep()
      return nil
    } catch {
      return Delivery.words(for: error.code, path: path)
    }
  }
}
