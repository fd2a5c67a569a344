internal import Glibc

/// File names as the system stores them: bytes, which need not be UTF-8.
///
/// Swift replaces invalid bytes in arguments by U+FFFD, which no longer names the file. The original bytes are looked
/// up here by the replaced text.
package enum FileName {
  /// Calls `body` with the file name as a NUL-terminated string.
  package static func withBytes<Result>(of path: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    guard let bytes = arguments[path] else { return path.withCString(body) }
    return bytes.withUnsafeBufferPointer { body($0.baseAddress!) }
  }

  /// The bytes of each argument that is not UTF-8, and of its part after the first `=`, by the text that Swift makes of
  /// them.
  private static let arguments: [String: [CChar]] = named(
    (0..<Int(CommandLine.argc)).compactMap { CommandLine.unsafeArgv[$0] })

  package static func named(_ arguments: [UnsafeMutablePointer<CChar>]) -> [String: [CChar]] {
    var names: [String: [CChar]] = [:]
    for argument in arguments where String(validatingCString: argument) == nil {
      let bytes = Array(UnsafeBufferPointer(start: argument, count: strlen(argument) + 1))
      for start in [0, (bytes.firstIndex(of: CChar(UInt8(ascii: "="))) ?? -1) + 1] {
        names[String(decoding: bytes[start...].dropLast().lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)] = Array(
          bytes[start...])
      }
    }
    return names
  }
}
