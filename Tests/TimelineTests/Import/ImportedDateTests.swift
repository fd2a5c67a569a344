internal import EDTF
internal import Testing

@testable internal import Timeline

struct ImportedDateTests {
  private static let cells: [(String, String)] = [
    ("12/03/2009", "2009-03-12"), ("2009-03-12", "2009-03-12"), ("12-Mar-09", "2009-03-12"),
    ("12.3.2009", "2009-03-12"),
    ("March 2009", "2009-03"), ("2009", "2009"), ("before 2004", "../2003"), ("c. 2003", "2003~"),
    // Excel and databases write a time after a day.
    ("12/03/2009 14:30", "2009-03-12T14:30:00"), ("12/03/2009 2:30 pm", "2009-03-12T14:30:00"),
    ("2009-03-12 00:00:00", "2009-03-12"), ("2009-03-12T14:30:05Z", "2009-03-12T14:30:05Z"),
    ("12 March 2009 at 14:30", "2009-03-12T14:30:00"), ("2009-03-12 14:30:00+01:00", "2009-03-12T14:30:00+01:00"),
    ("14/03/2009 4.20pm", "2009-03-14T16:20:00"), ("14 March 2009 at 1620hrs", "2009-03-14T16:20:00"),
    ("14/03/2009 4.20 pm", "2009-03-14T16:20:00"), ("12/13 March 2009", "[2009-03-12,2009-03-13]"),
    ("between 1 and 5 December 2009", "[2009-12-01..2009-12-05]"), ("1 to 5 December 2009", "2009-12-01/2009-12-05"),
    // Chronolator: a question mark precedes an uncertain date, or replaces the unknown part.
    ("? 22 may 2016", "2016-05-22?"), ("?22/05/2016", "2016-05-22?"), ("??/03/2009", "2009-03"), ("?/?/2009", "2009"),
    ("12/??/2009", "2009-XX-12"), ("12/03/????", "XXXX-03-12"), ("??/??/200?", "200X"), ("?? March 2009", "2009-03"),
    ("2009-??-??", "2009"), ("?", "/"), ("??/??/????", "/"), ("Not known", "/"), ("unknown", "/"),
  ]

  @Test(arguments: cells)
  func `a cell's date is what people mean by it`(_ cell: String, _ edtf: String) throws {
    var dates = DateCells()
    #expect(try dates.read(cell).date.description == edtf)
    // The second reading comes from the cache.
    #expect(try dates.read(cell).date.description == edtf)
  }

  @Test(arguments: [
    "03/25/2009", "31/02/2009", "39884", "soon", "2009/10", "12/03/2009 25:30", "########", "??/13/2009",
  ])
  func `what is no date for certain is refused`(_ cell: String) {
    var dates = DateCells()
    #expect(throws: NaturalDateError.self) { try dates.read(cell) }
  }

