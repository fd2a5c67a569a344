internal import Glibc
internal import Testing
internal import Timeline

/// An event with findings is written as it is shown.
struct FaultyEventExportTests {
  /// Formats that include every event with its title.
  private static let formats: [ExportFormat] = [
    .json, .jsonl, .csv, .timelinejs, .ics, .timesketch, .timesketchCSV, .markdown, .html, .text,
  ]

  private static func chronology(_ changes: String) -> Chronology {
    let sound: String =
      #""id": "first", "date": "1901-05-02", "dating": {"basis": "stated"}, "kind": "visit", "title": "The mill is seen""#
    let second: String =
      #"{"id": "second", "date": "1902-05-02", "dating": {"basis": "stated"}, "kind": "visit", "title": "The weir is seen"}"#
    var first = sound
    for change in changes.split(separator: "|") {
      let parts = change.split(separator: ">", omittingEmptySubsequences: false).map(String.init)
      first = first.replacing(parts[0], with: parts[1])
    }
    return Chronology.load(Bytes(#"{"title": "Water", "events": [{\#(first)}, \#(second)]}"#.utf8))
  }

  @Test(
    arguments: [
      // A field is missing; a basis lacks its reason; a value is not a string; a field is unknown or repeated.
      #", "dating": {"basis": "stated"}>"#,
      #""stated">"inferred""#,
      #""stated">"guessed""#,
      #"{"basis": "stated"}>7"#,
      #""kind": "visit">"kind": 7"#,
      #", "kind": "visit">"#,
      #""title">"agencies": ["nobody"], "people": 3, "summary": [], "title""#,
      #""title">"shade": 1, "title""#,
      #""title">"kind": "visit", "title""#,
      #""title">"citations": [{"source": "none"}], "links": [{"to": "second"}], "known": [1], "reading": {}, "title""#,
    ] as [String])
  func `an event with a finding is written whole`(changes: String) throws {
    let chronology = Self.chronology(changes)
    try #require(chronology.findingCount > 0)
    let titles = (0..<chronology.count).map { chronology.event(at: $0).title }
    try #require(titles.last == "The weir is seen")
    for format in Self.formats {
      let text = Written.text(Written.all(chronology), as: format)
      for title in titles { #expect(text.contains(title), "\(format): \(text)") }
      #expect(!text.contains("\u{FFFD}") && !text.contains("\0"), "\(format): \(text)")
    }
  }

  @Test func `of a file that was cut off meanwhile the formats say so`() throws {
    var template = Array("/tmp/chronology-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    let path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    defer { unlink(path) }
    let text: String =
      #"{"title": "Water", "events": [{"id": "first", "date": "1901", "dating": {"basis": "stated"}, "kind": "visit", "title": "Mill"}]}"#
    #expect(write(file, text, text.utf8.count) == text.utf8.count)
    close(file)
    let chronology = Chronology.load(try Bytes(opening: path, copyingUpTo: 0))
    truncate(path, 0)
    for format in [ExportFormat.json, .jsonl, .csv] {
      let text = Written.text(Written.all(chronology), as: format)
      #expect(text.contains("This event cannot be read any more: the file was changed."), "\(format): \(text)")
    }
  }
}
