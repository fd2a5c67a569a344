internal import EDTF
internal import Testing

@testable internal import Timeline

struct CSVImportTests {
  @Test func `the columns of a multi-agency chronology become the fields of an event`() throws {
    let made = try Imported(
      """
      Event Ref,Start Date,Start Time,End Date,End Time,Source of Information,Agency,Significant Event,Impact,Action Taken,Comment
      12,12/03/2009,14:30,,,Case file,Council;Hospital,"A visit. Nobody was in.",None,Card left,To be checked
      """)
    let event = try #require(made.events.first)
    #expect(event.id == "ref-12")
    #expect(event.date.description == "2009-03-12T14:30:00")
    #expect(event.title == "A visit")
    #expect(event.summary == "Nobody was in. Impact: None. Action Taken: Card left. Comment: To be checked.")
    #expect(event.agencies == ["council", "hospital"])
    #expect(event.citations.map(\.source) == ["made-csv", "case-file"])
    #expect(event.citations.map(\.note) == ["line 2", nil])
    #expect(made.chronology.source("made-csv")?.kind == .record)
    #expect(made.chronology.source("made-csv")?.title == "made.csv")
    #expect(made.chronology.findingCount == 0)
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func `the separator is found`(_ separator: String) throws {
    let made = try Imported("Date\(separator)Event\n12/03/2009\(separator)A visit\n")
    #expect(made.titles == ["A visit"])
  }

  private static let headings: [(String, String)] = [
    ("Date,Event", "A visit"), ("DATE OF EVENT,DESCRIPTION", "A visit"), ("start_date,details", "A visit"),
    ("Date (dd/mm/yyyy),What happened?", "A visit"), ("When,Narrative", "A visit"),
    ("From,Significant Events", "A visit"), ("Date,Details of incident", "A visit"), ("Date,Key event", "A visit"),
    ("Date,Contact / Event", "A visit"), ("Date,Significant Event / Information", "A visit"),
    ("Date,Nature of contact", "A visit"), ("Event Date/Time,Event", "A visit"),
  ]

  @Test(arguments: headings)
  func `headings are understood by their synonyms`(_ headings: String, _ title: String) throws {
    let made = try Imported("\(headings)\n12/03/2009,A visit\n")
    #expect(made.titles == [title])
    #expect(made.dates == ["2009-03-12"])
  }

  @Test func `what a person should look at is remarked on`() throws {
    let made = try Imported("Date,Event,Hue,Size\nFriday 12 March 2009,A visit,Red,3\n?,A call,,\n,A fax,, ,\n")
    #expect(
      made.report.remarks == [
        "Line 2: 12 March 2009 is a Thursday, not a Friday.", #"The columns "Hue" and "Size" go into the summary."#,
      ])
    let reasons = made.events.map { $0.dating.reason ?? "" }
    #expect(reasons[1...].sorted() == ["The file gives no date.", "The file gives “?” as the date."])
    #expect(made.findings.isEmpty)
  }

  @Test func `names that differ only in a full stop or in case are one`() throws {
    let made = try Imported("Date,Event,Person\n1/1/2009,A,Dr. Ng\n2/1/2009,B,dr Ng\n3/1/2009,C,J. Marsh;J Marsh\n")
    #expect(made.chronology.people.map(\.name) == ["Dr. Ng", "J. Marsh"])
  }

  @Test func `the remedy names the column that is most like what is missing`() throws {
    let dates = try Imported("Team,Seen on,Event\nCouncil,12/03/2009,A visit\n")
    #expect(dates.findings[0].remedy?.contains(#""Date=Seen on""#) == true)
    let texts = try Imported("Date,Team,Story\n12/03/2009,Council,Somebody came to the door\n")
    #expect(texts.findings[0].remedy?.contains(#""Event=Story""#) == true)
  }

