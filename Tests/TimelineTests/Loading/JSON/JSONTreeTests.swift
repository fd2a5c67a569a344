import TestSupport
internal import Testing
internal import Timeline

struct JSONTreeTests {
  // MARK: Conformance

  @Test(
    arguments: [
      "{}", "[]", "[[]]", "null", "true", "false", "0", "-0", "-1", "10", "1.5", "0.0", "1e5", "1E+5", "1e-5", "-0.0e0",
      "123456789012345678901234567890", "1e999999", #""""#, #""a""#, " \t\r\n1 \t\r\n", "[1,2]", "[ 1 , 2 ]",
      #"{"a":1}"#, #"{ "a" : 1 , "b" : [ ] }"#, #"{"a":1,"a":2}"#, #"{"":0}"#, #""\"\\\/\b\f\n\r\t""#, #""\u0041""#,
      #""\u00e9""#, #""\uD834\uDD1E""#, #""\u0000""#, #""\uFFFF""#, "\"\u{7F}\"", "\"é\"", "\"€\"", "\"𝄞\"",
      "\"\u{10FFFF}\"", "\"\u{2028}\"", "\"\u{E000}\"", #"[null,true,false,"x",1,{},[]]"#, #""eight by" "#,
      #""exactly8""#, #""a text that is longer than eight bytes""#, #""seven b\n and an escape""#,
    ] as [String])
  func `accepts what the grammar allows`(_ text: String) throws {
    _ = try JSONTree(Bytes(text.utf8))
    #expect(TreeDecoder.decode(Array(text.utf8)) != nil)
  }

  @Test(
    arguments: [
      "", " ", "{", "}", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1,,2]", "[1 2]", "{,}", "{\"a\"}", "{\"a\":}",
      "{\"a\":1,}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{a:1}", "{'a':1}", "{1:1}", "{\"a\":1", "[}", "{]", "nul",
      "nulll",
      "True", "TRUE", "truefalse", "NaN", "Infinity", "-Infinity", "+1", "-", "--1", "01", "-01", "00", ".5", "1.",
      "1.e5",
      "1e", "1e+", "1e5.", "0x10", "1_000", "1 2", "{} {}", "[] x", "//", "[1]//", "/**/[]", "\"", "\"a", "\"\\\"",
      "\"\\\"a",
      #""\x41""#, #""\a""#, #""\'""#, #""\u""#, #""\u00""#, #""\u00G0""#, #""\u+041""#, #""\U0041""#, #""\uD834""#,
      #""\uD834x""#, #""\uDD1E""#, #""\uDD1E\uD834""#, #""\uD834\u0041""#, #""\uD834\n""#, #""\uD8""#, "\"a\nb\"",
      "\"a\tb\"",
      "\"\u{0}\"", "\"\u{1F}\"", "\u{FEFF}1", "\u{A0}1", "1\u{0}", "[\"a\",\n4\n,1,", "[\u{C}1]", "a", "\"a\" \"b\"",
      ":",
      ",",
    ] as [String])
  func `rejects what the grammar does not allow`(_ text: String) {
    #expect(throws: JSONFault.self) { try JSONTree(Bytes(text.utf8)) }
    #expect(TreeDecoder.decode(Array(text.utf8)) == nil)
  }

