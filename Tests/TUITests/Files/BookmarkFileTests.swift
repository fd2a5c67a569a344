internal import Explorer
internal import Glibc
internal import TUI
internal import Testing

@Suite struct BookmarkFileTests {
  private let path: String

  init() throws {
    var template = Array("/tmp/chronology-XXXXXX".utf8CString)
    path = String(cString: try #require(mkdtemp(&template))) + "/place"
  }

  @Test(
    arguments: [
      State.Bookmark(),
      State.Bookmark(
        filter: "agency:works = \"a b\"", selection: "crack", views: ["open crack", "known 1910 by works"]),
    ] as [State.Bookmark])
  func `what is written is read back`(bookmark: State.Bookmark) {
    let file = BookmarkFile(path: path, chronology: "/a/b.json")
    file.write(State.Bookmark(filter: "of before"))
    file.write(bookmark)
    #expect(file.read() == bookmark)
  }

  @Test func `a bookmark is of one chronology, and of nothing where there is none`() throws {
    #expect(BookmarkFile(path: path, chronology: "/a/b.json").read() == nil)
    BookmarkFile(path: path, chronology: "/a/b.json").write(State.Bookmark(filter: "x"))
    #expect(BookmarkFile(path: path, chronology: "/a/c.json").read() == nil)
    let file = try #require(fopen(path, "w"))
    fputs("\u{1B}[2J no bookmark", file)
    fclose(file)
    #expect(BookmarkFile(path: path, chronology: "/a/b.json").read() == nil)
  }

  @Test func `an id that would break its line is not written`() {
    let file = BookmarkFile(path: path, chronology: "/a/b.json")
    file.write(State.Bookmark(selection: "a\nview = quit"))
    #expect(file.read() == nil)
  }
}
