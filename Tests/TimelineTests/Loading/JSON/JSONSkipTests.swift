internal import CByteSearch
internal import Glibc
import TestSupport
internal import Testing

@testable internal import Timeline

@Suite struct JSONSkipTests {
  typealias Way = @Sendable (UnsafePointer<UInt8>, Int, Int) -> Int

  /// The text is surrounded by memory that must not be touched, once directly before it and once directly after.
  @Test(arguments: [("the widest vectors", json_skip as Way), ("none", json_skip_narrow)])
  func `ends after the bracket that closes a list, and reads nothing outside the text`(_: String, way: Way) throws {
    var random = SplitMix64(7)
    let page = Int(getpagesize())
    let memory = try #require(mmap(nil, 4 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
    defer { munmap(memory, 4 * page) }
    #expect(mprotect(memory + page, 2 * page, PROT_READ | PROT_WRITE) == 0)
    for _ in 0..<1500 {
      var list: [UInt8] = []
      Self.append(to: &list, depth: 4, &random)
      guard list.count + 200 < page else { continue }
      let after = Int.random(in: 0...200, using: &random)
      let text = list + Array(repeating: UInt8(ascii: "]"), count: after)
      for place in [memory + page, memory + 3 * page - text.count] {
        let base = place.assumingMemoryBound(to: UInt8.self)
        base.update(from: text, count: text.count)
        let found = way(base, 0, text.count)
        #expect(found == list.count || after < 64 && found == text.count)
        #expect(try Self.end(of: text) { cursor throws(JSONFault) in try cursor.skipKnownValue() } == list.count)
        #expect(try Self.end(of: text) { cursor throws(JSONFault) in try cursor.skipValue() } == list.count)
      }
    }
  }

  @Test(arguments: ["\\", "\u{7F}", "é", "\n"])
  func `gives up at a text that is not plain, wherever it is`(sign: String) {
    let padding = String(repeating: " ", count: 80)
    for count in 0...150 {
      let letters = String(repeating: "a", count: count)
      let text = Array("[\"\(letters)\(sign)\", \"b\"]\(padding)".utf8)
      #expect(json_skip(text, 0, text.count) == text.count)
      #expect(json_skip_narrow(text, 0, text.count) == text.count)
      // What follows the list does not matter, nor do line breaks between texts.
      let plain = Array("[\"\(letters)\",\n {}]\(sign)\(padding)".utf8)
      #expect(json_skip(plain, 0, plain.count) == count + 9)
      #expect(json_skip_narrow(plain, 0, plain.count) == count + 9)
    }
  }

  @Test func `misses a bracket that is not there`() {
    for text in ["[", "[[]", "{\"a]\"", "[\"]\(String(repeating: "}", count: 200))"] {
      let bytes = Array((text + String(repeating: " ", count: 80)).utf8)
      #expect(json_skip(bytes, 0, bytes.count) == bytes.count)
    }
  }

  private static func end(
    of text: [UInt8], _ skip: (inout JSONCursor) throws(JSONFault) -> Void
  ) throws(JSONFault) -> Int {
    let bytes = Bytes(text)
    var cursor = JSONCursor(bytes.buffer)
    try skip(&cursor)
    return withExtendedLifetime(bytes) { cursor.position }
  }

  /// A list or an object of plain texts, some with brackets in them.
  private static func append(to text: inout [UInt8], depth: Int, _ random: inout SplitMix64) {
    let isObject = Bool.random(using: &random)
    text.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
    for index in 0..<Int.random(in: 0...4, using: &random) {
      if index > 0 { text += Array((Bool.random(using: &random) ? ", " : ",\n  ").utf8) }
      if isObject { text += Array("\"\(index)]\": ".utf8) }
      if depth > 0, Int.random(in: 0..<3, using: &random) == 0 {
        append(to: &text, depth: depth - 1, &random)
      } else {
        let count = Int.random(in: 0...90, using: &random)
        let letters = Array("ab[]{}, :0".utf8)
        text +=
          Array("\"".utf8) + (0..<count).map { _ in letters.randomElement(using: &random) ?? 0 } + Array("\"".utf8)
      }
    }
    text.append(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
  }
}
