internal import CByteSearch
internal import Glibc
import TestSupport
internal import Testing

@testable internal import Timeline

@Suite struct ByteSearchTests {
  @Test func `finds the first place where a term stands, as comparing at every place does`() {
    var random = SplitMix64(19)
    for _ in 0..<4000 {
      let letters = Int.random(in: 1...4, using: &random)
      let text = Self.bytes(Int.random(in: 0...300, using: &random), of: letters, &random)
      let term = Self.bytes(Int.random(in: 1...9, using: &random), of: letters, &random)
      let start = Int.random(in: 0...text.count, using: &random)
      #expect(ByteSearch(term).first(in: text, from: start) == Self.naive(term, text, start, text.count))
    }
  }

  @Test func `finds every byte, an empty term nowhere, and nothing after the end`() {
    let text = Array(UInt8.min...UInt8.max)
    for byte in text { #expect(ByteSearch([byte]).first(in: text, from: 0) == Int(byte)) }
    #expect(ByteSearch([]).first(in: text, from: 0) == nil)
    #expect(ByteSearch([1]).first(in: text, from: text.count + 1) == nil)
  }

  @Test(arguments: [1, 2, 3, 8, 63, 64, 65, 66, 200])
  func `finds a term of any length at any place, at the start and the end too`(length: Int) {
    let term = (0..<length).map { UInt8(truncatingIfNeeded: $0 % 7 + 1) }
    let search = ByteSearch(term)
    for count in [length, length + 1, length + 62, length + 63, length + 64, length + 65, length + 140] {
      let places = Array(0...count - length)
      let texts = places.map { place in
        var text = [UInt8](repeating: 0, count: count)
        text.replaceSubrange(place..<place + length, with: term)
        return text
      }
      #expect(places.map { search.first(in: texts[$0], from: 0) } == places)
      #expect(places.map { search.first(in: texts[$0], from: $0) } == places)
      #expect(places.allSatisfy { search.first(in: texts[$0], from: $0 + 1) == nil })
    }
  }

  typealias Way = @Sendable (UnsafePointer<UInt8>, Int, Int, UnsafePointer<UInt8>, Int, Int, Int) -> Int

  /// The text is surrounded by memory that must not be touched, once directly before it and once directly after.
  @Test(arguments: [("the widest vectors", byte_search as Way), ("none", byte_search_narrow)])
  func `reads nothing outside the text, and finds the same, whatever the processor has`(_: String, way: Way) throws {
    var random = SplitMix64(31)
    let page = Int(getpagesize())
    let memory = try #require(mmap(nil, 4 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
    defer { munmap(memory, 4 * page) }
    #expect(mprotect(memory + page, 2 * page, PROT_READ | PROT_WRITE) == 0)
    for _ in 0..<1500 {
      let letters = Int.random(in: 1...4, using: &random)
      let text = Self.bytes(Int.random(in: 0...400, using: &random), of: letters, &random)
      // Short ones more often, since long ones are seldom found.
      let longest = Int.random(in: 1...80, using: &random)
      let term = Self.bytes(Int.random(in: 1...longest, using: &random), of: letters, &random)
      let first = Int.random(in: 0..<term.count, using: &random)
      let second = Int.random(in: 0..<term.count, using: &random)
      let start = Int.random(in: 0...text.count, using: &random)
      let end = Int.random(in: start...text.count, using: &random)
      let found = Self.naive(term, text, start, end) ?? end
      for place in [memory + page - start, memory + 3 * page - end] {
        let base = place.assumingMemoryBound(to: UInt8.self)
        (base + start).update(from: Array(text[start..<end]), count: end - start)
        #expect(way(base, start, end, term, term.count, first, second) == found)
      }
    }
  }

  private static func bytes(_ count: Int, of letters: Int, _ random: inout SplitMix64) -> [UInt8] {
    (0..<count).map { _ in UInt8(ascii: "a") + UInt8.random(in: 0..<UInt8(letters), using: &random) }
  }

  private static func naive(_ term: [UInt8], _ text: [UInt8], _ start: Int, _ end: Int) -> Int? {
    (start...end).first { $0 + term.count <= end && text[$0] == term[0] && text[$0..<$0 + term.count] == term[...] }
  }
}
