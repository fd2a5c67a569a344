internal import Glibc
internal import TUI
internal import Testing

@Suite struct HistoryFileTests {
  private let path: String

  init() throws {
    var template = Array("/tmp/chronology-XXXXXX".utf8CString)
    path = String(cString: try #require(mkdtemp(&template))) + "/history"
  }

  @Test(arguments: ["find letter", "export a\\b.json", "find Zoë  “x”", "back\\040slash", "\\", "ends \\1"])
  func `gives a line back as it was`(line: String) throws {
    let history = try #require(HistoryFile(path: path))
    history.append("first")
    history.append(line)
    #expect(history.lines == ["first", line])
  }

  @Test func `two that are open lose nothing of each other's`() throws {
    let one = try #require(HistoryFile(path: path))
    let other = try #require(HistoryFile(path: path))
    one.append("a")
    other.append("b")
    one.append("c")
    #expect(one.lines == ["a", "b", "c"])
    #expect(other.lines == ["a", "b", "c"])
  }

  @Test func `leaves a file alone that is no history`() throws {
    let file = try #require(fopen(path, "w"))
    fputs("shopping\n", file)
    fclose(file)
    #expect(HistoryFile(path: path) == nil)
  }
}
