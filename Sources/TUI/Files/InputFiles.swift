internal import CShipped
internal import Explorer
internal import Glibc
internal import Timeline

/// Finds and reads what to open, and the texts beside it.
enum InputFiles {
  /// Why something cannot be opened or used: a sentence for the reader, with exit status 1.
  struct Fault: Error {
    var message: String
  }

  /// A file of any format that can be read, or the chronology embedded in the executable. Every chronology is opened here.
  static func open(_ path: String?) throws(Fault) -> OpenedFile {
    guard let path else {
      return OpenedFile(Bytes(embedded: shipped_bytes(), count: chronology_shipped_count))
    }
    let bytes = try bytes(of: path)
    do {
      return try OpenedFile(recognising: bytes, name: name(of: path), progress: Progress("Reading \(path)").tell)
    } catch {
      throw Fault(message: "\(path) \(error.message.sentence)")
    }
  }

  static func bytes(of path: String) throws(Fault) -> Bytes {
    do {
      return try Bytes(opening: path)
    } catch {
      throw Fault(message: error.message)
    }
  }

  /// A file's name without its folder, harmless on a terminal.
  static func name(of path: String) -> String {
    Printable.line(path.split(separator: "/").last.map(String.init) ?? path)
  }

  /// The whole chronology at once.
  static func chronology(at path: String?) throws(Fault) -> Chronology {
    let file = try open(path)
    for remark in file.remarks { TextOutput.complain(remark) }
    let chronology = Chronology.load(file)
    guard chronology.findingCount > 0 else { return chronology }
    let name = path ?? "The shipped chronology"
    let findings = Speech.count(chronology.findingCount, "finding")
    guard chronology.count > 0 || !chronology.title.isEmpty else {
      let first = chronology.findings.first.map { CheckCommand.line($0, file: name) } ?? ""
      throw Fault(message: "\(name) is not a readable chronology. \(first)")
    }
    TextOutput.complain("\(name) has \(findings): what is valid is shown. chronology check \(path ?? "") lists them.")
    return chronology
  }

  /// The texts in a folder: every regular file that is not hidden and not larger than a post could be.
  static func texts(in folder: String?) throws(Fault) -> [PostText] {
    guard let folder else { return [] }
    guard let directory = opendir(folder) else {
      throw Fault(message: "The folder \(folder) with the posts cannot be read: \(String(cString: strerror(errno))).")
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    var texts: [PostText] = []
    for name in names.sorted() {
      guard let bytes = read("\(folder)/\(name)") else { continue }
      texts.append(PostText(name: name, bytes: bytes))
    }
    return texts
  }

  /// The files, and the folders with a trailing slash, whose path begins with this; hidden ones only if the dot was
  /// typed.
  static func files(beginning: String) -> [String] {
    let folder = beginning.lastIndex(of: "/").map { String(beginning[...$0]) } ?? ""
    let name = beginning.dropFirst(folder.count)
    let place = folder.hasPrefix("~/") ? (Settings.environment("HOME") ?? "~") + folder.dropFirst() : folder
    guard let directory = opendir(place.isEmpty ? "." : place) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let found = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
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

  /// A regular file's bytes; nil for anything else.
  static func read(_ path: String) -> [UInt8]? {
    let file = Glibc.open(path, O_RDONLY | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= largestPost else {
      return nil
    }
    return Descriptor.readAll(file, upTo: Int(status.st_size))
  }
}
