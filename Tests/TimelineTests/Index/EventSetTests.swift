import TestSupport
internal import Testing
internal import Timeline

@Suite struct EventSetTests {
  @Test(arguments: [0, 1, 63, 64, 65, 511, 512, 513, 1000])
  func `holds every position up to a count`(count: Int) {
    let all = EventSet(all: count)
    #expect(all.count == count)
    #expect(Array(all) == Array(0..<count))
    #expect(all == EventSet(0..<count))
    #expect(!all.contains(count) && !all.contains(-1))
  }

  @Test func `answers as a sorted list of its members would`() {
    var random = SplitMix64(3)
    for _ in 0..<200 {
      let room = Int.random(in: 1...3000, using: &random)
      let members = Set(
        (0..<Int.random(in: 0...room, using: &random)).map { _ in Int.random(in: 0..<room, using: &random) })
      let sorted = members.sorted()
      let set = EventSet(members)
      #expect(set.count == sorted.count && set.isEmpty == sorted.isEmpty)
      #expect(Array(set) == sorted)
      #expect(sorted.indices.allSatisfy { set.select($0) == sorted[$0] })
      for position in [-1, 0, room / 3, room / 2, room - 1, room, room + 700] {
        #expect(set.contains(position) == members.contains(position))
        #expect(set.rank(position) == sorted.count { $0 < position })
      }
    }
  }

  @Test func `unites, intersects and subtracts as sets do`() {
    var random = SplitMix64(5)
    func some(_ random: inout SplitMix64) -> Set<Int> {
      let room = Int.random(in: 1...700, using: &random)
      return Set((0..<Int.random(in: 0...300, using: &random)).map { _ in Int.random(in: 0..<room, using: &random) })
    }
    for _ in 0..<300 {
      let a = some(&random)
      let b = some(&random)
      #expect(EventSet(a).union(EventSet(b)) == EventSet(a.union(b)))
      #expect(EventSet(a).intersection(EventSet(b)) == EventSet(a.intersection(b)))
      #expect(EventSet(a).subtracting(EventSet(b)) == EventSet(a.subtracting(b)))
    }
  }

  @Test func `is equal to a set with the same members however it was made`() {
    #expect(EventSet(words: [1, 0, 0]) == EventSet([0]))
    #expect(EventSet([5, 5, -3]) == EventSet([5]))
    #expect(EventSet(words: []) == EventSet([]))
  }
}
