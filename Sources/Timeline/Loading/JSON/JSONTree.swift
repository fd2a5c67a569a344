/// A JSON value as a flat list of cells in document order, each with a link past its contents: cheap to build, and
/// every node still knows its offset in the file.
package struct JSONTree {
  package enum Kind: UInt8 { case object, array, string, number, boolean, null }

  private struct Cell {
    var kind: Kind
    /// For a string, the same as in its `JSONString`.
    var isPlain = false
    var hasEscapes = false
    var hasControls = false
    /// Bytes of the file; for a string, without its quotes.
    var start: Int
    var end: Int
    /// The first cell after this value and its contents.
    var next: Int
  }

  private var cells: [Cell] = []
  let cursor: JSONCursor
  /// The bytes into which the tree points, unless its cursor's owner keeps them.
  private var bytes: Bytes?

  /// Parses bytes that contain exactly one value.
  package init(_ bytes: Bytes) throws(JSONFault) {
    var cursor = JSONCursor(bytes.buffer)
    try self.init(&cursor)
    cursor.skipSpace()
    if cursor.peek != nil { throw cursor.fault(.textAfterEnd) }
    self.bytes = bytes
  }

  /// Parses the value at the cursor and leaves the cursor after it. The tree points into the cursor's bytes: keep them
  /// alive while it is used.
  init(_ cursor: inout JSONCursor) throws(JSONFault) {
    self.cursor = cursor
    cells.reserveCapacity(96)
    var open: [Int] = []
    repeat {
      cursor.skipSpace()
      guard let byte = cursor.peek else { throw cursor.fault(.endOfFile) }
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        let kind = byte == UInt8(ascii: "{") ? Kind.object : .array
        guard open.count < JSONCursor.depthLimit else { throw cursor.fault(.tooDeep) }
        open.append(cells.count)
        cells.append(Cell(kind: kind, start: cursor.position, end: 0, next: 0))
        cursor.position += 1
        if !cursor.take(byte + 2) {  // "}" and "]" are two code points after "{" and "["
          if kind == .object { append(try cursor.key()) }
          continue
        }
        close(open.removeLast(), at: cursor.position)
      } else {
        try appendScalar(byte, &cursor)
      }
      while let holder = open.last {
        let isObject = cells[holder].kind == .object
        if try cursor.next(in: isObject ? .object : .array) {
          if isObject { append(try cursor.key()) }
          break
        }
        close(open.removeLast(), at: cursor.position)
      }
    } while !open.isEmpty
  }

  private mutating func appendScalar(_ byte: UInt8, _ cursor: inout JSONCursor) throws(JSONFault) {
    let start = cursor.position
    let kind: Kind
    switch byte {
    case UInt8(ascii: "\""):
      append(try cursor.string())
      return
    case UInt8(ascii: "t"), UInt8(ascii: "f"): kind = .boolean
    case UInt8(ascii: "n"): kind = .null
    default: kind = .number
    }
    try cursor.skipScalar()
    cells.append(Cell(kind: kind, start: start, end: cursor.position, next: cells.count + 1))
  }

  private mutating func append(_ string: JSONString) {
    cells.append(
      Cell(
        kind: .string, isPlain: string.isPlain, hasEscapes: string.hasEscapes, hasControls: string.hasControls,
        start: string.start, end: string.end, next: cells.count + 1))
  }

  private mutating func close(_ holder: Int, at end: Int) {
    cells[holder].end = end
    cells[holder].next = cells.count
  }

  // MARK: Reading it

  /// A value by its index among the cells; the root is 0.
  package typealias Node = Int

  package func kind(_ node: Node) -> Kind { cells[node].kind }

  /// The offset of a value in the file; for a string, of its opening quote.
  package func offset(_ node: Node) -> Int { cells[node].kind == .string ? cells[node].start - 1 : cells[node].start }

  func rawString(_ node: Node) -> JSONString? {
    let cell = cells[node]
    guard cell.kind == .string else { return nil }
    return JSONString(
      start: cell.start, end: cell.end, isPlain: cell.isPlain, hasEscapes: cell.hasEscapes,
      hasControls: cell.hasControls)
  }

  package func string(_ node: Node) -> String? { rawString(node).map(cursor.value(of:)) }

  /// A value as written in the file, a string without its quotes.
  package func text(_ node: Node) -> String {
    let cell = cells[node]
    let written = UnsafeBufferPointer(start: cursor.base + cell.start, count: cell.end - cell.start)
    return String(decoding: written, as: UTF8.self)
  }

  /// A number written only with digits that fits in an `Int`.
  package func integer(_ node: Node) -> Int? { kind(node) == .number ? Int(text(node)) : nil }

  /// The elements of an array, or the alternating names and values of an object.
  package func children(_ node: Node) -> Children { Children(tree: self, at: node + 1, end: cells[node].next) }

  fileprivate func next(_ node: Node) -> Node { cells[node].next }

  package struct Children: Sequence, IteratorProtocol {
    fileprivate let tree: JSONTree
    fileprivate var at: Node
    fileprivate let end: Node

    package mutating func next() -> Node? {
      guard at < end else { return nil }
      defer { at = tree.next(at) }
      return at
    }
  }
}
