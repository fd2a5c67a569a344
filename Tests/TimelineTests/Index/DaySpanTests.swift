import EDTF
import TestSupport
import Testing
import Timeline

struct DaySpanTests {
  @Test(arguments: ["2007", "../2007-02", "2007/", "/", "../..", "-0044", "XXXX"])
  func `fits eight bytes and comes back`(text: String) throws {
    let bounds = try EDTFDate(text).bounds
    #expect(DaySpan(bounds).bounds == bounds)
    #expect(!DaySpan(bounds).isClamped)
  }

  @Test func `stands at the last day of eight bytes when it is later`() throws {
    let span = DaySpan(try EDTFDate("Y170000002").bounds)
    #expect(span.isClamped)
    #expect(span == DaySpan(earliest: .max - 1, latest: .max - 1))
  }

  @Test func `gives eight bytes the same order`() throws {
    let texts = [
      "../..", "../1984", "../1985", "-0044", "0000", "19XX", "1990", "1990-33", "1990-01", "1990-01-01", "1990-01-02",
      "2004", "2004/2005", "2004/..", "2004/", "/1985", "/..", "/", "[..1990-01-02]",
    ]
    let dates = try texts.map { try EDTFDate($0) }.filter { !DaySpan($0.bounds).isClamped }
    for a in dates {
      for b in dates {
        let short = ChronologicalKey(DaySpan(a.bounds), a.precision) < ChronologicalKey(DaySpan(b.bounds), b.precision)
        #expect(short == (a.key < b.key), "\(a) and \(b)")
      }
    }
  }

  @Test func `gives a list the bounds of the whole date`() throws {
    var grammar = DateGrammar(SplitMix64(5))
    var count = 0
    while count < 3_000 {
      guard let date = try? EDTFDate(grammar.date()) else { continue }
      count += 1
      var text = date.description
      let (span, precision, second) = try text.withUTF8 { try EDTFDate.span(utf8: $0) }
      if span != DaySpan(date.bounds) || precision != date.precision || second != date.secondOfDay {
        Issue.record("\(date)")
      }
    }
  }
}
