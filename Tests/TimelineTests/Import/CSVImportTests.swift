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
    ("From,Significant Events", "A visit"),
  ]

  @Test(arguments: headings)
  func `headings are understood by their synonyms`(_ headings: String, _ title: String) throws {
    let made = try Imported("\(headings)\n12/03/2009,A visit\n")
    #expect(made.titles == [title])
    #expect(made.dates == ["2009-03-12"])
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
    #expect(made.events.map(\.id) == ["ref-7", "ref-7-2", "e-12-b", "line-5", "ref-7-3"])
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
    #expect(made.events.map { $0.citations[0].note } == ["line 2", "line 4"])
  }

  @Test func `rows may end the file without a line break, and no rows are no events`() throws {
    #expect(try Imported("Date,Event\n2009,A").titles == ["A"])
    #expect(try Imported("Date,Event").chronology.count == 0)
  }
}
