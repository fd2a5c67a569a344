import EDTF
import Testing

@Suite struct ChronologicalKeyTests {
  private let sorted = [
    "../..", "../1984", "../1985", "Y-170000002", "-0044", "0000", "19XX", "199X", "1990", "1990-33", "1990-01",
    "1990-01-01", "1990-01-01T10:00:00", "1990-01-02", "2004", "2004/2005", "2004/..", "2004/", "2004-01", "Y170000001",
    "Y170000002",
  ]

  @Test func `puts open starts first, then the earliest day, then the coarser, then what is over first`() throws {
    let keys = try sorted.map { try EDTFDate($0).key }
    for index in sorted.indices.dropLast() {
      #expect(keys[index] < keys[index + 1], "\(sorted[index]) and \(sorted[index + 1])")
    }
  }

  @Test func `puts what has no known start last`() throws {
    let unknown = try ["/1985", "/..", "/"].map { try EDTFDate($0).key }
    let known = try EDTFDate("Y170000002").key
    #expect(unknown.allSatisfy { known < $0 })
    #expect(unknown[0] < unknown[1])
    #expect(unknown[1] < unknown[2])
  }

  @Test func `settles the rest by id`() throws {
    let key = try EDTFDate("2004").key
    #expect(ChronologicalKey.precedes((key, "a"), (key, "b")))
    #expect(!ChronologicalKey.precedes((key, "b"), (key, "a")))
    #expect(!ChronologicalKey.precedes((key, "a"), (key, "a")))
    #expect(ChronologicalKey.precedes((key, "b"), (try EDTFDate("2005").key, "a")))
  }
}
