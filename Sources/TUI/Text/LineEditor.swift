internal import CLineEditor
internal import CTerminal
internal import Explorer
internal import Glibc
internal import Timeline

/// A prompt with line editing, history and completion, by libedit.
///
/// libedit asks this class for characters instead of reading them itself, so that invalid UTF-8 costs only the bytes
/// concerned, a pasted megabyte does not block it, and signals are handled. A class, because libedit's callbacks need
/// a stable address.
final class LineEditor {
  private let complete: (String) -> LineReader.Completion
  private let editor: OpaquePointer
  private let history: OpaquePointer
  private let historyFile: HistoryFile?
  private let prompt = UnsafeMutableBufferPointer<CChar>.allocate(capacity: 256)
  private var input: [UInt8] = []
  private var position = 0
  /// The number of characters of the line passed on so far.
  private var count = 0
  private var outcome = LineReader.Input.end
  /// What was typed before the terminal changed size, as keys.
  private var restored: [UInt8]?

  /// The maximum length of a typed line, in characters.
  private static let longest = 4096

  /// Returns nil if the terminal is not capable of it: `TERM` is unset, dumb or unknown.
  init?(complete: @escaping (String) -> LineReader.Completion) {
    let term = getenv("TERM").map { String(cString: $0) } ?? ""
    _ = LocaleEncoding.isUTF8
    // libedit would report an unknown terminal on standard error, and continue.
    guard !term.isEmpty, term != "dumb", Capability.isKnown,
      let editor = chronology_editor(), let history = history_init()
    else { return nil }
    self.complete = complete
    self.editor = editor
    self.history = history
    historyFile = HistoryFile()
    chronology_history_begin(history, Int32(HistoryFile.length))
    historyFile?.load(into: history)
    chronology_editor_client(editor, Unmanaged.passUnretained(self).toOpaque())
    chronology_editor_history(editor, history)
    chronology_editor_prompt(editor) { LineEditor.of($0).prompt.baseAddress }
    chronology_editor_reader(editor) { LineEditor.of($0).read(into: $1) }
    chronology_editor_keys(editor) { editor, _ in LineEditor.of(editor).completeWord() }
  }

  deinit {
    el_end(editor)
    history_end(history)
    prompt.deallocate()
  }

