internal import EDTF
internal import Testing

@testable internal import Timeline

struct CalendarImportTests {
  private static func calendar(_ event: String) -> String {
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Made\\, up\r\nBEGIN:VEVENT\r\n"
      + event.split(separator: "\n").joined(separator: "\r\n") + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
  }

  // RFC 5545, 3.6.1: the end is exclusive. A time belongs to its local day.
  private static let dates: [(String, String, String)] = [
    ("DTSTART;VALUE=DATE:20090312", "2009-03-12", ""), ("DTSTART:20090312", "2009-03-12", ""),
    ("DTSTART;VALUE=DATE:20090312\nDTEND;VALUE=DATE:20090313", "2009-03-12", ""),
    ("DTSTART;VALUE=DATE:20090312\nDTEND;VALUE=DATE:20090315", "2009-03-12/2009-03-14", ""),
    ("DTSTART;VALUE=DATE:20090312\nDTEND;VALUE=DATE:20090312", "2009-03-12", ""),
    ("DTSTART;VALUE=DATE:20090312\nDURATION:P2D", "2009-03-12/2009-03-13", ""),
    ("DTSTART:20090312T143000", "2009-03-12T14:30:00", ""),
    ("DTSTART:20090312T233000Z\nDTEND:20090313T000000Z", "2009-03-12T23:30:00Z", "Until 00:00:00 UTC."),
    (
      "DTSTART;TZID=Europe/London:20090312T143000\nDTEND;TZID=Europe/London:20090312T153000", "2009-03-12T14:30:00",
      "Until 15:30:00. Time zone: Europe/London."
    ),
    (
      "DTSTART;TZID=\"A:B;C\":20090312T143000\nDURATION:PT1H30M", "2009-03-12T14:30:00",
      "Until 16:00:00. Time zone: A:B;C."
    ),
    ("DTSTART;TZID=\"A:\u{1A} \u{1A}B\":20090312T143000", "2009-03-12T14:30:00", "Time zone: A: B."),
    ("DTSTART:20090312T220000\nDTEND:20090313T030000", "2009-03-12/2009-03-13", "From 22:00:00 to 03:00:00."),
    ("DTSTART:20090312T000000\nDTEND:20090313T000000", "2009-03-12T00:00:00", ""),
    // By local time, a flight lands before it took off.
    (
      "DTSTART;TZID=Australia/Sydney:20090312T143000\nDTEND;TZID=America/Los_Angeles:20090312T093000",
      "2009-03-12T14:30:00", "Time zone: Australia/Sydney."
    ),
    ("DTSTART:20081231T233000\nDURATION:P1W", "2008-12-31/2009-01-07", "From 23:30:00 to 23:30:00."),
    ("DTSTART;VALUE=DATE:20090312\nX-EDTF:2009-03-12~", "2009-03-12~", ""),
  ]

  @Test(arguments: dates)
  func `an event is on the days that it means`(_ properties: String, _ date: String, _ summary: String) throws {
    let made = try Imported(Self.calendar("UID:a\nSUMMARY:A\n\(properties)"), named: "made.ics")
    #expect(made.dates == [date])
    #expect(made.events.first?.summary == summary)
    #expect(made.findings.isEmpty)
    #expect(made.chronology.title == "Made, up")
  }

  @Test(
    arguments: [
      "SUMMARY:A", "DTSTART:2009-03-12", "DTSTART:20090231", "DTSTART:20090312T2500", "DTSTART:20090312T250000",
      "DTSTART:20090312\nDTEND:20090311", "DTSTART:20090312\nDURATION:soon", "DTSTART:",
      "DTSTART:20090312T143000\nDURATION:P",
    ] as [String])
  func `an event without days that can be is a finding`(_ properties: String) throws {
    let made = try Imported(Self.calendar(properties), named: "made.ics")
    // An empty duration is not worth losing an event for.
    let isNothing = properties.hasSuffix("DURATION:P")
    #expect(made.chronology.count == (isNothing ? 1 : 0))
    #expect(made.report.lostRecords == (isNothing ? 0 : 1))
  }

  @Test func `lines are unfolded, within a character too, and texts unescaped`() throws {
    var bytes = Array("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20090312\nSUMMARY:Caf".utf8) + [0xC3]
    bytes +=
      Array("\n ".utf8) + [0xA9]
      + Array(" and\n\t more\\, always\\; and \\\\n\nDESCRIPTION:One\\nTwo\\NThree\nEND:VEVENT\nEND:VCALENDAR\n".utf8)
    let made = try Imported(bytes, named: "made.ics")
    #expect(made.titles == [#"Café and more, always; and \n"#])
    #expect(made.events[0].summary == "One Two Three")
  }

  @Test func `what a person would read goes into the summary, what programs note does not`() throws {
    let made = try Imported(
      Self.calendar(
        """
        UID:040000008200E
        DTSTAMP:20090101T000000Z
        DTSTART:20090312
        SUMMARY:A visit
        CATEGORIES:VISIT,HOME
        LOCATION:At home\\, upstairs
        ORGANIZER;CN="Archer, Ann":mailto:ann@example.org
        ATTENDEE;RSVP=TRUE:mailto:bob@example.org
        ATTENDEE;CN=Cy:mailto:cy@example.org
        RRULE:FREQ=WEEKLY;COUNT=3
        X-OTHER:left out
        BEGIN:VALARM
        TRIGGER:-PT15M
        SUMMARY:Not this
        END:VALARM
        """), named: "made.ics")
    let event = try #require(made.events.first)
    #expect(event.title == "A visit")
    #expect(event.kind == "VISIT")
    #expect(
      event.summary
        == "Categories: HOME. Location: At home, upstairs. Organizer: Archer, Ann. Attendee: bob@example.org, Cy. Repeated: FREQ=WEEKLY;COUNT=3."
    )
    #expect(event.id == "2009-03-12-a1-a-visit")
  }

  @Test func `tasks are notes, what has no end is a finding, and an event may have no title`() throws {
    let made = try Imported(
      """
      BEGIN:VCALENDAR
      BEGIN:VTODO
      DUE:20090312
      END:VTODO
      BEGIN:VEVENT
      DTSTART:20090312
      END:VEVENT
      this is not a property
      BEGIN:VEVENT
      DTSTART:20090313
      BEGIN:VEVENT
      DTSTART:20090314
      SUMMARY:Whole
      END:VEVENT
      BEGIN:VEVENT
      DTSTART:20090315
      """, named: "made.ics")
    #expect(made.titles == ["(no title)", "Whole"])
    #expect(made.places == ["8:1", "9:1", "15:1"])
    #expect(made.report.records == 5)
    #expect(made.noted == 1)
    #expect(made.report.lostRecords == 2)
  }

  @Test func `vCalendar's quoted texts are read`() throws {
    let made = try Imported(
      """
      BEGIN:VCALENDAR
      VERSION:1.0
      BEGIN:VEVENT
      DTSTART:20090312T143000Z
      SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9 =
      opened
      END:VEVENT
      END:VCALENDAR
      """, named: "made.vcs")
    #expect(made.titles == ["Café opened"])
  }
}