  @Test func `a date with the month first is refused, and the other order offered`() {
    var dates = DateCells()
    #expect { try dates.read("03/25/2009") } throws: { error in
      (error as? NaturalDateError)?.suggestion == "25 March 2009"
    }
  }

  @Test func `a wrong weekday is noted`() throws {
    var dates = DateCells()
    #expect(try dates.read("Friday 12 March 2009").note?.contains("Thursday") == true)
  }

  private static let vague: [(String, String)] = [
    ("early March 2009", "[2009-03-01..2009-03-10]"), ("late 1990s", "[1997..1999]"), ("mid-2008", "2008-38"),
    ("Start of March 2009", "[2009-03-01..2009-03-10]"),
  ]

  @Test(arguments: vague)
  func `a vague date is once in the days that are usually meant, is inferred, and keeps its words`(
    _ cell: String, _ edtf: String
  ) throws {
    var dates = DateCells()
    let read = try dates.read(cell)
    #expect(read.date.description == edtf)
    #expect(read.dating == Dating(basis: .inferred, reason: "The file says “\(cell)”."))
    let end = ImportedDate(date: Made.date("2010"))
    let first = edtf.drop { $0 == "[" }.prefix { $0 != "." }
    #expect(try ImportedDate.span(from: read, to: end)?.date.description == "\(first)/2010")
  }

  @Test func `both ends of a span keep their vague words`() throws {
    var dates = DateCells()
    let span = try ImportedDate.span(from: dates.read("early March 2009"), to: dates.read("mid April 2009"))
    #expect(span?.date.description == "2009-03-01/2009-04-20")
    #expect(span?.dating == Dating(basis: .inferred, reason: "The file says “early March 2009” and “mid April 2009”."))
  }

  @Test func `a date with clear bounds is stated`() throws {
    var dates = DateCells()
    for cell in ["12 to 14 March 2009", "before 2004", "before the end of 2008", "spring 2008"] {
      #expect(try dates.read(cell).dating == Dating(basis: .stated))
    }
  }

  private static let spans: [(String?, String?, String?)] = [
    ("2009-03-12", "2009-03-12", "2009-03-12"), ("2009-03-12", "2009-03-14", "2009-03-12/2009-03-14"),
    ("2009-03-12", nil, "2009-03-12"), (nil, "2009-03", "/2009-03"), (nil, nil, nil), ("2003~", "2005", "2003~/2005"),
    ("2009-03-12T14:30:00", "2009-03-13T10:00:00", "2009-03-12/2009-03-13"),
  ]

  @Test(arguments: spans)
  func `two dates are when something lasted`(_ start: String?, _ end: String?, _ span: String?) throws {
    func date(_ text: String?) -> ImportedDate? { text.map { ImportedDate(date: Made.date($0)) } }
    #expect(try ImportedDate.span(from: date(start), to: date(end))?.date.description == span)
  }

  @Test func `nothing ends before it begins`() {
    let (start, end) = (ImportedDate(date: Made.date("2009")), ImportedDate(date: Made.date("2008")))
    #expect(throws: EDTFError.self) { try ImportedDate.span(from: start, to: end) }
  }

  private static let times: [(String, String?)] = [
    ("14:30", "14:30:00"), ("9:05", "09:05:00"), ("14.30", "14:30:00"), ("2.30pm", "14:30:00"), ("12 am", "00:00:00"),
    ("12:15 p.m.", "12:15:00"), ("14:30hrs", "14:30:00"), ("14:30:05.25Z", "14:30:05Z"),
    ("14:30:00-0500", "14:30:00-05:00"), ("14:30-0500", nil), ("14:30-15:00", nil),
    ("0915", "09:15:00"), ("09.15", "09:15:00"), ("9.15am", "09:15:00"), ("915hrs", "09:15:00"),
    ("0915hrs", "09:15:00"), ("0915 hrs", "09:15:00"), ("1215am", "00:15:00"), ("915", nil), ("2515", nil),
    ("0960", nil), ("09155", nil),
    ("14:30+00:00", "14:30:00Z"), ("1430", "14:30:00"), ("14", nil), ("25:00", nil), ("14:60", nil),
    ("about noon", nil),
    ("", nil),
    ("13 pm", nil), ("14:3", nil),
  ]

  @Test(arguments: times)
  func `a time is read as people and programs write it`(_ text: String, _ edtf: String?) {
    #expect(ClockTime(text)?.edtf == edtf)
  }

  private static let minus: [(String, Bool, String?)] = [
    ("09:15-10:00", true, "09:15:00-10:00"), ("09:15-10:00", false, nil), ("09:15:00-10:00", false, "09:15:00-10:00"),
    ("09:15+01:00", false, "09:15:00+01:00"), ("09:15+", false, nil),
  ]

  @Test(arguments: minus)
  func `a minus sign begins an offset only after seconds or in a date with a T`(
    _ text: String, _ isISO: Bool, _ edtf: String?
  ) {
    #expect(ClockTime(text, isISO: isISO)?.edtf == edtf)
  }

  private static let years: [(String, String, String, Bool, String?)] = [
    ("2009", "", "", false, "2009"), ("2009", "3", "", false, "2009-03"), ("2009", "03", "7", false, "2009-03-07"),
    ("-44", "3", "15", false, "-0043-03-15"), ("-1", "", "", false, "0000"), ("476", "", "", false, "0476"),
    ("-13800000000", "", "", true, "Y-13800000000"), ("-13.8e9", "", "", true, "Y-13800000000"),
    ("-100000", "", "", false, "Y-99999"), ("2009", "13", "", false, nil), ("2009", "2", "30", false, nil),
    ("2009", "", "3", false, nil), ("soon", "", "", false, nil), ("2009", "21", "", false, nil),
    ("2009.5", "", "", false, nil),
  ]

  @Test(arguments: years)
  func `TimelineJS's years go back before the common era`(
    _ year: String, _ month: String, _ day: String, _ isCosmological: Bool, _ edtf: String?
  ) {
    let date = TimelineDate(year: year, month: month, day: day, isCosmological: isCosmological)
    #expect(date?.edtf.description == edtf)
  }
}
