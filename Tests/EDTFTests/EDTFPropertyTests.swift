import EDTF
import TestSupport
import Testing

/// What holds for every date, tested on dates generated from the grammar with a seed.
@Suite struct EDTFPropertyTests {
  /// As many as a debug build reads in a second or two; `Benchmarks/dates/fuzz.py` feeds a million to the program.
  private let count = 3_000

  private func made(_ seed: UInt64) -> [EDTFDate] {
    var grammar = DateGrammar(SplitMix64(seed))
    var dates: [EDTFDate] = []
    while dates.count < count {
      if let date = try? EDTFDate(grammar.date()) { dates.append(date) }
    }
    return dates
  }

  @Test func `reads back what it writes`() throws {
    for date in made(1) {
      let again = try EDTFDate(date.description)
      if again != date || again.description != date.description || again.hashValue != date.hashValue {
        Issue.record("\(date) comes back as \(again)")
      }
    }
  }

  @Test func `has ordered bounds and words without signs`() {
    for date in made(2) {
      if let first = date.bounds.earliest.day, let last = date.bounds.latest.day, last < first {
        Issue.record("\(date) ends before it begins")
      }
      let words = date.words
      if words.isEmpty || words.contains(where: { "/~%X[]{}".contains($0) }) || words.contains("  ") {
        Issue.record("\(date) is said as \(words)")
      }
      if date.short().isEmpty || date.short(ascii: true).utf8.contains(where: { $0 >= 0x80 }) {
        Issue.record("\(date) is shortened to \(date.short())")
      }
    }
  }

  @Test func `certainly means may`() {
    let dates = made(3)
    for (a, b) in zip(dates, dates.reversed()) {
      let (date, period) = (a.bounds, b.bounds)
      let fails =
        date.certainlyFalls(within: period) && !date.mayFall(within: period)
        || date.isCertainlyBefore(period) && !date.mayBeBefore(period)
        || date.isCertainlyAfter(period) && !date.mayBeAfter(period)
        || date.isCertainlyBefore(period) && date.mayFall(within: period)
        || date.isCertainlyBefore(period) != period.isCertainlyAfter(date)
      if fails { Issue.record("\(a) and \(b)") }
    }
  }

  @Test func `is in one total order that agrees with the bounds`() {
    let sorted = made(4).sorted { $0.key < $1.key }
    for (a, b) in zip(sorted, sorted.dropFirst()) {
      if b.key < a.key { Issue.record("\(a) and \(b) are out of order") }
      if let first = a.bounds.earliest.day, let second = b.bounds.earliest.day, second < first {
        Issue.record("\(a) begins after \(b)")
      }
    }
    for index in 0..<(sorted.count - 2) {
      let (a, b, c) = (sorted[index], sorted[(index * 7919) % sorted.count], sorted[(index * 104_729) % sorted.count])
      let isTotal = [a.key < b.key, b.key < a.key, a.key == b.key].filter { $0 }.count == 1
      let isTransitive = !(a.key < b.key && b.key < c.key) || a.key < c.key
      if !isTotal || !isTransitive { Issue.record("\(a), \(b), \(c)") }
    }
  }

  @Test func `has a level that its canonical form does not exceed`() throws {
    for date in made(6) where try EDTFDate(date.description).level > date.level {
      Issue.record("\(date)")
    }
  }

  @Test func `never fails on arbitrary bytes`() {
    var random = SplitMix64(7)
    let alphabet = Array("0123456789--XYSET:Z?~%./[]{},+ \u{0}é".utf8)
    for round in 0..<50_000 {
      let length = Int.random(in: 0...24, using: &random)
      let bytes = (0..<length).map { _ in
        round % 4 == 0 ? UInt8.random(in: 0...255, using: &random) : alphabet.randomElement(using: &random)!
      }
      bytes.withUnsafeBufferPointer { bytes in
        do throws(EDTFError) {
          _ = try EDTFDate(utf8: bytes)
        } catch {
          if error.offset < 0 || error.offset > bytes.count { Issue.record("\(Array(bytes)): \(error)") }
        }
      }
    }
  }
}
