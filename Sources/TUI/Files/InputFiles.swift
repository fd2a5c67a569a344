internal import CShipped
internal import Explorer
internal import Glibc
internal import Timeline

/// Finds and reads the chronology to open, and the posts' texts.
enum InputFiles {
  /// Why something cannot be opened or used: a sentence for the reader, with exit status 1.
  struct Fault: Error {
    var message: String
  }

  /// Opens a file in any readable format, or the chronology embedded in the executable. Every chronology is opened
  /// here.
  static func open(_ path: String?) throws(Fault) -> OpenedFile {
    guard let path else {
      return OpenedFile(Bytes(embedded: shipped_bytes(), count: chronology_shipped_count))
    }
    let bytes = try bytes(of: path)
    do {
      return try OpenedFile(recognising: bytes, name: fileName(path), progress: Progress("Reading \(path)").tell)
    } catch {
      let kind = error == .unknown ? "is not a readable chronology. It " : ""
      throw Fault(message: "\(name(of: path)) \(kind)\(error.message.sentence)")
    }
  }

  static func bytes(of path: String) throws(Fault) -> Bytes {
    do {
      return try Bytes(opening: path)
    } catch {
      throw Fault(message: error.message)
    }
  }

  /// A file's name without its folder, safe to print on a terminal.
  static func fileName(_ path: String) -> String {
    path == "-" ? "standard input" : Printable.line(path.split(separator: "/").last.map(String.init) ?? path)
  }

  /// Loads the whole chronology at once.
  static func chronology(at path: String?) throws(Fault) -> Chronology {
    let file = try open(path)
    for remark in file.remarks { TextOutput.complain(remark) }
    let chronology = Chronology.load(file, progress: Progress("Reading \(name(of: path))").tell)
    try refuseUnreadable(chronology, path)
    guard chronology.findingCount > 0 else { return chronology }
    let name = Self.name(of: path)
    let findings = Speech.count(chronology.findingCount, "finding")
    TextOutput.complain("\(name) has \(findings): what is valid is shown. chronology check \(path ?? "") lists them.")
    return chronology
  }

  /// Rejects input that has findings, no events and no title.
  static func refuseUnreadable(_ chronology: Chronology, _ path: String?) throws(Fault) {
    guard chronology.findingCount > 0, chronology.count == 0, chronology.title.isEmpty else { return }
    let first = chronology.findings.first.map { CheckCommand.line($0, file: name(of: path)) } ?? ""
    throw Fault(message: "\(name(of: path)) is not a readable chronology. \(first)")
  }

  private static func name(of path: String?) -> String {
    path == "-" ? "Standard input" : path ?? "The shipped chronology"
  }

  /// The texts in a folder, for a command that prints.
  static func texts(in folder: String?) throws(Fault) -> [PostText] {
    var remarks: [String] = []
    let texts = try texts(in: folder, &remarks)
    for remark in remarks { TextOutput.complain(remark) }
    return texts
  }

  /// The texts in a folder, in the order of their names: every regular file that is not hidden and is no larger than a
  /// post can be. Adds a remark if they exceed the size limit.
  static func texts(in folder: String?, _ remarks: inout [String]) throws(Fault) -> [PostText] {
    guard let folder else { return [] }
    guard let directory = FileName.withBytes(of: folder, opendir) else {
      throw Fault(message: "The folder \(folder) with the posts cannot be read: \(String(cString: strerror(errno))).")
    }
    defer { closedir(directory) }
    // As bytes, since a name need not be UTF-8.
    var names: [[UInt8]] = []
    while let entry = readdir(directory) {
      let name = Self.name(of: entry)
      if name.first != UInt8(ascii: ".") { names.append(name) }
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    var texts: [PostText] = []
    var room = mostPosts
    for (number, name) in names.enumerated() {
      guard let bytes = read((name + [0]).map(CChar.init(bitPattern:)), in: dirfd(directory)) else { continue }
      room -= bytes.count
      guard room >= 0 else {
        let size = "\(mostPosts >> 20) megabytes"
        remarks.append(
          "The folder \(folder) holds more than \(size) of posts: the last \(Speech.count(names.count - number, "file")) of it are not read."
        )
        break
      }
      texts.append(PostText(name: String(decoding: name, as: UTF8.self), bytes: bytes))
    }
    return texts
  }

  private static func name(of entry: UnsafePointer<dirent>) -> [UInt8] {
    // Read only up to the NUL: the next entry begins before the end of the declared array.
    let start = UnsafeRawPointer(entry) + MemoryLayout<dirent>.offset(of: \.d_name)!
    let name = start.assumingMemoryBound(to: UInt8.self)
    return Array(UnsafeBufferPointer(start: name, count: strlen(start.assumingMemoryBound(to: CChar.self))))
  }

  /// The files and folders whose path begins with this text; folders end in a slash. Hidden ones only if the dot was
  /// typed.
  static func files(beginning: String) -> [String] {
    let folder = beginning.lastIndex(of: "/").map { String(beginning[...$0]) } ?? ""
    let name = beginning.dropFirst(folder.count)
    let place = folder.hasPrefix("~/") ? (Settings.environment("HOME") ?? "~") + folder.dropFirst() : folder
    guard let directory = opendir(place.isEmpty ? "." : place) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let found = String(decoding: Self.name(of: entry), as: UTF8.self)
      guard found != ".", found != "..", found.hasPrefix(name), !found.hasPrefix(".") || name.hasPrefix(".") else {
        continue
      }
      var status = stat()
      let isFolder = stat(place + found, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      names.append(folder + found + (isFolder ? "/" : ""))
    }
    return names.sorted()
  }

  private static let largestPost = 2 << 20
  private static let mostPosts = 16 << 20

  /// The bytes of a regular file no larger than a post; nil for anything else.
  static func read(_ path: String) -> [UInt8]? { path.withCString { read($0, in: AT_FDCWD) } }

  private static func read(_ path: UnsafePointer<CChar>, in folder: Int32) -> [UInt8]? {
    // Without blocking if it is a pipe.
    let file = openat(folder, path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= largestPost else {
      return nil
    }
    let bytes = Descriptor.readAll(file, upTo: Int(status.st_size))
    // Part of a glossary would leave some names in place.
    return bytes.count == Int(status.st_size) ? bytes : nil
  }
}
