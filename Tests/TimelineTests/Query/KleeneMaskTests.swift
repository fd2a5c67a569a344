import TestSupport
internal import Testing

@testable internal import Timeline

@Suite struct KleeneMaskTests {
  /// Two bits for each of the three values, combined with each other.
  static let values = [KleeneMask(may: 0, must: 0), KleeneMask(may: 1, must: 0), KleeneMask(may: 1, must: 1)]

  static func number(_ truth: KleeneMask) -> Int { Int(truth.may & 1) + Int(truth.must & 1) }

  @Test func `follows Kleene's tables`() {
    for (a, left) in Self.values.enumerated() {
      #expect(Self.number(!left) == 2 - a)
      for (b, right) in Self.values.enumerated() {
        #expect(Self.number(left & right) == min(a, b))
        #expect(Self.number(left | right) == max(a, b))
      }
    }
  }

  @Test func `keeps the laws of De Morgan, and not not, in all bits`() {
    var random = SplitMix64(29)
    func some(_ random: inout SplitMix64) -> KleeneMask {
      let may = random.next()
      return KleeneMask(may: may, must: may & random.next())
    }
    for _ in 0..<1000 {
      let (a, b, c) = (some(&random), some(&random), some(&random))
      #expect(!(!a) == a)
      #expect(!(a & b) == !a | !b)
      #expect(!(a | b) == !a & !b)
      #expect(a & (b | c) == (a & b) | (a & c))
      for truth in [!a, a & b, a | b] { #expect(truth.must & ~truth.may == 0) }
    }
  }
}
