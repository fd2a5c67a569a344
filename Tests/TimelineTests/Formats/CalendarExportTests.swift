internal import EDTF
internal import Testing
internal import Timeline

struct CalendarExportTests {
  private static func lines(_ text: String) -> [Substring] {
    // By scalars, since CR LF is a single character.
    text.split(separator: "\r\n", omittingEmptySubsequences: false)
  }

  @Test func `lines are at most 75 bytes and fold between scalars`() {
    var event = Made.event("e", "2004-02-11")
    event.title = String(repeating: "éä€𝄞", count: 40)
    let text = Written.text(Written.all(Made.chronology([event])), as: .ics)
    #expect(Self.lines(text).allSatisfy { $0.utf8.count <= 75 })
    #expect(text.replacing("\r\n ", with: "").contains("SUMMARY:\(event.title)\r\n"))
  }

  @Test(
    arguments: [
      // The end is the day after the last (exclusive).
      ("2004-02-11", "DTSTART;VALUE=DATE:20040211\r\nDTEND;VALUE=DATE:20040212\r\n"),
      ("2004-02", "DTSTART;VALUE=DATE:20040201\r\nDTEND;VALUE=DATE:20040301\r\n"),
      ("2003-12-31/2004-02", "DTSTART;VALUE=DATE:20031231\r\nDTEND;VALUE=DATE:20040301\r\n"),
      ("2004/..", "DTSTART;VALUE=DATE:20040101\r\nDTEND;VALUE=DATE:20040102\r\n"),
      ("9999", "DTSTART;VALUE=DATE:99990101\r\nSUMMARY"),
    ] as [(String, String)])
  func `a date fills the days that it can cover`(_ date: String, _ lines: String) {
    let text = Written.text(Written.all(Made.chronology([Made.event("e", date)])), as: .ics)
    #expect(text.contains(lines))
    #expect(text.contains("X-EDTF:\(date)\r\n"))
  }

  @Test func `texts are escaped, and what the date is known as stays in a property of its own`() {
    let text = Written.text(Written.all(Written.hard), as: .ics).replacing("\r\n ", with: "")
    #expect(text.contains("SUMMARY:A \"quoted\"\\, <b>bold</b> & slanted title\\; with \\\\ and `code`\r\n"))
    #expect(text.contains("X-EDTF:[2008-10..2008-12]\r\n"))
  }

  @Test(arguments: ["/", "0000", "-0043-03-15", "Y170000002"])
  func `an event without a day that a calendar can hold is left out and counted`(_ date: String) {
    let (text, report) = Written.whole(Written.all(Made.chronology([Made.event("e", date)])), as: .ics)
    #expect(!text.contains("VEVENT"))
    #expect(report.losses.first == Loss("events without a day of the years 1 to 9999, which are left out", 1))
  }
}