  @Test func `the events of a day are in the order of their times, whatever their references`() throws {
    let made = try Imported(
      """
      Ref,Date,Time,Event
      1,14/03/2009,15:00,Third
      2,14/03/2009,09:00,First
      3,14/03/2009,23:59,Fourth
      4,14/03/2009,09:45,Second
      5,14/03/2009,,At some time
      6,13/03/2009,23:00,The day before
      """)
    #expect(made.titles == ["The day before", "At some time", "First", "Second", "Third", "Fourth"])
  }

  private static let odd = "When it was,What I saw,Team\nearly March 2009,A visit,Council\n"

  @Test func `headings that mean nothing are named by the reader`() throws {
    var names = CSVColumnNames()
    for pair in ["Date=When it was", "event=WHAT I SAW", "Agency=Team"] { try names.add(pair) }
    let made = try Imported(Self.odd, columns: names)
    #expect(made.titles == ["A visit"])
    #expect(made.dates == ["[2009-03-01..2009-03-10]"])
    #expect(made.events[0].agencies == ["council"])
    #expect(made.events[0].dating.basis == .inferred)
    #expect(made.findings.isEmpty)
  }

  @Test func `a named column comes before one with a known heading`() throws {
    var names = CSVColumnNames()
    try names.add("Date=Seen")
    let made = try Imported("Start Date,Seen,Event\n1/1/2009,12/03/2009,A visit\n", columns: names)
    #expect(made.dates == ["2009-03-12"])
    #expect(made.events[0].summary == "Start Date: 1/1/2009.")
  }

  @Test func `a column that is not there is a finding that gives the headings`() throws {
    var names = CSVColumnNames()
    try names.add("Agency=Team")
    let made = try Imported("Date,Event\n12/03/2009,A visit\n", columns: names)
    #expect(made.titles == ["A visit"])
    #expect(made.findings.map(\.message) == [#"No column is called "Team"."#])
    #expect(made.findings[0].remedy == #"The headings are "Date" and "Event"."#)
  }

  private static let wrongNames: [(String, String)] = [
    ("Dat=Seen", "Did you mean date?"), ("Colour=Seen", "Among those known are Date"), ("Date", "names no column"),
    ("=Seen", "names no column"), ("Date=", "names no column"),
  ]

  @Test(arguments: wrongNames)
  func `a pair that names no known heading is refused`(_ pair: String, _ message: String) {
    var names = CSVColumnNames()
    do {
      try names.add(pair)
      Issue.record("\(pair) is taken")
    } catch {
      #expect(error.message.contains(message))
    }
  }

  @Test func `without a heading for the date the remedy says how to name one`() throws {
    let made = try Imported("Seen,Event\n12/03/2009,A visit\n")
    #expect(made.findings[0].remedy?.contains(#"chronology import --column "Date=Seen""#) == true)
  }

  @Test func `of two columns of one meaning the plainer counts, and the other goes into the summary`() throws {
    let made = try Imported("Date,Start Date,Event,Notes\n1/1/2009,12/03/2009,A visit,By car\n")
    #expect(made.dates == ["2009-03-12"])
    #expect(made.events[0].summary == "Date: 1/1/2009. Notes: By car.")
  }

  @Test func `rows above the headings are kept as the description, and spreadsheets' note of the separator is not`()
    throws
  {
    let made = try Imported("sep=;\nA made-up chronology;\n;\nDate;Event\n12/03/2009;A visit\n")
    #expect(made.chronology.description == "A made-up chronology.")
    #expect(made.titles == ["A visit"])
  }

  @Test func `a row that cannot be read is a finding with its line and column, and the others are read`() throws {
    let made = try Imported(
      """
      Date,Event,Agency
      12/03/2009,First,Council
      31/02/2009,Second,Council
      ,,
      14/03/2009,,Council
      15/03/2009,Fifth,Council,more
      16/03/2009,"Sixth" or so,Council
      Date,Event,Agency
      17/03/2009,Seventh,Council
      """)
    #expect(made.titles == ["First", "Seventh"])
    #expect(made.places == ["3:1", "5:12", "6:26", "7:20"])
    #expect(made.findings[0].place?.path == "Date")
    #expect(made.report.records == 8)
    #expect(made.noted == 2)
    #expect(made.report.lostRecords == 4)
    #expect(made.chronology.findingCount == 4)
  }

