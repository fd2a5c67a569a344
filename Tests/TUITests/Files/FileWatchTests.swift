internal import Glibc
internal import TUI
internal import Testing

@Suite struct FileWatchTests {
  private let folder: String

  init() throws {
    var template = Array("/tmp/chronology-XXXXXX".utf8CString)
    folder = String(cString: try #require(mkdtemp(&template)))
  }

  private func write(_ text: String, to name: String) throws {
    let file = try #require(fopen("\(folder)/\(name)", "w"))
    fputs(text, file)
    fclose(file)
  }

  @Test func `tells once when the file was written, replaced, or came back`() throws {
    try write("a", to: "file")
    let watch = FileWatch(folder + "/file")
    #expect(!watch.hasChanged())
    try write("b", to: "file")
    #expect(watch.hasChanged())
    #expect(!watch.hasChanged())
    try write("c", to: "other")
    rename(folder + "/other", folder + "/file")
    #expect(watch.hasChanged())
    unlink(folder + "/file")
    #expect(!watch.hasChanged())
    try write("d", to: "file")
    #expect(watch.hasChanged())
  }

  @Test func `another file is nothing to it, nor is the file being read`() throws {
    try write("a", to: "file")
    let watch = FileWatch(folder + "/file")
    try write("b", to: "file2")
    try write("b", to: "fil")
    fclose(fopen(folder + "/file", "r"))
    #expect(!watch.hasChanged())
  }

  @Test func `follows a link to where the file is`() throws {
    try write("a", to: "file")
    mkdir(folder + "/in", 0o700)
    symlink("../file", folder + "/in/link")
    let watch = FileWatch(folder + "/in/link")
    try write("b", to: "file")
    #expect(watch.hasChanged())
  }

  @Test func `what is no plain file is not watched`() {
    for path in [nil, folder, folder + "/none", "/dev/null"] {
      let watch = FileWatch(path)
      #expect(watch.descriptor < 0)
      #expect(!watch.hasChanged())
    }
  }
}
