internal import EDTF
internal import Explorer
internal import Testing
internal import Timeline

struct YearSpanTests {
  private static func words(_ dates: [String]) -> String? {
    let events = dates.enumerated().map { number, date in
      #"{"id": "e\#(number)", "date": "\#(date)", "dating": {"basis": "stated"}, "kind": "visit", "title": "A"}"#
    }
    let text = #"{"title": "T", "events": [\#(events.joined(separator: ", "))]}"#
    return YearSpan.words(of: Chronology.load(Bytes(text.utf8)))
  }

  @Test(
    arguments: [
      ([], nil), (["XXXX", "/"], nil), (["XXXX", "1901"], "in 1901"), (["0000", "1901"], "from 1 BC to 1901"),
      (["2004"], "in 2004"), (["2004", "2007-02"], "from 2004 to 2007"),
      (["../2004", "2007"], "from 2004 or earlier to 2007"), (["2004-01/.."], "in 2004 or later"),
      // 32 bits of days reach back to the year -5877641; what lies before is only known to do so.
      (["Y-13798000000", "2004"], "from 5,877,642 BC or earlier to 2004"),
    ] as [([String], String?)])
  func `says from when to when, and what may lie beyond`(dates: [String], words: String?) {
    #expect(Self.words(dates) == words)
  }
}
