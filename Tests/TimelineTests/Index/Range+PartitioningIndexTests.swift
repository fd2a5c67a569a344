import Testing
import Timeline

struct RangePartitioningIndexTests {
  @Test(arguments: 0...9)
  func `finds the lowest index from which the predicate holds`(first: Int) {
    for range in [0..<0, 0..<1, 0..<2, 0..<7, 3..<8, 9..<12] {
      let expected = max(range.lowerBound, min(first, range.upperBound))
      #expect(range.partitioningIndex { $0 >= first } == expected, "\(range)")
    }
  }

  @Test func `gives the upper bound where the predicate never holds`() {
    #expect((4..<9).partitioningIndex { _ in false } == 9)
  }
}
