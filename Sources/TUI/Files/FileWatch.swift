internal import Glibc
internal import Timeline

/// Reports when a file has been written or replaced. Costs nothing while waiting: `descriptor` becomes readable when
/// something has happened in the file's folder, which is where replacing a file can be observed.
package final class FileWatch {
  /// Negative if the system cannot watch, in which case no change is ever reported.
  package let descriptor: Int32
  private let name: [UInt8]

  /// - Parameter path: of a regular file; nothing else is watched. A symbolic link is resolved once, now.
  package init(_ path: String?) {
    var status = stat()
    guard let path, FileName.withBytes(of: path, { stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG,
      let real = FileName.withBytes(of: path, { realpath($0, nil) })
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

  /// Whether the file has been written or replaced since the last call. Never blocks.
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

  /// Whether one of the events concerns the file, or some events were lost.
  private func tellsOfFile(_ events: UnsafeRawBufferPointer) -> Bool {
    let header = MemoryLayout<inotify_event>.size
    var at = 0
    while at + header <= events.count {
      let event = events.loadUnaligned(fromByteOffset: at, as: inotify_event.self)
      let end = min(events.count, at + header + Int(event.len))
      // The name is zero-padded.
      if events[(at + header)..<end].prefix(while: { $0 != 0 }).elementsEqual(name) { return true }
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
      at = end
    }
    return false
  }
}
