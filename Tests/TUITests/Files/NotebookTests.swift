internal import Glibc
internal import TUI
internal import Testing
internal import Timeline

struct NotebookTests {
  /// Calls `body` with a path at which there is no file.
  private func withPath(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/chronology-notes-XXXXXX\0".utf8).map { CChar(bitPattern: $0) }
    let folder = String(cString: mkdtemp(&template))
    defer {
      for name in ["notes.sqlite", "notes.sqlite-journal"] { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }
    try body("\(folder)/notes.sqlite")
  }

  @Test func `what is stored is read again, by chronology and event`() throws {
    try withPath { path in
      let notebook = Notebook(path: path)
      #expect(try notebook.notes(of: "A") == Notes())
      #expect(access(path, F_OK) != 0)
      _ = try notebook.store(.bookmark(event: "x", isOn: true), of: "A")
      _ = try notebook.store(.note(event: "x", text: "“Ask”; it's é — 'so'", before: ""), of: "A")
      let stored = try notebook.store(.note(event: "y", text: "Other", before: ""), of: "B")
      #expect(stored == Notes(texts: ["y": "Other"]))
      let read = try Notebook(path: path).notes(of: "A")
      #expect(read == Notes(bookmarks: ["x"], texts: ["x": "“Ask”; it's é — 'so'"]))
      _ = try notebook.store(.bookmark(event: "x", isOn: false), of: "A")
      #expect(try notebook.store(.note(event: "x", text: "", before: read.texts["x"] ?? ""), of: "A") == Notes())
    }
  }

  private static let subjects: [(Notes.Subject, Notes.Subject, Bool)] = [
    (.init(id: "r", date: "2009", title: "A visit"), .init(id: "r", date: "2009", title: "A visit"), true),
    // Edited since: its date, or a part of its title.
    (.init(id: "r", date: "2009", title: "A visit"), .init(id: "r", date: "2010-03", title: "A visit"), true),
    (.init(id: "r", date: "2009", title: "A vsiit"), .init(id: "r", date: "2009", title: "A visit"), true),
    (.init(id: "r", date: "2009", title: "A visit"), .init(id: "r", date: "2009", title: "A visit at home"), true),
    // Stored without date and title.
    ("r", .init(id: "r", date: "2009", title: "A visit"), true),
    // Another event that has the same reference.
    (.init(id: "r", date: "2009", title: "A visit"), .init(id: "r", date: "2009", title: "The mother calls"), false),
    (.init(id: "r", date: "2009", title: "A visit"), .init(id: "r", date: "2010", title: "A visit at home"), false),
    (
      .init(id: "r", date: "2009", title: String(repeating: "a", count: 50_000)),
      .init(id: "r", date: "2009", title: String(repeating: "b", count: 50_000)), false
    ),
    (.init(id: "r", date: "2009", title: "A visit"), .init(id: "q", date: "2009", title: "A visit"), false),
  ]

  @Test(arguments: subjects)
  func `a note goes with its event, and with no other that has its id`(
    _ noted: Notes.Subject, _ now: Notes.Subject, _ isSame: Bool
  ) throws {
    try withPath { path in
      let notebook = Notebook(path: path)
      _ = try notebook.store(.bookmark(event: noted, isOn: true), of: "A")
      _ = try notebook.store(.note(event: noted, text: "Ask", before: ""), of: "A")
      let read = try notebook.notes(of: "A") { $0 == now.id ? now : nil }
      if isSame || noted.id != now.id {
        #expect(read == Notes(bookmarks: [noted.id], texts: [noted.id: "Ask"]))
      } else {
        #expect(read == Notes(strays: [Notes.Stray(title: noted.title, text: "Ask")]))
      }
      // Writing about the other event leaves the first one's note alone.
      let after = try notebook.store(.note(event: now, text: "Tell", before: isSame ? "Ask" : ""), of: "A") {
        $0 == now.id ? now : nil
      }
      #expect(after.texts[now.id] == "Tell")
      #expect(try notebook.notes(of: "A") { _ in noted }.texts[noted.id] == (isSame ? "Tell" : "Ask"))
    }
  }

  @Test func `two sessions lose nothing of each other's`() throws {
    try withPath { path in
      let (one, other) = (Notebook(path: path), Notebook(path: path))
      for number in 0..<20 {
        _ = try one.store(.bookmark(event: "a\(number)", isOn: true), of: "A")
        _ = try other.store(.note(event: "a\(number)", text: "\(number)", before: ""), of: "A")
      }
      let kept = try one.store(.note(event: "a0", text: "mine", before: ""), of: "A")
      #expect(kept.texts["a0"] == "0 | mine")
      #expect(kept.bookmarks.count == 20 && kept.texts.count == 20)
    }
  }

  @Test func `what is no database is said and left alone`() throws {
    try withPath { path in
      let file = try #require(fopen(path, "w"))
      fputs("mine, and no database at all", file)
      fclose(file)
      let notebook = Notebook(path: path)
      #expect(throws: Notebook.Fault.self) { try notebook.notes(of: "A") }
      #expect(throws: Notebook.Fault.self) { try notebook.store(.bookmark(event: "x", isOn: true), of: "A") }
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_size == 28)
    }
  }

  @Test func `without a folder there is nothing, and storing says why`() {
    let notebook = Notebook(path: nil)
    #expect((try? notebook.notes(of: "A")) == Notes())
    #expect(throws: Notebook.Fault.self) { try notebook.store(.bookmark(event: "x", isOn: true), of: "A") }
  }
}
