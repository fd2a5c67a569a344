internal import Glibc
internal import Timeline

/// Writes a file atomically: the content goes to an unnamed file, or to one with a temporary name in the same folder,
/// which gets its real name only when it is complete.
final class WholeFile {
  struct Fault: Error {
    /// The system's errno; 0 if the reason is a name that must not be written.
    var code: Int32
    /// That name.
    var name: String?
  }

  let path: String
  private let replaces: Bool
  private let folder: String
  private let file: Int32
  /// The temporary name; nil if the file system supports unnamed files, which vanish with the program.
  private let name: String?
  private var isOver = false

  /// - Parameters:
  ///   - replaces: whether an existing file of that name may be replaced.
  ///   - mode: the permissions; nil to apply the umask as usual.
  init(_ path: String, replaces: Bool = false, mode: mode_t? = nil) throws(Fault) {
    self.path = path
    self.replaces = replaces
    // Exceeding the shell's file size limit then gives an errno, not a signal.
    signal(SIGXFSZ, SIG_IGN)
    var status = stat()
    if lstat(path, &status) == 0, !replaces || status.st_mode & S_IFMT != S_IFREG { throw Fault(code: EEXIST) }
    folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let unnamed = open(folder, O_WRONLY | O_DIRECTORY | 0o20_000_000 | O_CLOEXEC, 0o666)
    if unnamed >= 0 {
      if let mode { fchmod(unnamed, mode) }
      file = unnamed
      name = nil
      return
    }
    let (named, name) = Self.temporary(in: folder) { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
    guard named >= 0 else { throw Fault(code: errno) }
    if let mode { fchmod(named, mode) }
    file = named
    self.name = name
  }

  /// Creates a file under the first free temporary name: a killed program with the same process id may have left one.
  /// - Returns: what `make` returned, -1 with `errno` set if it failed, and the name.
  private static func temporary(in folder: String, make: (String) -> Int32) -> (Int32, String) {
    var number = 0
    while true {
      let name = "\(folder)/.chronology-\(getpid())-\(number).part"
      let result = make(name)
      if result >= 0 || errno != EEXIST || number == 99 { return (result, name) }
      number += 1
    }
  }

  deinit {
    guard !isOver else { return }
    close(file)
    if let name { unlink(name) }
  }

  /// For `ByteSink`: appends a piece, and records the error if it fails.
  final class Failure { var code: Int32 = 0 }

  func sender(_ failure: Failure) -> (UnsafeRawBufferPointer) -> Bool {
    { [file] bytes in
      failure.code = Descriptor.write(bytes, to: file)
      return failure.code == 0
    }
  }

  /// Gives the file its name, once its bytes are on disk.
  func keep() throws(Fault) {
    guard fsync(file) == 0 || errno == EINVAL || errno == EROFS else { throw Fault(code: errno) }
    let code = name.map(rename) ?? named()
    if code != 0 { throw Fault(code: code) }
    isOver = true
    // The bytes are written: an error on closing no longer matters.
    close(file)
  }

  private func rename(_ name: String) -> Int32 {
    if !replaces {
      // A hard link never replaces an existing file; where hard links are not supported, existence was checked when
      // opening.
      if Glibc.link(name, path) == 0 {
        unlink(name)
        return 0
      }
      guard errno == EPERM || errno == EOPNOTSUPP else { return errno }
    }
    return Glibc.rename(name, path) == 0 ? 0 : errno
  }

  private func named() -> Int32 {
    let unnamed = "/proc/self/fd/\(file)"
    if linkat(AT_FDCWD, unnamed, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 { return 0 }
    guard errno == EEXIST, replaces else { return errno }
    let (result, other) = Self.temporary(in: folder) {
      linkat(AT_FDCWD, unnamed, AT_FDCWD, $0, AT_SYMLINK_FOLLOW)
    }
    guard result == 0 else { return errno }
    if Glibc.rename(other, path) == 0 { return 0 }
    let code = errno
    unlink(other)
    return code
  }
}
