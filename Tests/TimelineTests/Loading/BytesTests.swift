internal import Glibc
internal import Testing
internal import Timeline

struct BytesTests {
  /// A temporary folder that is removed with the test.
  private final class Folder {
    let path: String

    init() {
      var template = Array("/tmp/chronology-XXXXXX".utf8CString)
      path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
    }

    func file(_ name: String, _ bytes: [UInt8]) -> String {
      let path = path + "/" + name
      let file = fopen(path, "w")
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
      return path
    }

    deinit {
      for name in ["full", "empty", "fifo"] { unlink(path + "/" + name) }
      rmdir(path)
    }
  }

  @Test func `maps a file, to its last byte`() throws {
    let folder = Folder()
    for count in [1, 4095, 4096, 4097] {
      let written = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
      for longest in [0, Bytes.longestCopy] {
        let bytes = try Bytes(opening: folder.file("full", written), copyingUpTo: longest)
        #expect(bytes.buffer.elementsEqual(written))
      }
    }
  }

  @Test func `a copy stays as it was when the file is cut short`() throws {
    let folder = Folder()
    let path = folder.file("full", [UInt8](repeating: 7, count: 100_000))
    let bytes = try Bytes(opening: path)
    truncate(path, 0)
    #expect(bytes.buffer.allSatisfy { $0 == 7 })
  }

  @Test func `of a mapped file what is cut off reads as zeros, and the rest as it was`() throws {
    let folder = Folder()
    let path = folder.file("full", [UInt8](repeating: 7, count: 100_000))
    let bytes = try Bytes(opening: path, copyingUpTo: 0)
    truncate(path, 8192)
    #expect(bytes.buffer[..<8192].allSatisfy { $0 == 7 })
    #expect(bytes.buffer[8192...].allSatisfy { $0 == 0 })
  }

  @Test func `a mapped file tells that it was written to, a copy and a replaced file never change`() throws {
    let folder = Folder()
    for longest in [0, Bytes.longestCopy] {
      let path = folder.file("full", [7, 7, 7])
      let bytes = try Bytes(opening: path, copyingUpTo: longest)
      #expect(!bytes.hasChanged)
      rename(folder.file("other", [8]), path)
      #expect(!bytes.hasChanged)
    }
    let path = folder.file("full", [7, 7, 7])
    let copy = try Bytes(opening: path)
    let mapped = try Bytes(opening: path, copyingUpTo: 0)
    truncate(path, 2)
    #expect(mapped.hasChanged)
    #expect(!copy.hasChanged)
  }

  @Test func `says why a file does not open`() {
    let folder = Folder()
    let empty = folder.file("empty", [])
    #expect(throws: OpenError.missing(path: "/no/such/file")) { try Bytes(opening: "/no/such/file") }
    #expect(throws: OpenError.missing(path: empty + "/inside")) { try Bytes(opening: empty + "/inside") }
    #expect(throws: OpenError.isDirectory(path: folder.path)) { try Bytes(opening: folder.path) }
    #expect(throws: OpenError.empty(path: empty)) { try Bytes(opening: empty) }
  }

  @Test func `reads what has no size of its own`() throws {
    #expect(try Bytes(opening: "/proc/self/status").count > 0)
  }

  @Test func `every reason is a sentence that names the file and what to do`() {
    let errors: [OpenError] = [
      .missing(path: "x.json"), .isDirectory(path: "x.json"), .notPermitted(path: "x.json"), .empty(path: "x.json"),
      .unreadable(path: "x.json", reason: "Input/output error"),
    ]
    for error in errors {
      #expect(error.message.contains("x.json"))
      #expect(error.message.hasSuffix("."))
    }
  }
}
