internal import TestSupport
internal import Testing

@testable internal import Timeline

/// Whatever a file contains, each of its records becomes an event, a note or a finding, and the result is a valid
/// chronology.
struct ImportSumTests {
  private static let seeds: [(ImportFormat, String)] = [
    (
      .csv,
      "Event Ref,Date,Time,End Date,Agency,Event,Other\r\n1,12/03/2009,14:30,,A;B,\"A \"\"visit\"\". Then, é\nmore\",x\r\n2,?,,2009,C,D,\r\n,,,,,,\r\n"
    ),
    (
      .timesketchCSV,
      "message,datetime,timestamp_desc,tag,x\nA,2009-03-12T14:30:00Z,B,\"['c']\",d\nE,2009,F,,\n"
    ),
    (.timesketch, #"{"message": "A \u00e9", "datetime": "2009-03-12T14:30:00Z", "x": [1, {"y": null}]}"# + "\n{}\n"),
    (
      .timelinejs,
      #"{"title": {"text": {"headline": "T"}}, "events": [{"start_date": {"year": -5, "month": 3}, "text": {"headline": "<b>A</b>", "text": "&amp;"}}], "eras": [{}]}"#
    ),
    (
      .ics,
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=X:20090312T143000\r\nDURATION:P1DT2H\r\nSUMMARY:A\\, b\r\n  c\r\nEND:VEVENT\r\nBEGIN:VTODO\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"
    ),
  ]

  @Test(arguments: seeds)
  func `the sum holds and nothing crashes, whatever bytes are changed`(_ format: ImportFormat, _ text: String) throws {
    var random = SplitMix64(11)
    let signs = Array("\",;\n\r\t:=\\<>&?/-{}[]0129aTZ ".utf8) + [0, 0x80, 0xC3, 0xFF]
    for _ in 0..<400 {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[at] = signs.randomElement(using: &random)!
        case 1: bytes.insert(signs.randomElement(using: &random)!, at: at)
        case 2: bytes.remove(at: at)
        default: bytes += bytes[at...].prefix(40)
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      guard let made = try? Imported(bytes, as: format) else { continue }
      let report = made.report
      #expect(report.records == report.events + made.noted + report.lostRecords)
      #expect(made.chronology.count == report.events)
      // What is made is sound: all that is said of it was said of the file.
      #expect(made.chronology.findingCount == report.findingCount)
      #expect(made.findings.allSatisfy { ($0.place?.line ?? 0) >= 1 && ($0.place?.column ?? 0) >= 1 })
    }
  }
}
