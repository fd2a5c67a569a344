/// The rows of a delimited text (RFC 4180, with any separator). Quoted cells may contain separators, line ends and
/// doubled quotes.
struct CSVRows {
  /// A range in bytes of the text, without the enclosing quotes.
  struct Cell {
    var start: Int
    var end: Int
    /// Whether quotes inside the cell are doubled.
    var isQuoted = false
  }

  enum Outcome: Equatable {
    case row
    /// The row is malformed from an offset on, and is left out.
    case fault(offset: Int, Reason)
    case end
  }

  enum Reason: Equatable { case textAfterQuote, openQuote }

  let bytes: UnsafeBufferPointer<UInt8>
  let separator: UInt8
  var position = 0
  /// The offset of the row last read.
  private(set) var start = 0
  private(set) var cells: [Cell] = []
  /// The line breaks inside cells of the rows before this one, and of this one: a row's number in a spreadsheet is that
  /// of its line less the former.
  private(set) var breaksBefore = 0
  private(set) var breaksInside = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  /// Reads the next row, skipping blank lines.
  mutating func next() -> Outcome {
    while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D { position += 1 }
    guard position < bytes.count else { return .end }
    start = position
    breaksBefore += breaksInside
    breaksInside = 0
    cells.removeAll(keepingCapacity: true)
    while true {
      let isQuoted = position < bytes.count && bytes[position] == UInt8(ascii: "\"")
      let outcome = isQuoted ? quotedCell() : plainCell()
      if let outcome { return outcome }
      if position >= bytes.count {
        // The text ends with a separator: one more, empty cell.
        cells.append(Cell(start: position, end: position))
        return .row
      }
    }
  }

  /// Nil if another cell follows.
  private mutating func plainCell() -> Outcome? {
    let first = position
    position = nextPlace(of: separator, or: 0x0A, from: first)
    if position < bytes.count, bytes[position] == separator {
      cells.append(Cell(start: first, end: position))
      position += 1
      return nil
    }
    let isReturn = position > first && bytes[position - 1] == 0x0D
    cells.append(Cell(start: first, end: isReturn ? position - 1 : position))
    if position < bytes.count { position += 1 }
    return .row
  }

  private mutating func quotedCell() -> Outcome? {
    let quote = position
    var at = quote + 1
    var breaks = 0
    while true {
      at = nextPlace(of: UInt8(ascii: "\""), or: 0x0A, from: at)
      guard at < bytes.count else { break }
      guard bytes[at] == UInt8(ascii: "\"") else {
        breaks += 1
        at += 1
        continue
      }
      if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") {
        at += 2
        continue
      }
      cells.append(Cell(start: quote + 1, end: at, isQuoted: true))
      breaksInside += breaks
      at += 1
      while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0D { at += 1 }
      if at == bytes.count || bytes[at] == 0x0A {
        position = min(at + 1, bytes.count)
        return .row
      }
      if bytes[at] == separator {
        position = at + 1
        return nil
      }
      skipLine(from: at)
      return .fault(offset: at, .textAfterQuote)
    }
    skipLine(from: quote)
    return .fault(offset: quote, .openQuote)
  }

  /// The first place of either byte from an offset on, or the end.
  @inline(__always) private func nextPlace(of one: UInt8, or other: UInt8, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return bytes.count }
    var at = start
    while at + 8 <= bytes.count {
      let word = SWAR.load(base + at)
      let places = SWAR.places(of: one, in: word) | SWAR.places(of: other, in: word)
      if places != 0 { return at + places.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < bytes.count, bytes[at] != one, bytes[at] != other { at += 1 }
    return at
  }

  private mutating func skipLine(from offset: Int) {
    position = (bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
  }

  // MARK: Cells of the row that was read last

  /// A cell on one line; empty if the row has fewer cells.
  func text(_ column: Int) -> String {
    guard column < cells.count else { return "" }
    return withBytes(column) { ImportedText.line($0) }
  }

  /// A cell including its line breaks; empty if the row has fewer cells.
  func whole(_ column: Int) -> String {
    guard column < cells.count else { return "" }
    return withBytes(column) { String(decoding: $0, as: UTF8.self) }
  }

  private func withBytes<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let cell = cells[column]
    let raw = UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end])
    guard cell.isQuoted, raw.contains(UInt8(ascii: "\"")) else { return body(raw) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: raw.count) { room in
      var count = 0
      var isSecond = false
      for byte in raw {
        isSecond = byte == UInt8(ascii: "\"") && !isSecond
        if !isSecond {
          room[count] = byte
          count += 1
        }
      }
      return body(UnsafeBufferPointer(rebasing: room[..<count]))
    }
  }

  var isBlank: Bool { cells.allSatisfy { cell in bytes[cell.start..<cell.end].allSatisfy { $0 <= 0x20 } } }
}
