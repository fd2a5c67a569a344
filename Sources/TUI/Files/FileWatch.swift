internal import Glibc

/// Tells when a file has been written or replaced. It sleeps meanwhile: `descriptor` is ready to be read when something
/// has happened in the file's folder, which is where a file that takes another's place is seen.
package final class FileWatch {
  /// Negative where the system cannot watch: then nothing is ever told.
  package let descriptor: Int32
  private let name: [UInt8]

  /// - Parameter path: of a plain file; of anything else nothing is told. A link is followed once, now.
  package init(_ path: String?) {
    var status = stat()
    guard let path, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let real = realpath(path, nil)
    else {
      descriptor = -1
      name = []
      return
    }
    defer { free(real) }
    let slash = strrchr(real, CInt(UInt8(ascii: "/")))!
    name = UnsafeBufferPointer(start: slash + 1, count: strlen(slash + 1)).map { UInt8(bitPattern: $0) }
    slash.pointee = 0
    descriptor = inotify_init1(CInt(IN_NONBLOCK | IN_CLOEXEC))
    if descriptor >= 0 {
      let folder = real[0] == 0 ? "/" : String(cString: real)
      inotify_add_watch(descriptor, folder, UInt32(IN_CLOSE_WRITE | IN_MOVED_TO))
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Whether the file was written or replaced since this was last asked. Never waits.
  package func hasChanged() -> Bool {
    guard descriptor >= 0 else { return false }
    var hasChanged = false
    withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: MemoryLayout<inotify_event>.alignment) { buffer in
      while case let count = read(descriptor, buffer.baseAddress, buffer.count), count > 0 {
        if tellsOfFile(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { hasChanged = true }
      }
    }
    return hasChanged
  }

  /// Whether one of the events is about the file, or some were lost.
  private func tellsOfFile(_ events: UnsafeRawBufferPointer) -> Bool {
    let header = MemoryLayout<inotify_event>.size
    var at = 0
    while at + header <= events.count {
      let event = events.loadUnaligned(fromByteOffset: at, as: inotify_event.self)
      let end = min(events.count, at + header + Int(event.len))
      // The name is filled up with zeros.
      if events[(at + header)..<end].prefix(while: { $0 != 0 }).elementsEqual(name) { return true }
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
      at = end
    }
    return false
  }
}
