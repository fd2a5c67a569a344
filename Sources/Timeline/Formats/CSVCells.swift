/// Writes the cells of a CSV file (RFC 4180): texts in quotes, lines ending in CR LF, and no cell that a spreadsheet
/// would execute.
struct CSVCells {
  let sink: ByteSink
  private var isFirst = true
  /// How many cells were prefixed with an apostrophe because a spreadsheet would take them for formulas.
  private(set) var disarmed = 0

  init(_ sink: ByteSink) { self.sink = sink }

  mutating func endRow() {
    sink.text("\r\n")
    isFirst = true
  }

  /// A cell composed of several texts by `body`.
  /// - Parameter first: the first byte of the cell's text, which marks a formula.
  @inline(__always) mutating func cell(first: UInt8?, _ body: (borrowing CSVCells) -> Void) {
    if !isFirst { sink.byte(UInt8(ascii: ",")) }
    isFirst = false
    guard let first else { return }
    sink.byte(UInt8(ascii: "\""))
    if Self.isDangerous(first) {
      sink.byte(UInt8(ascii: "'"))
      disarmed += 1
    }
    body(self)
    sink.byte(UInt8(ascii: "\""))
  }

  /// Disfavoured, so that literals use the function below, which writes them without a copy.
  @_disfavoredOverload
  mutating func cell(_ text: String) {
    cell(first: Self.first(of: text)) { $0.part(text) }
  }

  /// Writes a cell of one of the format's own words.
  mutating func cell(_ word: StaticString) { cell(first: word.utf8Start[0]) { $0.sink.text(word) } }

  mutating func cell(_ string: JSONString, _ fields: borrowing EventFields) {
    cell(first: fields.withBytes(of: string) { Self.first(of: $0) }) { $0.part(string, fields) }
  }

  /// Writes a cell of names with a separator between them.
  mutating func cell(_ numbers: [Int], of names: WrittenNames) {
    cell(first: Self.first(of: numbers.first, of: names)) { cells in
      for (index, number) in numbers.enumerated() {
        if index > 0 { cells.sink.text("; ") }
        cells.sink.name(number, of: names)
      }
    }
  }

  /// Part of a cell; quotes are doubled.
  func part(_ text: String) {
    var text = text
    text.withUTF8 { part($0) }
  }

  @inline(__always) func part(_ string: JSONString, _ fields: borrowing EventFields) {
    // Without escapes it contains neither a quote nor a control character.
    if !string.hasEscapes { return sink.bytes(fields.cursor.bytes(of: string)) }
    fields.withBytes(of: string) { part($0) }
  }

  private func part(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { sink.byte(byte) }
      sink.byte(byte < 0x20 ? 0x20 : byte)
    }
  }

  /// Writes a name as part of a cell. It contains no control character, since the data have been checked.
  static func written(_ name: String) -> [UInt8] {
    name.utf8.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
  }

  static func first(of number: Int?, of names: WrittenNames) -> UInt8? {
    number.flatMap { names.withBytes(of: $0) { first(of: $0) } }
  }

  static func first(of text: String) -> UInt8? {
    var text = text
    return text.withUTF8 { first(of: $0) }
  }

  /// The byte that determines whether a text is a formula: the first that is not a space; for the full-width signs
  /// that some spreadsheets treat as `= + - @`, the plain one.
  static func first(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
    guard let first = bytes.first else { return nil }
    if first != 0x20, first != 0xEF { return first }
    guard let start = bytes.firstIndex(where: { $0 != 0x20 }) else { return first }
    if bytes[start] == 0xEF, start + 2 < bytes.count, bytes[start + 1] == 0xBC {
      switch bytes[start + 2] {
      case 0x9D: return UInt8(ascii: "=")
      case 0x8B: return UInt8(ascii: "+")
      case 0x8D: return UInt8(ascii: "-")
      case 0xA0: return UInt8(ascii: "@")
      default: break
      }
    }
    return bytes[start]
  }

  private static func isDangerous(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "|"),
      UInt8(ascii: "%"), 0..<0x20:
      true
    default: false
    }
  }
}