  @Test(
    arguments: [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x22], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
      [0xE2, 0x82],
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9D, 0x84],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xE2, 0x28, 0xA1], [0xF0, 0x9D, 0x28, 0x9E],
    ] as [[UInt8]])
  func `rejects what is not UTF-8`(_ bytes: [UInt8]) throws {
    for padding in 0..<9 {
      let text = [0x22] + Array(repeating: 0x61, count: padding) + bytes + [0x62, 0x22]
      let fault = try #require(throws: JSONFault.self) { try JSONTree(Bytes(text)) }
      #expect(fault == JSONFault(reason: .badUTF8, offset: 1 + padding))
    }
  }

  @Test func `says where and why`() throws {
    let cases: [(String, JSONFault.Reason, Int)] = [
      ("[1,]", .trailingComma, 2), (#"{"a":1,}"#, .trailingComma, 6), ("[1 2]", .commaExpected(in: .array), 3),
      (#"{"a" 1}"#, .colonExpected, 5), ("{a:1}", .keyExpected, 1), ("[01]", .leadingZero, 1), ("[-x]", .badNumber, 1),
      ("[1] 2", .textAfterEnd, 4), (#"["\q"]"#, .badEscape, 2), (#"["\uD800"]"#, .loneSurrogate, 2),
      ("[\"a\tb\"]", .unquotedControl(9), 3), (#"{"a": [1, 2"#, .endOfFile, 11), (#"["abc"#, .unterminatedString, 5),
      ("[tru]", .valueExpected, 1),
    ]
    for (text, reason, offset) in cases {
      let fault = try #require(throws: JSONFault.self) { try JSONTree(Bytes(text.utf8)) }
      #expect(fault == JSONFault(reason: reason, offset: offset), "\(text)")
    }
  }

  @Test func `nesting has a limit and needs no stack`() throws {
    let deepest = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    _ = try JSONTree(Bytes(deepest.utf8))
    let deeper = Bytes(String(repeating: "[{\"a\":", count: 1_000_000).utf8)
    let fault = try #require(throws: JSONFault.self) { try JSONTree(deeper) }
    #expect(fault.reason == .tooDeep)
  }

  @Test func `keeps the bytes into which it points`() throws {
    var bytes: Bytes? = Bytes(#"["text"]"#.utf8)
    weak let kept = bytes
    let tree = try JSONTree(#require(bytes))
    bytes = nil
    #expect(kept != nil && tree.text(1) == "text")
    withExtendedLifetime(tree) {}
  }

  // MARK: Properties

  @Test func `agrees with a plain decoder on any document`() throws {
    var random = SplitMix64(61)
    for _ in 0..<3000 {
      let bytes = Array(Self.document(&random, depth: 0).utf8)
      let expected = try #require(TreeDecoder.decode(bytes))
      let kept = Bytes(bytes)
      let tree = try JSONTree(kept)
      #expect(Self.value(tree, 0) == expected)
      withExtendedLifetime(kept) {}
    }
  }

  @Test func `accepts a damaged document exactly when a plain decoder does, and never traps`() {
    var random = SplitMix64(62)
    for _ in 0..<6000 {
      var bytes = Array(Self.document(&random, depth: 0).utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert(Array(#"{}[]",:\u0e-+."#.utf8).randomElement(using: &random) ?? 0, at: at)
        case 2: bytes.removeSubrange(at...)
        default: bytes.remove(at: at)
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      let kept = Bytes(bytes)
      let tree = try? JSONTree(kept)
      #expect(tree.map { Self.value($0, 0) } == TreeDecoder.decode(bytes), "\(bytes)")
      withExtendedLifetime(kept) {}
    }
  }

  private static func value(_ tree: JSONTree, _ node: JSONTree.Node) -> JSONValue {
    switch tree.kind(node) {
    case .object:
      var fields: [JSONValue.Field] = []
      var children = tree.children(node).makeIterator()
      while let name = children.next(), let child = children.next() {
        fields.append(JSONValue.Field(name: tree.string(name) ?? "?", value: value(tree, child)))
      }
      return .object(fields)
    case .array: return .array(tree.children(node).map { value(tree, $0) })
    case .string: return .string(tree.string(node) ?? "?")
    case .number: return .number(tree.text(node))
    case .boolean: return .boolean
    case .null: return .null
    }
  }

  private static func document(_ random: inout SplitMix64, depth: Int) -> String {
    func space() -> String { [" ", "", "", "\n", "\t", ""].randomElement(using: &random) ?? "" }
    func string() -> String {
      let parts = [
        "a", "text", "éß", "€", "𝄞", #"\n"#, #"\""#, #"\\"#, #"\u00e9"#, #"\uD83D\uDE00"#, "longer than eight",
        "\u{7F}", "",
      ]
      return "\""
        + (0..<Int.random(in: 0...4, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
        + "\""
    }
    let count = Int.random(in: 0...3, using: &random)
    let kind = Int.random(in: 0..<(depth > 4 ? 4 : 7), using: &random)
    let value: String
    switch kind {
    case 0: value = string()
    case 1:
      value = ["0", "-1", "12", "3.25", "-0.5e-7", "1E9", "99999999999999999999"].randomElement(using: &random) ?? "0"
    case 2: value = "true"
    case 3: value = "null"
    case 4:
      value = "[" + (0..<count).map { _ in document(&random, depth: depth + 1) }.joined(separator: ",") + "]"
    default:
      value =
        "{"
        + (0..<count).map { _ in space() + string() + space() + ":" + document(&random, depth: depth + 1) }
        .joined(separator: ",") + "}"
    }
    return space() + value + space()
  }
}
