internal import EDTF
internal import Testing

@testable internal import Timeline

struct TimelineJSImportTests {
  @Test func `slides are events, the title slide is the title, eras are events too`() throws {
    let made = try Imported(
      #"""
      {"title": {"text": {"headline": "A <i>made-up</i> story", "text": "<p>About it.</p>"}},
       "events": [
        {"start_date": {"year": "2009", "month": "3", "day": "12", "hour": "9", "minute": "5"},
         "text": {"headline": "A visit", "text": "Nobody &amp; nothing"}, "group": "Council", "unique_id": "a-visit",
         "media": {"url": "https://example.org/a.jpg", "caption": "A door", "credit": "Ann"}},
        {"start_date": {"year": 2004}, "end_date": {"year": 2006}, "text": {"headline": "Years"}, "display_date": "mid-decade"},
        {"text": {"headline": "No date"}}, {"start_date": {"year": "then"}}, 7,
        {"start_date": {"year": 2009}, "end_date": {"year": 2008}}],
       "eras": [{"start_date": {"year": -43}, "end_date": {"year": 476}, "text": {"headline": "An age"}}]}
      """#)
    #expect(made.chronology.title == "A made-up story")
    #expect(made.chronology.description == "About it.")
    #expect(made.dates == ["-0042/0476", "2004/2006", "2009-03-12T09:05:00"])
    #expect(made.events[0].kind == "era")
    #expect(made.events[1].summary == "Date shown: mid-decade.")
    #expect(made.events[2].id == "a-visit")
    #expect(made.events[2].agencies == ["council"])
    #expect(made.events[2].summary == "Nobody & nothing. Media: https://example.org/a.jpg. A door. Credit: Ann.")
    #expect(made.places == ["7:3", "7:53", "7:72", "8:3"])
    #expect(made.findings[1].place?.path == "$.events[3].start_date")
    #expect(made.report.records == 8)
    #expect(made.noted == 1)
  }

  @Test func `the times of something that lasted for days are kept in words`() throws {
    let made = try Imported(
      #"""
      {"events": [{"start_date": {"year": 2009, "month": 3, "day": 12, "hour": 9, "minute": 5},
        "end_date": {"year": 2009, "month": 3, "day": 14, "hour": 17}, "text": {"headline": "A stay", "text": "Quiet."}}]}
      """#)
    #expect(made.dates == ["2009-03-12/2009-03-14"])
    #expect(made.events[0].summary == "Quiet. Start time: 09:05. End time: 17:00.")
  }

  @Test func `a slide without words is called by its caption, and the date shown is kept`() throws {
    let made = try Imported(
      #"""
      {"events": [{"start_date": {"year": "1900", "month": "", "display_text": "Now"}, "unique_id": "",
        "media": {"caption": "The yard at noon", "credit": null, "url": ""}, "text": {"headline": "", "text": ""}}]}
      """#)
    #expect(made.events.map(\.title) == ["The yard at noon"])
    #expect(made.events.map(\.summary) == ["Date shown: Now."])
    #expect(made.dates == ["1900"])
  }

  @Test func `years may be as long ago as the universe is old`() throws {
    let made = try Imported(
      #"{"scale": "cosmological", "events": [{"start_date": {"year": "-13798000000"}, "text": {"headline": "It began"}}]}"#
    )
    #expect(made.dates == ["Y-13798000000"])
    #expect(made.chronology.findingCount == 0)
  }

  private static let dates: [(String, String?)] = [
    ("2011,12,10", "2011-12-10"), ("2011,12", "2011-12"), ("2011", "2011"),
    ("2011,12,10,07,02,10", "2011-12-10T07:02:10"),
    ("2011,1,2,7,2", "2011-01-02T07:02:00"), ("-500", "-0499"), ("2011-12-10", "2011-12-10"),
    // Version 2 itself reads the month first.
    ("1/26/2012", "2012-01-26"), ("1/26/2012 12:30:00", "2012-01-26T12:30:00"), ("26/1/2012", nil), ("January", nil),
  ]

  @Test(arguments: dates)
  func `version 2 has dates as texts`(_ text: String, _ date: String?) throws {
    let made = try Imported(
      #"storyjs_jsonp_data = {"timeline": {"headline": "T", "date": [{"startDate": "\#(text)", "headline": "A"}]}};"#)
    #expect(made.report.format == .timelinejs)
    #expect(made.dates == (date.map { [$0] } ?? []))
    #expect(made.findings.count == (date == nil ? 1 : 0))
  }

  @Test func `a slide of version 2 keeps its tag and its picture`() throws {
    let made = try Imported(
      #"""
      {"timeline": {"headline": "T", "text": "About", "date": [{"startDate": "2009,3,12", "endDate": "2009,3,14",
       "headline": "A visit", "text": "<p>Nobody</p>", "tag": "Council",
       "asset": {"media": "https://example.org/a.jpg", "credit": "Ann", "caption": ""}}]}}
      """#)
    let event = try #require(made.events.first)
    #expect(event.date.description == "2009-03-12/2009-03-14")
    #expect(event.summary == "Nobody. Media: https://example.org/a.jpg. Credit: Ann.")
    #expect(event.agencies == ["council"])
  }

  @Test(arguments: [
    #"{"timeline": {"date": ["#, #"{"title": {}, "events": [{]}"#, #"{"title": {}, "events": []} more"#,
  ])
  func `what is no JSON is a finding, and nothing is read`(_ text: String) throws {
    let made = try Imported(text, as: .timelinejs)
    #expect(made.chronology.count == 0)
    #expect(made.report.findingCount == 1)
  }
}
