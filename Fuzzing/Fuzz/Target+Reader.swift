internal import Explorer
internal import TestSupport
internal import Timeline

extension Target {
  /// Of two events, with something in every field: what is to be tried are the steps, and each costs as much as the page
  /// that it builds.
  private static let sample: Chronology = {
    guard let bytes = try? Bytes(opening: "Fuzzing/Corpus/chronology/whole.json") else {
      fatalError("the fuzzer is run in the project's own folder")
    }
    return Chronology.load(bytes)
  }()

  /// A query is either understood and answered, or has a fault with its place in the text.
  static func query(_ text: String) {
    do throws(QueryError) {
      let query = try Query(text, in: sample)
      var search = Search(query, in: sample)
      while !search.isFinished { search.advance(budget: 100) }
      rule(query.isEmpty || !query.words.isEmpty, "a query has words")
      var reader = CheckedReader(sample, size: Size(rows: 10, columns: 60))
      rule(reader.take(.find(text)).isEmpty, "finding leaves a sound state: \(reader.faults)")
    } catch {
      rule(!error.message.isEmpty, "a fault has a message")
      rule((0...text.unicodeScalars.count).contains(error.offset), "the offset \(error.offset) is in the text")
    }
  }

  /// Lines typed in text mode.
  static func command(_ text: String) {
    var reader = CheckedReader(sample, size: Size(rows: 10, columns: 60), preferences: Preferences(isText: true))
    for line in text.split(whereSeparator: \.isNewline).prefix(12) {
      rule(reader.type(String(line)).isEmpty, "“\(line)” leaves a sound state: \(reader.faults)")
    }
  }

  private static let bound = Vocabulary.entries.flatMap(\.keys)

  /// Keys pressed in the browser: a printable byte is that key, any other byte one of the vocabulary's keys. The first
  /// byte selects the screen.
  static func keys(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.first else { return }
    var reader = CheckedReader(
      sample, size: Size(rows: 1 + Int(first & 31), columns: 1 + Int(first >> 5) * 18),
      preferences: Preferences(isScreenReader: first & 1 == 1))
    for byte in bytes.dropFirst().prefix(24) {
      let isPrintable = (0x20..<0x7F).contains(byte)
      let key: Key = isPrintable ? .character(Character(Unicode.Scalar(byte))) : bound[Int(byte) % bound.count]
      rule(reader.press(key).isEmpty, "\(key) leaves a sound state: \(reader.faults)")
    }
  }

  /// Settings are either accepted or reported as faults, and never rebind Ctrl-C.
  static func settings(_ text: String) {
    let settings = Settings(text, path: "config")
    rule(settings.faults.allSatisfy { $0.hasPrefix("config, line ") }, "each fault names its line")
    rule(settings.rows.map { (1...9999).contains($0) } ?? true, "rows are in range")
    var state = State(sample, size: Size(rows: 10, columns: 60))
    let usual = KeyMap.command(for: .control("c"), in: state)
    var preferences = Preferences()
    preferences.keys = settings.keys
    state = State(sample, size: state.size, preferences: preferences)
    rule(KeyMap.command(for: .control("c"), in: state) == usual, "Ctrl-C does what it always does")
    for key in bound { _ = KeyMap.command(for: key, in: state) }
  }
}
