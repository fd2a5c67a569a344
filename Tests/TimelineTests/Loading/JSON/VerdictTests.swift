internal import Foundation
internal import TestSupport
internal import Testing
internal import Timeline

/// The parser's verdicts are those of RFC 8259, as listed in `verdicts.txt`.
@Suite struct VerdictTests {
  private struct Case {
    var verdict: Substring
    var bytes: [UInt8]
    /// The text as the table writes it.
    var name: Substring
  }

  private static let cases: [Case] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "verdicts.txt")
    guard let table = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    return table.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      return Case(verdict: parts[0], bytes: bytes(parts[1]), name: parts[1].prefix(60))
    }
  }()

  private static func bytes(_ text: Substring) -> [UInt8] {
    if text == "~" { return [] }
    let parts = text.components(separatedBy: "\\x")
    return parts.dropFirst().reduce(into: Array(parts[0].utf8)) { bytes, part in
      bytes.append(UInt8(part.prefix(2), radix: 16) ?? 0)
      bytes.append(contentsOf: part.dropFirst(2).utf8)
    }
  }

  private static func isAccepted(_ bytes: [UInt8]) -> Bool {
    let kept = Bytes(bytes)
    defer { withExtendedLifetime(kept) {} }
    return (try? JSONTree(kept)) != nil
  }

  @Test func `the table is large, and knows every verdict`() {
    #expect(Self.cases.count >= 600)
    #expect(Set(Self.cases.map(\.verdict)) == ["accept", "refuse", "free"])
  }

  @Test func `what the standard allows is accepted, and nothing else`() {
    for row in Self.cases {
      #expect(Self.isAccepted(row.bytes) == (row.verdict == "accept"), "\(row.verdict) \(row.name)")
      #expect((TreeDecoder.decode(row.bytes) != nil) == (row.verdict == "accept"), "\(row.verdict) \(row.name)")
    }
  }

  @Test func `a text has the same verdict as part of another`() {
    let around: [(String, String)] = [("[", "]"), ("{\"a\":", "}"), ("[0,\n", ",1]"), ("{\"a\":[ ", " ],\"b\":0}")]
    // A text that is not a complete value may become one inside another, which is a separate case.
    for row in Self.cases where row.verdict == "accept" {
      // One level deeper than allowed is rejected.
      guard !row.bytes.starts(with: Array(repeating: UInt8(ascii: "["), count: 500)) else { continue }
      guard !row.name.hasPrefix("{\"a\":{\"a\":{\"a\":") else { continue }
      for (before, after) in around {
        #expect(Self.isAccepted(Array(before.utf8) + row.bytes + Array(after.utf8)), "\(before)\(row.name)\(after)")
      }
    }
  }

  private static let small = """
    {"title": "A \\u00e9\\uD834\\uDD1E \\"bridge\\"", "agencies": [{"id": "a", "name": "Ä"}], "people": [], "sources": [],
     "events": [{"id": "x", "date": "1905", "dating": {"basis": "stated"}, "kind": "k", "title": "T", "agencies": ["a"]}]}
    """

  @Test func `a document cut short at any byte is refused by the parser, and is a finding of the chronology`() {
    let whole = Array(Self.small.utf8)
    #expect(Self.isAccepted(whole))
    #expect(Chronology.load(Bytes(whole)).findings == [])
    for end in 0..<whole.count {
      let part = Array(whole[..<end])
      #expect(!Self.isAccepted(part), "\(end) bytes")
      var loader = Loader(Bytes(part))
      while !loader.isFinished { loader.advance() }
      #expect(loader.isBroken && loader.chronology().findingCount > 0, "\(end) bytes")
      // The event is complete once its closing brace has been read.
      #expect(loader.chronology().count == (end >= whole.count - 2 ? 1 : 0), "\(end) bytes")
    }
  }

  @Test func `a document with any byte replaced by any other never traps, and both readers agree on it`() {
    let whole = Array(Self.small.utf8)
    for at in whole.indices {
      for byte in [0x00, 0x0A, 0x20, 0x22, 0x2C, 0x5C, 0x7B, 0x7D, 0x5B, 0x5D, 0x30, 0x80, 0xC3, 0xED, 0xFF] as [UInt8]
      {
        var bytes = whole
        bytes[at] = byte
        let isJSON = TreeDecoder.decode(bytes) != nil
        #expect(Self.isAccepted(bytes) == isJSON, "byte \(at) is \(byte)")
        // Anything that is not JSON has a finding.
        if !isJSON { #expect(Chronology.load(Bytes(bytes)).findingCount > 0, "byte \(at) is \(byte)") }
      }
    }
  }
}
