internal import Explorer
internal import Glibc
internal import TUI
internal import Testing

@Suite struct LastPlaceFileTests {
  private let path: String

  init() throws {
    var template = Array("/tmp/chronology-XXXXXX".utf8CString)
    path = String(cString: try #require(mkdtemp(&template))) + "/place"
  }

  @Test(
    arguments: [
      State.LastPlace(),
      State.LastPlace(
        filter: "agency:works = \"a b\"", selection: "crack", views: ["open crack", "known 1910 by works"]),
    ] as [State.LastPlace])
  func `what is written is read back`(place: State.LastPlace) {
    let file = LastPlaceFile(path: path, chronology: "/a/b.json")
    file.write(State.LastPlace(filter: "of before"))
    file.write(place)
    #expect(file.read() == place)
  }

  @Test func `a place is of one chronology, and of nothing where there is none`() throws {
    #expect(LastPlaceFile(path: path, chronology: "/a/b.json").read() == nil)
    LastPlaceFile(path: path, chronology: "/a/b.json").write(State.LastPlace(filter: "x"))
    #expect(LastPlaceFile(path: path, chronology: "/a/c.json").read() == nil)
    let file = try #require(fopen(path, "w"))
    fputs("\u{1B}[2J no place", file)
    fclose(file)
    #expect(LastPlaceFile(path: path, chronology: "/a/b.json").read() == nil)
  }

  @Test func `an id that would break its line is not written`() {
    let file = LastPlaceFile(path: path, chronology: "/a/b.json")
    file.write(State.LastPlace(selection: "a\nview = quit"))
    #expect(file.read() == nil)
  }
}
