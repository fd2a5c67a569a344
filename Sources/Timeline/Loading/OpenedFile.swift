/// A chronology as opened: the bytes of its file, or of a chronology imported from another program's file.
package struct OpenedFile: Sendable {
  package let bytes: Bytes
  /// What could not be imported, with its place in the imported file.
  let findings: [Finding]
  let findingCount: Int
  /// What a reader should know about how the file was read, in sentences.
  package let remarks: [String]
  /// For each row, the line of the imported file on which its record begins.
  let lines: [UInt32]

  init(_ bytes: Bytes, findings: [Finding], findingCount: Int, remarks: [String], lines: [UInt32]) {
    self.bytes = bytes
    self.findings = findings
    self.findingCount = findingCount
    self.remarks = remarks
    self.lines = lines
  }

  /// A chronology's own file.
  package init(_ bytes: Bytes) {
    self.init(bytes, findings: [], findingCount: 0, remarks: [], lines: [])
  }

  /// Opens a file in any known format. Broken JSON is treated as a chronology, whose reader reports what is wrong.
  /// - Throws: `Import.Failure.binary` if the file is not text, `.unknown` if it is neither JSON nor can be imported.
  package init(
    recognising bytes: Bytes, name: String, progress: @escaping (Double) -> Void = { _ in }
  ) throws(Import.Failure) {
    if Self.isOwn(bytes) {
      self.init(bytes)
      return
    }
    let reading = Import()
    do {
      try reading.read(bytes, name: name, progress: progress)
    } catch {
      if case .binary = error { throw error }
      if error == .unknown, !Self.isLikeJSON(reading.decoded ?? bytes) { throw error }
      self.init(error == .own ? reading.decoded ?? bytes : bytes)
      return
    }
    self = reading.opened()
  }

  private static func isLikeJSON(_ bytes: Bytes) -> Bool {
    bytes.buffer.first { $0 > 0x20 }.map { "{[".utf8.contains($0) } ?? false
  }

  /// Whether the bytes look like a chronology of our own, valid or not.
  package static func isOwn(_ bytes: Bytes) -> Bool { ImportFormat(ofJSON: bytes.buffer)?.isOwn == true }
}
