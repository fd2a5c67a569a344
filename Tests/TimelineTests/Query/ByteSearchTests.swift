internal import Testing

@testable internal import Timeline

@Suite struct ByteSearchTests {
  @Test func `finds the first place where a term stands, as comparing at every place does`() {
    var random = Seeded(19)
    for _ in 0..<4000 {
      let letters = Int.random(in: 1...4, using: &random)
      func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(ascii: "a") + UInt8.random(in: 0..<UInt8(letters), using: &random) }
      }
      let text = bytes(Int.random(in: 0...300, using: &random))
      let term = bytes(Int.random(in: 1...9, using: &random))
      let start = Int.random(in: 0...text.count, using: &random)
      let expected = (start...max(start, text.count)).first {
        $0 + term.count <= text.count && text[$0..<$0 + term.count] == term[...]
      }
      #expect(ByteSearch(term).first(in: text, from: start) == expected)
    }
  }

  @Test func `finds every byte, and an empty term nowhere`() {
    let text = Array(UInt8.min...UInt8.max)
    for byte in text { #expect(ByteSearch([byte]).first(in: text, from: 0) == Int(byte)) }
    #expect(ByteSearch([]).first(in: text, from: 0) == nil)
  }
}
