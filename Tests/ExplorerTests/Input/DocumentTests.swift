import EDTF
internal import Foundation
internal import Testing
internal import Timeline

/// The tables in the documents are generated from the program's own. Serialised, since recording writes to a shared
/// file.
@Suite(.serialized) struct DocumentTests {
  @Test func `the README has every key and word`() throws {
    try GeneratedPart(
      file: "README.md", start: "<!-- keys and words -->", end: "<!-- end of keys and words -->",
      text: MarkdownTables.keys
    ).check()
  }

  @Test func `the README has the whole query language`() throws {
    try GeneratedPart(
      file: "README.md", start: "<!-- query language -->", end: "<!-- end of query language -->",
      text: MarkdownTables.query
    ).check()
  }

  @Test func `the README shows the example that is built and run`() throws {
    try GeneratedPart(
      file: "README.md", start: "<!-- example -->", end: "<!-- end of example -->",
      text: "```swift\n" + GeneratedPart.document("Examples/Dates/Sources/Dates/main.swift") + "```\n"
    ).check()
  }

  @Test func `the manual page has every key and word`() throws {
    try GeneratedPart(
      file: "docs/chronology.1", start: ".\\\" keys and words", end: ".\\\" end of keys and words",
      text: ManualParts.keys
    ).check()
  }

  @Test func `the manual page has the whole query language`() throws {
    try GeneratedPart(
      file: "docs/chronology.1", start: ".\\\" query language", end: ".\\\" end of query language",
      text: ManualParts.query
    ).check()
  }

  @Test func `the page about dates tells what the program reads`() throws {
    let rows = try GeneratedPart.document("docs/dates.md").split(separator: "\n")
      .drop { !$0.hasPrefix("| Typed | EDTF |") }.dropFirst(2).prefix { $0.hasPrefix("|") }
    #expect(rows.count > 30)
    for row in rows {
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      try #require(cells.count == 3, "\(row)")
      let date = try NaturalDate(cells[0])
      #expect("`\(date.edtf)`" == cells[1], "\(cells[0])")
      #expect(date.words == cells[2], "\(cells[0])")
    }
  }
}
