internal import EDTF
internal import Testing

@testable internal import Timeline

struct TimesketchImportTests {
  @Test func `a line is an event at its moment, and what has no field goes into the summary`() throws {
    let made = try Imported(
      #"""
      {"message": "A file was opened", "datetime": "2009-03-12T14:30:05.250000+00:00", "timestamp_desc": "Opened", "user": "ann", "size": 7, "tag": ["odd", "late"]}
      """#, named: "made.jsonl")
    let event = try #require(made.events.first)
    #expect(event.date.description == "2009-03-12T14:30:05Z")
    #expect(event.kind == "Opened")
    #expect(event.title == "A file was opened")
    #expect(event.summary == "Tags: odd, late. user: ann. size: 7.")
    #expect(event.citations.map(\.note) == ["line 1"])
    #expect(made.chronology.findingCount == 0)
  }

  private static let moments: [(String, String?)] = [
    (#""datetime": "2009-03-12T14:30:05Z""#, "2009-03-12T14:30:05Z"),
    (#""datetime": "2009-03-12 14:30:05""#, "2009-03-12T14:30:05"), (#""datetime": "2009-03-12""#, "2009-03-12"),
    (#""datetime": "2009-03-12T00:00:00+00:00""#, "2009-03-12"),
    (#""datetime": "2009-03-12T14:30:05-0500""#, "2009-03-12T14:30:05-05:00"),
    // 1,236,868,205 seconds after 1970 began.
    (#""timestamp": 1236868205000000"#, "2009-03-12T14:30:05Z"),
    (#""timestamp": "1236868205123456""#, "2009-03-12T14:30:05Z"),
    (#""datetime": "1236868205000000""#, "2009-03-12T14:30:05Z"), (#""timestamp": 0"#, "1970-01-01"),
    (#""timestamp": -1"#, "1969-12-31T23:59:59Z"),
    (#""timestamp": 1236868205"#, "2009-03-12T14:30:05Z"), (#""timestamp": 1236868205999"#, "2009-03-12T14:30:05Z"),
    (#""datetime": "yesterday""#, nil), (#""datetime": "2009-02-30T00:00:00Z""#, nil), (#""timestamp": "soon""#, nil),
    (#""timestamp": 9223372036854775807"#, nil), (#""user": "ann""#, nil), (#""datetime": null"#, nil),
  ]

  @Test(arguments: moments)
  func `a moment is as ISO 8601 has it, or a number of microseconds`(_ fields: String, _ date: String?) throws {
    let made = try Imported(#"{"message": "A", \#(fields)}"#, as: .timesketch)
    #expect(made.dates == (date.map { [$0] } ?? []))
    #expect(made.findings.count == (date == nil ? 1 : 0))
  }

  @Test func `lines that are broken are findings, and the others are read`() throws {
    let made = try Imported(
      """
      {"message": "A", "datetime": "2009-03-12"}
      {"message": "B", "datetime": "2009-03-13"

      not JSON
      {"datetime": "2009-03-14"}
      {"message": "E", "datetime": "2009-03-15"} {}
      {"message": "F", "datetime": "2009-03-16"}
      """)
    #expect(made.titles == ["A", "F"])
    #expect(made.report.records == 6)
    #expect(made.places == ["2:42", "4:1", "5:1", "6:44"])
  }

  @Test func `events of one second stay in the order of their fractions`() throws {
    let made = try Imported(
      """
      {"message": "Later", "datetime": "2009-03-12T14:30:05.200Z"}
      {"message": "Sooner", "datetime": "2009-03-12T14:30:05.100Z"}
      """)
    #expect(made.titles == ["Sooner", "Later"])
  }

  @Test func `a CSV has the same`() throws {
    let made = try Imported(
      """
      message,timestamp,datetime,timestamp_desc,tag,user
      "'=A file, opened",1236868205000000,2009-03-12T14:30:05+00:00,Opened,"['odd', 'late']",ann
      B,x,,Opened,,
      """, named: "made.csv")
    let event = try #require(made.events.first)
    #expect(made.report.format == .timesketchCSV)
    #expect(event.title == "=A file, opened")
    #expect(event.summary == "Tags: odd, late. user: ann.")
    #expect(event.date.description == "2009-03-12T14:30:05Z")
    #expect(made.places == ["3:3"])
  }
}
