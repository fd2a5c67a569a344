internal import Testing
internal import Timeline

struct ExportedNotesTests {
  private static func written(_ format: ExportFormat, _ notes: Notes) -> String {
    var export = Export(Chronology.load(Bytes(Sample.json.utf8)), EventSet(all: 2))
    export.notes = notes
    var bytes: [UInt8] = []
    _ = export.write(
      as: format,
      to: ByteSink {
        bytes += $0
        return true
      })
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [ExportFormat.html, .markdown, .text, .annotations] as [ExportFormat])
  func `notes go into a briefing and out as annotations if they are asked for`(_ format: ExportFormat) {
    let notes = Notes(texts: ["answer": "Ask the clerk"])
    #expect(Self.written(format, notes).contains("Ask the clerk"))
    #expect(!Self.written(format, Notes()).contains("Ask the clerk"))
  }

  @Test(
    arguments: [
      (.html, "<strong>Bookmarked</strong> by the reader."), (.markdown, "**Bookmarked** by the reader."),
      (.text, "Bookmarked by the reader."), (.annotations, ##""motivation": "bookmarking", "target": "#answer""##),
    ] as [(ExportFormat, String)])
  func `bookmarks go with the notes`(_ format: ExportFormat, _ words: String) {
    #expect(Self.written(format, Notes(bookmarks: ["answer"])).contains(words))
    #expect(!Self.written(format, Notes()).contains("ookmark"))
  }

  @Test func `a note is an annotation that comments on its event`() throws {
    let text = Self.written(.annotations, Notes(texts: ["answer": "A \"b\""]))
    let tree = try JSONTree(Bytes(text.utf8))
    var children = tree.children(0)
    var items: JSONTree.Node?
    while let key = children.next(), let value = children.next() { if tree.string(key) == "items" { items = value } }
    let annotations = try tree.children(#require(items)).map { tree.text($0) }
    #expect(annotations.count == 2)
    #expect(annotations.last?.contains(##""motivation": "commenting""##) == true)
    #expect(annotations.last?.contains(##""target": "#answer""##) == true)
    #expect(annotations.last?.contains(##""value": "A \"b\"""##) == true)
  }
}
