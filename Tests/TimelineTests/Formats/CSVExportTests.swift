internal import EDTF
internal import Testing
internal import Timeline

struct CSVExportTests {
  @Test func `each event is a row in the columns of multi-agency chronologies`() {
    let rows = Written.text(Written.all(Written.hard), as: .csv).split(
      separator: "\r\n", omittingEmptySubsequences: false)
    // A month begins before a day within it.
    let expected: [String] = [
      #"\u{FEFF}"Event Ref","Start Date","Start Time","End Date","End Time","Source of Information","Agency","Significant Event","Impact","Action Taken","Comment""#
        .replacing(#"\u{FEFF}"#, with: "\u{FEFF}"),
      #""formula","2007-02",,,,,"South Hospital; East Police","'=1+1. Né à l’été.",,,"Date derived: February 2007 (EDTF 2007-02). Counted.""#,
      #""quoted","2007-02-01",,,,"First post, ¶2; Gazette","North Council","A ""quoted"", <b>bold</b> & slanted title; with \ and `code`. First.",,,"Date stated.""#,
    ]
    #expect(rows.prefix(3).map(String.init) == expected)
    #expect(rows[3].hasPrefix(#""span","2008-10-01",,"2008-12-31",,"#))
    #expect(rows[4].hasPrefix(#""nowhere",,,,,"#))
    #expect(rows[5] == "")
    #expect(rows.count == 6)
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\u{FF1D}1", "\u{FF20}x", "|cmd", "%x",
  ])
  func `no cell begins as a formula does`(_ title: String) throws {
    var event = Made.event("e", "2004")
    event.title = title
    let row = try #require(Written.text(Written.all(Made.chronology([event])), as: .csv).split(separator: "\r\n").last)
    let cell: String = ",\"'\(title)\","
    #expect(row.contains(cell))
  }

  @Test(arguments: [ExportFormat.csv, .timesketchCSV])
  func `every cell that was disarmed is counted`(_ format: ExportFormat) {
    let report = Written.whole(Written.all(Written.hard), as: format).report
    #expect(report.losses.last?.count == 1)
  }

  @Test func `an event that is out of the ordinary is written from its value`() {
    // A field with another name and an escape: the fast path does not accept it.
    let json = #"""
      {"title": "T", "agencies": [], "people": [], "sources": [], "events": [{"id": "a", "date": "2004",
       "dating": {"basis": "stated"}, "kind": "report", "title": "\u0041 \"b\"", "summary": "", "agencies": [],
       "people": [], "links": [], "citations": [], "mood": 7}]}
      """#
    let text = Written.text(Written.all(Chronology.load(Bytes(json.utf8))), as: .csv)
    #expect(text.contains(#""a","2004",,,,,,"A ""b""",,,"Date stated: 2004 (EDTF 2004).""#))
  }
}
