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
