internal import Glibc

/// Bytes that stay where they are and never change while this object lives: a mapped file, bytes inside the
/// executable, or bytes in memory.
package final class Bytes: @unchecked Sendable {
  // Unchecked because of the pointer alone: nothing writes to what it points at until `deinit`.
  package let buffer: UnsafeBufferPointer<UInt8>
  private let origin: Origin

  private enum Origin { case mapped, embedded, allocated }

  package var count: Int { buffer.count }

  /// Maps a file. What cannot be mapped (a pipe, a terminal, a file of the kernel's) is read to its end instead.
  package init(opening path: String) throws(OpenError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw OpenError(errno, path: path) }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0 else { throw OpenError(errno, path: path) }
    switch facts.st_mode & S_IFMT {
    case S_IFDIR:
      throw .isDirectory(path: path)
    case S_IFREG where facts.st_size > 0:
      let count = Int(facts.st_size)
      guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
        throw OpenError(errno, path: path)
      }
      buffer = UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count)
      origin = .mapped
    default:
      let bytes = try Bytes.readAll(file, path: path)
      if bytes.isEmpty { throw .empty(path: path) }
      buffer = Bytes.copy(bytes)
      origin = .allocated
    }
  }

  /// Bytes that live as long as the program, such as an array of a C target.
  package init(embedded start: UnsafePointer<UInt8>, count: Int) {
    buffer = UnsafeBufferPointer(start: start, count: count)
    origin = .embedded
  }

  package init(_ bytes: some Collection<UInt8>) {
    buffer = Bytes.copy(bytes)
    origin = .allocated
  }

  deinit {
    switch origin {
    case .mapped: munmap(UnsafeMutableRawPointer(mutating: buffer.baseAddress), buffer.count)
    case .embedded: break
    case .allocated: buffer.deallocate()
    }
  }

  private static func copy(_ bytes: some Collection<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = copy.initialize(from: bytes)
    return UnsafeBufferPointer(copy)
  }

  private static func readAll(_ file: CInt, path: String) throws(OpenError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw OpenError(errno, path: path)
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
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
