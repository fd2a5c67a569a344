internal import CMapping
internal import Glibc

/// Bytes at a fixed address while this object lives. In memory or embedded in the executable, they never change. In a
/// mapped file, they change if somebody writes to it, and anything cut off the file reads as zeros.
package final class Bytes: @unchecked Sendable {
  // Unchecked only because of the pointer: nothing in the program writes to the memory until `deinit`.
  package let buffer: UnsafeBufferPointer<UInt8>
  private let origin: Origin

  private enum Origin {
    /// The file stays open, so that a change can be detected.
    case mapped(file: CInt, state: FileState)
    case embedded, allocated
  }

  /// The attributes of a file that change when somebody writes to it.
  private struct FileState: Equatable {
    let size: off_t
    let seconds: time_t
    let nanoseconds: Int

    init?(_ file: CInt) {
      var facts = stat()
      guard fstat(file, &facts) == 0 else { return nil }
      size = facts.st_size
      seconds = facts.st_mtim.tv_sec
      nanoseconds = facts.st_mtim.tv_nsec
    }
  }

  package var count: Int { buffer.count }

  /// The maximum size in bytes of a file that is copied, so that later changes to the file do not affect what was read.
  /// A chronology of ten thousand events is half this size.
  package static let longestCopy = 16 << 20

  /// Whether somebody has written to the mapped file since it was opened, in which case earlier and later reads may not
  /// belong together. Always false for a copy, and for a file that was replaced by another, since the old one still
  /// exists.
  package var hasChanged: Bool {
    if case .mapped(let file, let state) = origin { FileState(file) != state } else { false }
  }

  /// Copies a file, or maps it if it is long. Anything that cannot be mapped (a pipe, a terminal, a kernel file) is
  /// read to its end.
  ///
  /// - Parameter path: `-` for standard input.
  package init(opening path: String, copyingUpTo longest: Int = Bytes.longestCopy) throws(OpenError) {
    let file =
      path == "-" ? dup(STDIN_FILENO) : FileName.withBytes(of: path) { open($0, O_RDONLY | O_CLOEXEC) }
    guard file >= 0 else { throw OpenError(errno, path: path) }
    var isKept = false
    defer { if !isKept { close(file) } }
    var facts = stat()
    guard fstat(file, &facts) == 0 else { throw OpenError(errno, path: path) }
    switch facts.st_mode & S_IFMT {
    case S_IFDIR:
      throw .isDirectory(path: path)
    case S_IFREG where facts.st_size > longest:
      let count = Int(facts.st_size)
      guard let state = FileState(file), let start = mapping_open(file, count) else {
        throw OpenError(errno, path: path)
      }
      buffer = UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count)
      origin = .mapped(file: file, state: state)
      isKept = true
    default:
      buffer = try Bytes.readAll(file, expecting: Int(facts.st_size), path: path)
      origin = .allocated
      if buffer.isEmpty { throw .empty(path: path) }
    }
  }

  /// Bytes that live as long as the program, such as an array in a C target.
  package init(embedded start: UnsafePointer<UInt8>, count: Int) {
    buffer = UnsafeBufferPointer(start: start, count: count)
    origin = .embedded
  }

  package init(_ bytes: some Collection<UInt8>) {
    buffer = Bytes.copy(bytes)
    origin = .allocated
  }

  /// Joins several pieces; each is released once copied.
  init(joining pieces: inout [[UInt8]]) {
    let whole = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: pieces.reduce(0) { $0 + $1.count })
    var filled = 0
    for index in pieces.indices {
      filled = whole[filled...].initialize(fromContentsOf: pieces[index])
      pieces[index] = []
    }
    buffer = UnsafeBufferPointer(whole)
    origin = .allocated
  }

  deinit {
    switch origin {
    case .mapped(let file, _):
      mapping_close(buffer.baseAddress, buffer.count)
      close(file)
    case .embedded: break
    case .allocated: buffer.deallocate()
    }
  }

  private static func copy(_ bytes: some Collection<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = copy.initialize(from: bytes)
    return UnsafeBufferPointer(copy)
  }

  /// - Parameter expected: the likely number of bytes.
  private static func readAll(
    _ file: CInt, expecting expected: Int, path: String
  ) throws(OpenError) -> UnsafeBufferPointer<UInt8> {
    // One byte more, so that the end is found without growing the buffer.
    var bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(expected, 1 << 16) + 1)
    var filled = 0
    while true {
      if filled == bytes.count {
        let more = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2 * filled)
        _ = more.update(fromContentsOf: bytes)
        bytes.deallocate()
        bytes = more
      }
      let count = Descriptor.read(
        file, into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(bytes)[filled...]))
      if count < 0 {
        let code = errno
        bytes.deallocate()
        throw OpenError(code, path: path)
      }
      if count == 0 { break }
      let isFirst = filled == 0
      filled += count
      // Reject endless input such as /dev/zero by its first bytes.
      if isFirst, !mayBeJSON(bytes[..<filled]) { break }
      if filled > longestStream, filled > expected {
        bytes.deallocate()
        throw .endless(path: path)
      }
    }
    return UnsafeBufferPointer(rebasing: bytes[..<filled])
  }

  /// The most bytes read from a pipe or device: more than a chronology of a million events has.
  private static let longestStream = 1 << 30

  /// Whether the bytes begin with white space, a UTF-8 byte order mark, or a JSON value.
  private static func mayBeJSON(_ bytes: Slice<UnsafeMutableBufferPointer<UInt8>>) -> Bool {
    switch bytes.first {
    case 0x09, 0x0A, 0x0D, 0x20, 0xEF, nil: true
    case let byte?: "{[\"-0123456789tfn".utf8.contains(byte)
    }
  }
}

extension OpenError {
  fileprivate init(_ code: CInt, path: String) {
    switch code {
    case ENOENT, ENOTDIR: self = .missing(path: path)
    case EISDIR: self = .isDirectory(path: path)
    case EACCES, EPERM: self = .notPermitted(path: path)
    default: self = .unreadable(path: path, reason: String(cString: strerror(code)))
    }
  }
}
