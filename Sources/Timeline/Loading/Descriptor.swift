internal import Glibc

/// Reads and writes file descriptors. Interrupted calls are repeated, and a descriptor that is not ready is waited for.
package enum Descriptor {
  /// Reads the available bytes, at most what the buffer holds.
  /// - Returns: the number of bytes; 0 at the end; -1 with `errno` set if reading failed.
  package static func read(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = Glibc.read(file, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var ready = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
        poll(&ready, 1, -1)
      default: return -1
      }
    }
  }

  /// Reads some bytes; empty at the end, or if reading failed.
  package static func read(_ file: Int32, atMost count: Int = 65536) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, read(file, into: UnsafeMutableRawBufferPointer(buffer)))
    }
  }

  /// Reads to the end of a file, or to `limit` bytes.
  package static func readAll(_ file: Int32, upTo limit: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let more = read(file, atMost: min(65536, limit - bytes.count))
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  /// Writes all of the bytes.
  /// - Parameter patience: milliseconds to wait while the reader accepts nothing; negative for ever.
  /// - Returns: 0, or an errno: `ENOSPC` if nothing more is accepted, `ETIMEDOUT` after `patience`.
  package static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32, patience: Int32 = -1) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count == 0 {
        return ENOSPC
      } else if errno == EAGAIN {
        var ready = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
        if poll(&ready, 1, patience) == 0 { return ETIMEDOUT }
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }

  package static func write(_ bytes: [UInt8], to file: Int32, patience: Int32 = -1) -> Int32 {
    bytes.withUnsafeBytes { write($0, to: file, patience: patience) }
  }
}
