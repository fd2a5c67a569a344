import EDTF
import TestSupport
internal import Testing

@testable internal import Timeline

@Suite struct DateIndexTests {
  static func end(_ random: inout SplitMix64, open: Int32) -> Int32 {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: DaySpan.unknown
    case 1: open
    default: Int32.random(in: 0...400, using: &random)
    }
  }

  static func span(_ random: inout SplitMix64) -> DaySpan {
    let first = end(&random, open: DaySpan.openStart)
    let last = end(&random, open: DaySpan.openEnd)
    return DaySpan(earliest: first, latest: last == DaySpan.unknown ? last : max(first, last))
  }

  @Test(arguments: [0, 1, 64, 100, 5000])
  func `answers as the relations of bounds do`(count: Int) {
    var random = SplitMix64(UInt64(count))
    let spans = (0..<count).map { _ in Self.span(&random) }.sorted { $0.place < $1.place }
    let index = DateIndex(spans)
    #expect(Array(index.undated) == spans.indices.filter { spans[$0].bounds.isUnknown })
    for _ in 0..<(count > 1000 ? 20 : 100) {
      let period = Self.span(&random).bounds
      let cases: [(DateIndex.Question, (Bounds) -> Bool)] = [
        (.may(fallWithin: period), { $0.mayFall(within: period) }),
        (.certainly(fallsWithin: period), { $0.certainlyFalls(within: period) }),
        (.may(beBefore: period), { $0.mayBeBefore(period) }),
        (.certainly(before: period), { $0.isCertainlyBefore(period) }),
        (.may(beAfter: period), { $0.mayBeAfter(period) }),
        (.certainly(after: period), { $0.isCertainlyAfter(period) }),
      ]
      for (number, (question, holds)) in cases.enumerated() {
        let expected = spans.indices.filter { holds(spans[$0].bounds) }
        if Array(index.events(question)) != expected { Issue.record("question \(number) of \(period)") }
      }
    }
  }

  @Test(arguments: [1, 64, 100, 5000, 20_000])
  func `finds the last position with such an end as looking at each would`(count: Int) {
    var random = SplitMix64(UInt64(count))
    let spans = (0..<count).map { _ in Self.span(&random) }.sorted { $0.place < $1.place }
    let index = DateIndex(spans)
    for round in 0..<60 {
      let every = [1, 3, 200][round % 3]
      let all = (0..<UInt32(count)).filter { _ in Int.random(in: 0..<every, using: &random) == 0 }
      let positions = all.prefix(Int.random(in: 0...all.count, using: &random)).suffix(all.count / 2)
      // Among spans that mostly end by day 400, questions with few answers as well as ones with many.
      let day = Int32.random(in: -10...410, using: &random)
      let questions: [(ClosedRange<Int32>, (Int32) -> Bool)] = [
        (DateIndex.ends(onOrAfter: day), { $0 >= day && $0 != DaySpan.unknown }),
        (DateIndex.ends(after: day)!, { $0 > day && $0 != DaySpan.openEnd }),
        (DateIndex.ends(before: day)!, { $0 < day && $0 != DaySpan.unknown }),
      ]
      for (ends, holds) in questions {
        let expected = positions.lastIndex { holds(spans[Int($0)].latest) }
        #expect(index.last(of: positions, endingIn: ends) == expected)
      }
    }
  }

  @Test(arguments: [0, 1, 100, 20_000])
  func `finds the first position with an open start as looking at each would`(count: Int) {
    var random = SplitMix64(UInt64(count))
    for share in [0, 1, 5000] {
      let spans = (0..<count).map { _ -> DaySpan in
        let span = Self.span(&random)
        return Int.random(in: 0..<10_000, using: &random) < share || !span.hasStart
          ? DaySpan(earliest: share == 0 ? 0 : DaySpan.openStart, latest: span.latest) : span
      }.sorted { $0.place < $1.place }
      let index = DateIndex(spans)
      let positions = (0..<UInt32(count)).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
      for start in [0, positions.count / 2, positions.count] {
        let expected = positions[start...].firstIndex {
          spans[Int($0)].earliest == DaySpan.openStart && spans[Int($0)].place != DaySpan.nowhere
        }
        #expect(index.firstWithOpenStart(of: positions[start...]) == expected)
      }
    }
  }

  @Test func `says whether time may reach beyond all days known`() {
    func index(_ spans: [DaySpan]) -> DateIndex { DateIndex(spans.sorted { $0.place < $1.place }) }
    let day = DaySpan(earliest: 1, latest: 2)
    let (before, after) = (
      DaySpan(earliest: DaySpan.openStart, latest: 5), DaySpan(earliest: 3, latest: DaySpan.openEnd)
    )
    let nothing = DaySpan(earliest: DaySpan.unknown, latest: DaySpan.unknown)
    #expect(!index([day, nothing]).isOpenBefore && !index([day, nothing]).isOpenAfter)
    #expect(index([day, before]).isOpenBefore && !index([day, before]).isOpenAfter)
    #expect(!index([day, after]).isOpenBefore && index([day, after]).isOpenAfter)
  }

  @Test func `no end is before the first day or after the last`() {
    #expect(DateIndex.ends(before: DaySpan.days.lowerBound) == nil)
    #expect(DateIndex.ends(after: DaySpan.days.upperBound) == nil)
    #expect(DateIndex.ends(before: .min) == nil && DateIndex.ends(after: .max) == nil)
  }
}
