internal import Testing
internal import Timeline

struct LineFormatTests {
  @Test func `Timesketch has a line for each event that has a day`() {
    let lines = Written.text(Written.all(Written.hard), as: .timesketch).split(separator: "\n")
    #expect(lines.count == 3)
    let first: String =
      #"{"message": "=1+1. Né à l’été.", "datetime": "2007-02-01T00:00:00+00:00", "timestamp_desc": "Earliest possible day", "tag": ["report"], "event_id": "formula", "edtf": "2007-02", "date_basis": "derived", "agency": ["South Hospital", "East Police"], "person": [], "source": []}"#
    #expect(lines[0] == first)
    #expect(lines[1].contains(#""timestamp_desc": "Event", "#))
    #expect(lines[1].contains(#""person": ["Ann Archer"], "source": ["first", "gazette"]}"#))
  }

  @Test func `Timesketch's CSV says the same`() {
    let lines = Written.text(Written.all(Written.hard), as: .timesketchCSV).split(separator: "\r\n")
    #expect(lines[0].hasPrefix(#""message","datetime","timestamp_desc","tag","#))
    let first: String =
      #""'=1+1. Né à l’été.","2007-02-01T00:00:00+00:00","Earliest possible day","report","formula","2007-02","derived","South Hospital; East Police""#
    #expect(lines[1] == first)
  }

  private static let timed: [(String, csv: String, ics: String, timesketch: String)] = [
    ("2009-03-12T15:00:00", #""2009-03-12","15:00",,,"#, "DTSTART:20090312T150000\r\n", "2009-03-12T15:00:00+00:00"),
    (
      "2009-03-12T09:05:07Z", #""2009-03-12","09:05:07Z",,,"#, "DTSTART:20090312T090507Z\r\n",
      "2009-03-12T09:05:07+00:00"
    ),
    (
      "2009-03-12T10:00:00-05:00", #""2009-03-12","10:00:00-05:00",,,"#, "DTSTART:20090312T100000\r\n",
      "2009-03-12T10:00:00-05:00"
    ),
    ("2009-03-12", #""2009-03-12",,,,"#, "DTSTART;VALUE=DATE:20090312\r\n", "2009-03-12T00:00:00+00:00"),
  ]

  @Test(arguments: timed)
  func `a time of day has the place that the format has for it, and is read back`(
    _ date: String, _ csv: String, _ ics: String, _ timesketch: String
  ) throws {
    let all = Written.all(Made.chronology([Made.event("e", date)]))
    #expect(Written.text(all, as: .csv).contains(csv))
    #expect(Written.text(all, as: .ics).contains(ics))
    #expect(Written.text(all, as: .timesketch).contains("\"\(timesketch)\""))
    #expect(Written.text(all, as: .timesketchCSV).contains("\"\(timesketch)\""))
    #expect(Written.text(all, as: .timelinejs).contains("\"hour\": ") == date.contains("T"))
    for format in [ExportFormat.csv, .ics, .timelinejs, .timesketch, .timesketchCSV] {
      let read = try Imported(Written.text(all, as: format), named: "made\(format.endings[0])")
      #expect(read.dates == [date], "\(format)")
    }
  }

  @Test func `what has no day is counted as lost`() {
    for format in [ExportFormat.timesketch, .timesketchCSV, .timelinejs, .ics] {
      let report = Written.whole(Written.all(Written.hard), as: format).report
      #expect(report.losses.contains { $0.what.contains("left out") && $0.count == 1 }, "\(format)")
    }
  }

  @Test func `every format says what it loses, and each but the own ones loses something`() {
    for format in ExportFormat.allCases {
      let report = Written.whole(Written.all(Written.hard), as: format).report
      #expect(report.losses.isEmpty == (format == .json || format == .jsonl), "\(format)")
      #expect(report.sentences.allSatisfy { $0.hasPrefix(format.name) && $0.hasSuffix(".") }, "\(format)")
    }
  }

  @Test(arguments: ExportFormat.allCases)
  func `no events make a whole file all the same`(_ format: ExportFormat) {
    let text = Written.text(Written.all(Made.chronology([])), as: format)
    #expect(format == .timesketch ? text.isEmpty : text.utf8.last == UInt8(ascii: "\n"))
  }

  private static let names: [(String, ExportFormat)] = [
    ("a.json", ExportFormat.json), ("A.JSON", .json), ("a.jsonl", .jsonl), ("a.timelinejs.json", .timelinejs),
    ("a.csl.json", .csl), ("a.csv", .csv), ("a.timesketch.csv", .timesketchCSV), ("a.timesketch.jsonl", .timesketch),
    ("a.htm", .html), ("a.md", .markdown), ("a.gv", .dot), ("a.jsonld", .annotations), ("a.ics", .ics),
    ("a.txt", .text),
  ]

  @Test(arguments: names)
  func `a file's name tells its format`(_ path: String, _ format: ExportFormat) {
    #expect(ExportFormat(path: path) == format)
  }

  @Test(arguments: ["a", "a.doc", "json", ""])
  func `a name may tell none`(_ path: String) { #expect(ExportFormat(path: path) == nil) }

  @Test func `a sink that breaks is sent nothing more`() {
    var pieces = 0
    let sink = ByteSink { _ in
      pieces += 1
      return false
    }
    _ = Written.all(Generated.chronology(3000, seed: 5)).write(as: .jsonl, to: sink)
    #expect(pieces == 1)
    #expect(sink.isBroken)
  }
}
