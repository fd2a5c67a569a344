internal import Testing

@testable internal import Timeline

struct CSVRowsTests {
  private static func cells(_ text: String, _ separator: Character = ",") -> [[String]] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      var rows = CSVRows(buffer, separator: separator.asciiValue ?? 0)
      var all: [[String]] = []
      while true {
        switch rows.next() {
        case .row: all.append(rows.cells.indices.map { rows.whole($0) })
        case .fault(let offset, let reason): all.append(["\(reason) \(offset)"])
        case .end: return all
        }
      }
    }
  }

  @Test func `cells of any length end where they should`() {
    for count in 0...40 {
      let letters = String(repeating: "x", count: count)
      let text = "\(letters),\"\(letters)\"\"\n,\",\(letters)\n\(letters)y\n"
      #expect(Self.cells(text) == [[letters, "\(letters)\"\n,", letters], ["\(letters)y"]])
    }
  }

  // RFC 4180, 2.
  private static let texts: [(String, [[String]])] = [
    ("", []),
    ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
    ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
    ("a,,\n", [["a", "", ""]]),
    ("a,", [["a", ""]]),
    ("\n\na\n\n", [["a"]]),
    (#""a","b,c""#, [["a", "b,c"]]),
    ("\"a\r\nb\",c", [["a\r\nb", "c"]]),
    (#""a ""quoted"" word",b"#, [[#"a "quoted" word"#, "b"]]),
    (#""""""#, [["\""]]),
    (#"""",a"#, [["openQuote 0"]]), (#"""x"#, [["textAfterQuote 2"]]), (#"","#, [["openQuote 0"]]),
    ("\"a\" ,b", [["a", "b"]]),
    (#"a "b" c,d"#, [[#"a "b" c"#, "d"]]),
    ("\"a\"b,c\nd", [["textAfterQuote 3"], ["d"]]),
    ("x,\"a\nb,c\nd", [["openQuote 2"], ["b", "c"], ["d"]]),
    ("é;\"ü\n", [["openQuote 3"]]),
  ]

  @Test(arguments: texts)
  func `rows and cells are as RFC 4180 has them`(_ text: String, _ rows: [[String]]) {
    #expect(Self.cells(text, text.contains(";") ? ";" : ",") == rows)
  }

  @Test func `what follows a quote that is never closed is read once, however often that happens`() {
    let text = String(repeating: "\"a\n", count: 20_001)
    #expect(Self.cells(text).count >= 1)
  }
}