  /// Reads a line. `CTerminal` must have taken the terminal.
  func next(prompt text: String) -> LineReader.Input {
    prompt.update(repeating: 0)
    for (index, byte) in text.utf8.prefix(255).enumerated() { prompt[index] = CChar(bitPattern: byte) }
    while true {
      count = 0
      outcome = .end
      var length: Int32 = 0
      let read = el_gets(editor, &length)
      if let read, length > 0 {
        let bytes = UnsafeBufferPointer(start: read, count: Int(length)).map { UInt8(bitPattern: $0) }
        let line = LineReader.clean(bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...])
        remember(line)
        return .line(line)
      }
      LineReader.say("\n")
      if let restored {
        // libedit's record of the screen is wrong after a change of size while a line is being edited, so it starts
        // again.
        self.restored = nil
        el_resize(editor)
        input.replaceSubrange(..<position, with: restored)
        position = 0
      } else if outcome != .line("") {
        return outcome
      }
    }
  }

  /// Stored at once: a session that is killed should not lose what was typed.
  private func remember(_ line: String) {
    guard line.contains(where: { $0 != " " }) else { return }
    chronology_history_add(history, line)
    historyFile?.append(line)
  }

  private static func of(_ editor: OpaquePointer?) -> LineEditor {
    Unmanaged<LineEditor>.fromOpaque(chronology_editor_get_client(editor)).takeUnretainedValue()
  }

  // MARK: - Characters for libedit

  /// Stores the next character where libedit wants it. Returns 1, or -1 if there is none; `outcome` then says why.
  private func read(into character: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    while true {
      guard let scalar = nextScalar() else { return -1 }
      if scalar == "\n" || scalar == "\r" {
        count = 0
      } else if scalar.value >= 0x20 {
        count += 1
        if count > Self.longest { continue }
      }
      let isShown = scalar.isASCII || LocaleEncoding.isUTF8
      character?.pointee = wchar_t(bitPattern: isShown ? scalar.value : 0x3F)
      return 1
    }
  }

  /// The next character, U+FFFD for invalid bytes.
  private func nextScalar() -> Unicode.Scalar? {
    while position == input.count { if !fill() { return nil } }
    let first = input[position]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    while position + length > input.count { if !fill() { return nil } }
    let scalars = String(decoding: input[position..<position + length], as: UTF8.self).unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1, length == 1 || scalar != "\u{FFFD}" else {
      position += 1
      return "\u{FFFD}"
    }
    position += length
    return (0x80..<0xA0).contains(scalar.value) ? "\u{FFFD}" : scalar
  }

  /// Waits for more bytes; returns false if the line ends without any.
  private func fill() -> Bool {
    while true {
      let hasInput = terminal_wait(-1, -1) != 0
      let events = terminal_events()
      if events & UInt32(TERMINAL_INTERRUPTED) != 0 {
        outcome = isLineEmpty ? .interrupted : .line("")
        return false
      }
      if events & UInt32(TERMINAL_RESIZED) != 0 {
        restored = typed
        return false
      }
      if events & UInt32(TERMINAL_CONTINUED) != 0 { chronology_editor_again(editor) }
      if !hasInput { continue }
      let more = Descriptor.read(STDIN_FILENO, atMost: 4096)
      input.removeFirst(position)
      position = 0
      input += more
      return !more.isEmpty
    }
  }

  // MARK: - Completion

  /// The line as the keys that would type it and put the cursor where it was.
  private var typed: [UInt8] {
    guard let line = el_line(editor)?.pointee, let start = line.buffer, let cursor = line.cursor else { return [] }
    func text(_ count: Int) -> String {
      let bytes = UnsafeBufferPointer(start: start, count: count).map { UInt8(bitPattern: $0) }
      return String(
        String.UnicodeScalarView(
          String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
    }
    let whole = text(UnsafePointer(line.lastchar) - start)
    let back = whole.unicodeScalars.count - text(cursor - start).unicodeScalars.count
    return Array(whole.utf8) + Array(repeating: 0x02, count: max(0, back))
  }

  private var isLineEmpty: Bool {
    guard let line = el_line(editor)?.pointee else { return true }
    return line.lastchar == line.buffer
  }

  private func completeWord() -> UInt8 {
    guard let line = el_line(editor)?.pointee, let start = line.buffer, let cursor = line.cursor else {
      return UInt8(CC_NORM)
    }
    let bytes = UnsafeBufferPointer(start: start, count: cursor - start).map { UInt8(bitPattern: $0) }
    let before = String(decoding: bytes, as: UTF8.self)
    let completion = complete(before)
    let typed = before.suffix(completion.replacing)
    guard let first = completion.words.first?.text else { return UInt8(CC_NORM) }

    let common = completion.words.dropFirst().reduce(first) { common, word in
      String(zip(common, word.text).prefix { $0 == $1 }.map { $0.0 })
    }
    let isOnly = completion.words.count == 1
    if isOnly || common.count > typed.count, isOnly || common.lowercased().hasPrefix(typed.lowercased()) {
      el_deletestr(editor, Int32(typed.unicodeScalars.count))
      el_insertstr(editor, Printable.line(common + (isOnly && !":/".contains(common.last ?? " ") ? " " : "")))
      return UInt8(CC_REFRESH)
    }
    let list = completion.words.map { word in
      Printable.line(word.what.isEmpty ? word.text : "\(word.text), \(word.what)", isASCII: !LocaleEncoding.isUTF8)
    }
    LineReader.say("\n\(list.count) candidates: \(list.joined(separator: "; ")).\n")
    return UInt8(CC_REDISPLAY)
  }
}