  @Test func `a table without headings that are known is a finding`() throws {
    let made = try Imported("12/03/2009,A visit\n", as: .csv)
    #expect(made.chronology.count == 0)
    #expect(made.places == ["1:1"])
  }

  @Test func `an event without a date is an event, and says so`() throws {
    let made = try Imported("Date,Event\n,A visit\n?,Another\n")
    #expect(made.dates == ["/", "/"])
    #expect(made.events.allSatisfy { $0.dating.basis == .inferred && $0.dating.reason != nil })
  }

  @Test func `of what lasted, one end may not be known`() throws {
    let made = try Imported("Date,End Date,Event\n?,2009,A\n2008,?,B\n?,n/k,C\n")
    #expect(Set(made.dates) == ["/2009", "2008/", "/"])
    #expect(made.findings.isEmpty)
  }

  @Test func `a long text gives its first words as the title and is the summary whole`() throws {
    let words = Array(repeating: "word", count: 40).joined(separator: " ")
    let made = try Imported("Date,Event\n2009,\(words)\n")
    #expect(made.events[0].summary == words)
    #expect(made.titles[0].count <= 80)
    #expect(made.titles[0].hasSuffix("word…"))
  }

  @Test func `references that are there twice, are numbers or have odd signs make ids`() throws {
    let made = try Imported("Ref,Date,Event\n7,2009,A\n7,2010,B\nÉ/12 b,2011,C\n,2012,D\nref-7,2013,E\n")
    #expect(made.events.map(\.id) == ["ref-7", "ref-7-2", "e-12-b", "2012-a1-d", "ref-7-3"])
  }

