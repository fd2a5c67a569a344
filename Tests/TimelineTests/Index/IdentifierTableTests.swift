internal import Testing

@testable internal import Timeline

@Suite struct IdentifierTableTests {
  private static let mask: UInt64 = 2047

  /// Ids that anybody who knows the start value can choose: they all belong in one slot of a table of 2048.
  private static func colliding(seed: UInt64) -> [String] {
    let table = IdentifierTable(seed: seed)
    return (0..<200_000).lazy.map { "event-\($0)" }.filter { table.hash($0) & mask == 0 }
  }

  @Test(arguments: [1, 0x5EED_0000_0000, .max] as [UInt64])
  func `ids that collide by one start value are spread by another`(seed: UInt64) {
    let ids = Self.colliding(seed: 0)
    #expect(ids.count > 50)
    let slots = Set(ids.map { IdentifierTable(seed: seed).hash($0) & Self.mask })
    // Of a hundred in 2048 slots some two share one by chance.
    #expect(slots.count > ids.count * 9 / 10)
  }

  @Test func `ids that collide are told apart`() {
    let ids = Self.colliding(seed: 0)
    var table = IdentifierTable(seed: 0)
    for (number, id) in ids.enumerated() { #expect(table.insert(id) == number) }
    for (number, id) in ids.enumerated() { #expect(table.number(of: id) == number && table.insert(id) == nil) }
    #expect(table.number(of: "event") == nil)
  }
}

extension IdentifierTable {
  fileprivate func hash(_ id: String) -> UInt64 {
    var id = id
    return id.withUTF8 { hash($0) }
  }
}
