internal import Testing

@testable internal import Timeline

struct ImportFormatTests {
  private static let contents: [(String, ImportFormat?)] = [
    ("Date,Event\n", .csv), ("Date;Event", .csv), ("\"Event Ref\",\"Start Date\",\"Significant Event\"\n", .csv),
    ("message,datetime,timestamp_desc\n", .timesketchCSV), ("message,datetime,event\n", .csv),
    ("BEGIN:VCALENDAR\r\n", .ics), ("\n begin:vcalendar", .ics), ("BEGIN:VEVENT\n", .ics),
    (#"{"message": "a", "datetime": "2009-03-12T00:00:00Z"}"#, .timesketch),
    (#"{"data_type": "x", "timestamp": 1, "message": "a"}"#, .timesketch),
    (#"{"title": {"text": {}}, "events": []}"#, .timelinejs), (#"{"events": [{"start_date": {}}]}"#, .timelinejs),
    (#"{"events": [{"text": {"headline": "a"}, "start_date": {}}]}"#, .timelinejs),
    (#"{"scale": "human"}"#, .timelinejs),
    (#"{"timeline": {"date": []}}"#, .timelinejs), (#"storyjs_jsonp_data = {"timeline": {}}"#, .timelinejs),
    (#"var data = {"timeline": {}};"#, .timelinejs), (#"callback({"timeline": {}});"#, .timelinejs),
    (#"{"title": "T", "agencies": [], "people": [], "sources": []}"#, .json), (#"{"title": "T", "events": []}"#, .json),
    (#"{"title": "T", "events": [{"id": "a", "date": "2009"}]}"#, .json), ("{", .json), (#"{"title": oops"#, .json),
    ("", nil), ("hello", nil), ("12/03/2009,A visit\n", nil), ("[]", nil), ("a,b\nc,d\n", nil),
  ]

  @Test(arguments: contents)
  func `a format is told by the content`(_ text: String, _ format: ImportFormat?) {
    let guess = Array(text.utf8).withUnsafeBufferPointer { ImportFormat(of: $0, name: "file") }
    #expect(guess == format)
  }

  @Test(arguments: [#"{"title": "T", "events": []}"#, #"{"title": "T""#, "[1, 2]", " [oops"])
  func `an own chronology opens as it is, and so does other JSON, to be told what is wrong`(_ text: String) throws {
    let bytes = Bytes(text.utf8)
    #expect(try OpenedFile(recognising: bytes, name: "file").bytes === bytes)
  }

  @Test(arguments: ["hello", "<html></html>", "7", ""])
  func `what is neither JSON nor can be imported is refused as being in no format that is known`(_ text: String) {
    #expect(throws: Import.Failure.unknown) { try OpenedFile(recognising: Bytes(text.utf8), name: "file") }
  }

  @Test func `an own chronology in UTF-16 is read`() throws {
    let text = #"{"title": "T", "agencies": [], "people": [], "sources": [], "events": []}"#
    let bytes = ([0xFEFF] + Array(text.utf16)).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let file = try OpenedFile(recognising: Bytes(bytes), name: "file")
    #expect(Chronology.load(file).title == "T")
  }

  @Test func `several files make one chronology`() throws {
    let reading = Import(files: 2)
    try reading.read(Bytes("Date,Event,Agency\n2009,A,Council\n".utf8), name: "one.csv")
    try reading.read(Bytes("Date,Event,Agency\n2008,B,Council\n".utf8), name: "two.csv")
    let chronology = Chronology.load(reading.opened())
    #expect(chronology.count == 2)
    #expect(chronology.title == "one; two")
    #expect(chronology.agencies.count == 1)
    #expect(chronology.sources.map(\.title) == ["one.csv", "two.csv"])
    #expect((0..<2).map(chronology.id(at:)) == ["two-csv-2008-a1-b", "one-csv-2009-a1-a"])
    #expect(chronology.findingCount == 0)
  }
}
