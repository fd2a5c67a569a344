internal import Glibc

/// Names of files as the system has them: bytes, which need not be UTF-8.
///
/// Of a command's argument that is not, Swift hands out a text with U+FFFD in it, which names no file. The bytes of such
/// arguments are looked up here, by that text.
package enum FileName {
  /// Calls with the bytes that name a file, and a zero after them.
  package static func withBytes<Result>(of path: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    bytes(of: path).withUnsafeBufferPointer { body($0.baseAddress!) }
  }

  /// The bytes that name a file, and a zero after them.
  package static func bytes(of path: String) -> [CChar] { arguments[path] ?? Array(path.utf8CString) }

  /// The arguments that are not UTF-8, and what stands in such an argument after the first `=`, by the texts made of them.
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