  @Test func `an event without a reference has an id of its date, its number on that date, and its title`() throws {
    let long = "A strategy discussion held at the hospital with all agencies"
    let made = try Imported(
      "Date,Time,Event\n12/03/2009,,\(long)\n12/03/2009,,!\n12/03/2009,09:30,A call\nMarch 2009,,B\n,,C\n")
    #expect(
      made.events.map(\.id) == [
        "2009-03-a1-b", "2009-03-12-a1-a-strategy-discussion-held-at-the", "2009-03-12-a2",
        "2009-03-12-093000-a1-a-call",
        "undated-a1-c",
      ])
  }

  @Test func `a row added to a spreadsheet is the only event that differs`() throws {
    let rows = ["10/03/2009,A call", "12/03/2009,A visit", "14/03/2009,A letter"]
    func made(_ rows: [String]) throws -> Chronology {
      try Imported("Date,Event\n" + rows.joined(separator: "\n")).chronology
    }
    let added = [rows[0], "11/03/2009,A meeting", rows[1], rows[2]]
    let difference = Difference(from: try made(rows), to: try made(added))
    #expect(difference.changes.map(\.kind) == [.added])
    #expect(difference.changes.map(\.name) == ["A meeting"])
  }

  @Test func `events of one day stay in the order of their rows, or of their times`() throws {
    let rows = (1...12).map { "12/03/2009,Event \($0)" }.joined(separator: "\n")
    #expect(try Imported("Date,Event\n\(rows)\n").titles == (1...12).map { "Event \($0)" })
    let timed = try Imported("Date,Time,Event\n12/03/2009,15:00,Later\n12/03/2009,09:30,Sooner\n")
    #expect(timed.titles == ["Sooner", "Later"])
  }

  @Test func `an agency in other capitals is the same one`() throws {
    let made = try Imported("Date,Event,Agency\n2009,A,Council\n2010,B,COUNCIL; council\n")
    #expect(made.chronology.agencies.map(\.name) == ["Council"])
    #expect(made.events[1].agencies == ["council"])
  }

  @Test func `a spreadsheet for TimelineJS has years, months and days apart`() throws {
    let made = try Imported(
      """
      Year,Month,Day,End Year,Headline,Text,Group,Type
      ,,,,A <b>made-up</b> story,,,title
      -44,3,15,,A death,<p>In the <a href="https://example.org/senate">senate</a></p>,Rome,
      2004,,,2006,Years,,,
      2004,x,,,Odd,,,
      """)
    #expect(made.chronology.title == "A made-up story")
    #expect(made.dates == ["-0043-03-15", "2004/2006"])
    #expect(made.events[0].summary == "In the senate (https://example.org/senate)")
    #expect(made.places == ["5:1"])
  }

  @Test func `an event's line is that of its row, quoted line breaks counted`() throws {
    let made = try Imported("Date,Event\n2009,\"A\nvisit\"\n2010,Another\n")
    #expect(made.titles == ["A visit", "Another"])
    #expect((0..<2).map(made.chronology.line(at:)) == [2, 4])
    #expect(made.events.map { $0.citations[0].note } == ["line 2", "row 3 (line 4)"])
  }

  @Test func `rows may end the file without a line break, and no rows are no events`() throws {
    #expect(try Imported("Date,Event\n2009,A").titles == ["A"])
    #expect(try Imported("Date,Event").chronology.count == 0)
  }

  private static let refused: [(String, String)] = [
    (
      "Date of event,Who,Outcome\n12/03/2009,A,B\n13/03/2009,A,B\n",
      "Found the date in \"Date of event\"; no column says what happened: \"Who\", \"Outcome\"."
    ),
    (
      "On the day of,Details\n12/03/2009,A visit\n13/03/2009,A call\n",
      "Found what happened in \"Details\"; no column gives the date: \"On the day of\"."
    ),
  ]

  @Test(arguments: refused)
  func `a table without a column says which was found, and counts its rows`(_ text: String, _ message: String) throws {
    let made = try Imported(text)
    #expect(made.findings.map(\.message) == [message])
    #expect(made.report.records == 2)
    #expect(made.noted == 2)
  }

  @Test(arguments: ["Agency involved", "Agency/Professional", "Agencies involved"])
  func `an agency is found under the headings in use`(_ heading: String) throws {
    let made = try Imported("Year,Event,\(heading)\n2009,A visit,Council\n")
    #expect(made.events.map(\.agencies) == [["council"]])
    #expect(made.dates == ["2009"])
  }

  @Test func `after a cell of several lines a finding says the row, which is no longer the line`() throws {
    let made = try Imported(
      """
      Date,Event,Agency
      31/02/2009,First,Council
      12/03/2009,"Second
      part","Council
      Hospital"
      31/02/2009,Third,Council
      14/03/2009,Fourth,Council,more
      """)
    #expect(made.places == ["2:1", "6:1", "7:27"])
    #expect(made.findings.map(\.place?.path) == ["Date", "row 4, Date", "row 5"])
  }

  // MARK: Times

  private static let times: [(date: String, time: String, edtf: String, summary: String)] = [
    ("12/03/2009", "0915", "2009-03-12T09:15:00", ""), ("12/03/2009", "915hrs", "2009-03-12T09:15:00", ""),
    ("12/03/2009", "9.15am", "2009-03-12T09:15:00", ""), ("12/03/2009", "00:00:00", "2009-03-12", ""),
    ("12/03/2009 09:15", "09:15", "2009-03-12T09:15:00", ""),
    // What is not a time for certain is kept as it was written.
    ("12/03/2009", "25:99", "2009-03-12", "Time: 25:99."), ("12/03/2009", "evening", "2009-03-12", "Time: evening."),
    ("12/03/2009", "pm", "2009-03-12", "Time: pm."), ("12/03/2009", "approx 9:15", "2009-03-12", "Time: approx 9:15."),
    ("12/03/2009", "09:15+", "2009-03-12", "Time: 09:15+."), ("12/03/2009", "?09:15", "2009-03-12", "Time: ?09:15."),
    ("12/03/2009", "1.15-2pm", "2009-03-12", "Time: 1.15-2pm."),
    ("12/03/2009 09:15", "evening", "2009-03-12T09:15:00", "Time: evening."),
    // A range is no offset.
    ("12/03/2009", "09:15-10:00", "2009-03-12T09:15:00", "Time: 09:15–10:00."),
    ("12/03/2009", "09:15 - 10:00", "2009-03-12T09:15:00", "Time: 09:15–10:00."),
    ("12/03/2009", "09:15–10:00", "2009-03-12T09:15:00", "Time: 09:15–10:00."),
    ("12/03/2009", "09.15 to 10.00", "2009-03-12T09:15:00", "Time: 09:15–10:00."),
    ("12/03/2009", "0915-1000", "2009-03-12T09:15:00", "Time: 09:15–10:00."),
    ("12/03/2009 09:15-10:00", "", "2009-03-12T09:15:00", "Time: 09:15–10:00."),
    ("2009-03-12T09:15-05:00", "", "2009-03-12T09:15:00-05:00", ""),
    // A date without a place for a time.
    ("March 2009", "10:00", "2009-03", "Time: 10:00."), ("? 01/02/2009", "10:00", "2009-02-01?", "Time: 10:00."),
    ("March 2009 10:00", "", "2009-03", "Time: 10:00."), ("", "10:00", "/", "Time: 10:00."),
    ("TBC", "10:00", "/", "Time: 10:00. Date as written: TBC."), ("n/k", "", "/", "Date as written: n/k."),
    ("?", "", "/", ""),
  ]

  @Test(arguments: times)
  func `a time is part of the date or kept in words`(
    _ row: (date: String, time: String, edtf: String, summary: String)
  ) throws {
    let made = try Imported("Date,Time,Event\n\(row.date),\(row.time),A visit\n")
    #expect(made.dates == [row.edtf])
    #expect(made.events.map(\.summary) == [row.summary])
    #expect(made.findings.isEmpty)
  }

  private static let ends: [(start: String, end: String, edtf: String, summary: String)] = [
    ("12/03/2009,14:30", ",15:00", "2009-03-12T14:30:00", "Time: 14:30–15:00."),
    ("12/03/2009,14:30", "12/03/2009,15:00", "2009-03-12T14:30:00", "Time: 14:30–15:00."),
    ("12/03/2009,14:30", "13/03/2009,10:00", "2009-03-12/2009-03-13", "Start time: 14:30. End time: 10:00."),
    ("12/03/2009,", "13/03/2009,late", "2009-03-12/2009-03-13", "End time: late."),
    ("12/03/2009,", "TBC,", "2009-03-12/", "End date as written: TBC."),
    (",", "13/03/2009,", "/2009-03-13", ""),
    ("12/03/2009,", "ongoing,", "2009-03-12/..", ""), ("March 2009,", "Present,", "2009-03/..", ""),
    ("12/03/2009,", "to date,", "2009-03-12/..", ""),
    ("12/03/2009,14:30", "current,", "2009-03-12/..", "Start time: 14:30."),
    (",", "ongoing,", "/", "End: ongoing."),
  ]

  @Test(arguments: ends)
  func `an end is part of the date or kept in words`(
    _ row: (start: String, end: String, edtf: String, summary: String)
  ) throws {
    let made = try Imported("Start Date,Start Time,End Date,End Time,Event\n\(row.start),\(row.end),A visit\n")
    #expect(made.dates == [row.edtf])
    #expect(made.events.map(\.summary) == [row.summary])
    #expect(made.findings.isEmpty)
  }
}
