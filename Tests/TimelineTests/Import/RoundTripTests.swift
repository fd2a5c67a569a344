internal import EDTF
internal import Testing

@testable internal import Timeline

/// Our own exports can be imported again without losing what they contain.
struct RoundTripTests {
  private static let whole = Made.chronology([
    Event(
      id: "quoted", date: Made.date("2007-02-01"), dating: Dating(basis: .stated), kind: "letter",
      title: "A \"quoted\", <b>bold</b> & slanted title; with \\ and `code`", summary: "First; second, third.",
      agencies: ["north", "east"], people: ["ann"],
      citations: [Made.citation("first", paragraph: 2), Made.citation("gazette", paragraph: nil)]),
    Event(
      id: "formula", date: Made.date("2007-02"), dating: Dating(basis: .derived, reason: "Counted."), kind: "report",
      title: "=1+1", summary: "Né à l’été.", agencies: ["south", "east"]),
    Event(
      id: "span", date: Made.date("[2008-10..2008-12]"), dating: Dating(basis: .inferred, reason: "By the order."),
      kind: "report", title: "Between two months", agencies: ["south"]),
    Event(
      id: "by", date: Made.date("[..2009-03]"), dating: Dating(basis: .inferred, reason: "Told by then."),
      kind: "reply", title: "By a month", summary: "No earlier day is known.", agencies: ["north"]),
    Event(
      id: "long-ago", date: Made.date("-0043-03-15"), dating: Dating(basis: .stated), kind: "death", title: "A death"),
  ])

  private static func read(_ format: ExportFormat) throws -> [Event] {
    let text = Written.text(Written.all(whole), as: format)
    let made = try Imported(text, named: "made\(format.endings[0])")
    #expect(made.findings.isEmpty)
    #expect(made.chronology.findingCount == 0)
    return made.events
  }

  @Test(
    arguments: [
      // The format, and which of the events have no day that it can express.
      (.csv, []), (.timelinejs, []), (.ics, ["long-ago"]), (.timesketch, ["long-ago"]), (.timesketchCSV, ["long-ago"]),
    ] as [(ExportFormat, [String])])
  func `id, date, its basis, title, summary and agencies come back`(_ format: ExportFormat, _ missing: [String]) throws
  {
    let before = Written.events(Self.whole).filter { !missing.contains($0.id) }
    let after = try Self.read(format)
    #expect(after.map(\.id) == before.map(\.id))
    #expect(after.map(\.date) == before.map(\.date))
    #expect(after.map(\.dating.basis) == before.map(\.dating.basis))
    #expect(after.map(\.title) == before.map(\.title))
    #expect(after.map(\.summary) == before.map(\.summary))
    // A slide has only one group; the other agencies are in its text.
    #expect(after.map(\.agencies.count) == before.map(\.agencies.count))
  }

  @Test(arguments: [ExportFormat.csv, .timelinejs, .ics])
  func `the reason of a date comes back`(_ format: ExportFormat) throws {
    let ids = try Self.read(format).map(\.id)
    let before = Written.events(Self.whole).filter { ids.contains($0.id) }
    #expect(try Self.read(format).map(\.dating.reason) == before.map(\.dating.reason))
  }

  @Test(arguments: [ExportFormat.csv, .ics])
  func `the sources come back by their titles, with the paragraph`(_ format: ExportFormat) throws {
    let event = try #require(try Self.read(format).first { $0.id == "quoted" })
    #expect(event.citations.dropFirst().map(\.source) == ["first-post", "gazette"])
    #expect(event.citations.dropFirst().map(\.note) == ["¶2", nil])
  }

  @Test func `a date that somebody has changed in the spreadsheet is the one that counts`() throws {
    let text = Written.text(Written.all(Self.whole), as: .csv).replacing("\"2007-02\",", with: "\"2007-03\",")
    let event = try #require(try Imported(text).events.first { $0.id == "formula" })
    #expect(event.date == Made.date("2007-03"))
    #expect(event.summary.contains("Comment: Date derived"))
  }
}
