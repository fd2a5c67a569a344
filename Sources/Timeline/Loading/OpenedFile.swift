/// A chronology as it is opened: the bytes of its file, or what was made of another program's.
package struct OpenedFile: Sendable {
  package let bytes: Bytes
  /// What of another program's file could not be read, with its place there.
  let findings: [Finding]
  let findingCount: Int
  /// What a reader should know of how it was read, a sentence each.
  package let remarks: [String]
  /// For each row the line of another program's file on which its record begins.
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

  /// A file of any format that is known: of one that is not, as of a broken one, its own reader says what is wrong.
  /// - Throws: `Import.Failure.binary`, for what is no text at all.
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
      self.init(error == .own ? reading.decoded ?? bytes : bytes)
      return
    }
    self = reading.opened()
  }

  /// Whether bytes are like a chronology of our own, sound or not.
  package static func isOwn(_ bytes: Bytes) -> Bool { ImportFormat(ofJSON: bytes.buffer)?.isOwn == true }
}
