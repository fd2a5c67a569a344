import Testing

/// The tables in the documents are made from the program's own. One test after another: recording writes to a shared file.
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
}
