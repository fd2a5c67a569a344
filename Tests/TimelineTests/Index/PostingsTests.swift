import TestSupport
internal import Testing

@testable internal import Timeline

struct PostingsTests {
  private let positions: ArraySlice<UInt32> = [9, 9, 1, 4, 5, 64, 200, 9][2..<7]

  @Test(arguments: [(0, 2), (1, 2), (2, 3), (5, 4), (6, 5), (64, 5), (200, 6), (201, 7)])
  func `finds the first position that is not below another`(position: Int, index: Int) {
    #expect(positions.index(onOrAfter: position) == index)
    for start in 2...index { #expect(positions.index(onOrAfter: position, near: start) == index) }
  }

  @Test func `keeps what is shown, and itself where all is`() {
    #expect(positions.among(EventSet([4, 64, 65])) == [4, 64])
    #expect(positions.among(EventSet(all: 201)).indices == positions.indices)
    #expect(positions.among(EventSet([])).isEmpty && ArraySlice<UInt32>().among(EventSet([1])).isEmpty)
  }

  @Test(arguments: 0..<20) func `agrees with looking at each`(seed: Int) {
    var random = SplitMix64(UInt64(seed))
    let every = [1, 2, 40][seed % 3]
    let all = (0..<UInt32(2000)).filter { _ in Int.random(in: 0..<every, using: &random) == 0 }
    let positions = all[(all.count / 3)...]
    let shown = EventSet((0..<[10, 1500, 2000][seed % 3]).filter { _ in Int.random(in: 0..<10, using: &random) > 0 })
    let kept = positions.filter { shown.contains(Int($0)) }
    #expect(Array(positions.among(shown)) == kept)
    #expect(positions.count(in: shown) == kept.count)
    for _ in 0..<50 {
      let position = Int.random(in: -1...2100, using: &random)
      let index = positions.firstIndex { $0 >= position } ?? positions.endIndex
      #expect(positions.index(onOrAfter: position) == index)
      let start = Int.random(in: positions.startIndex...index, using: &random)
      #expect(positions.index(onOrAfter: position, near: start) == index)
    }
  }
}
