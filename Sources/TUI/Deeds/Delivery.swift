internal import EDTF
internal import Explorer
internal import Glibc
internal import Timeline

/// Writes an export or an import to a file, whole or not at all, or to standard output.
struct Delivery {
  /// Nil for standard output.
  var path: String?
  var replaces = false
  /// The names that must not be written.
  var anonymity: Anonymity?

  func send(_ export: Export, as format: ExportFormat) throws(InputFiles.Fault) -> LossReport {
    try send { export.write(as: format, to: $0) }
  }

  /// - Parameter write: writes all of it, once.
  func send<Report>(_ write: (ByteSink) -> Report) throws(InputFiles.Fault) -> Report {
    if let path { return try self.write(to: path, write) }
    if let anonymity { return try writeChecked(anonymity, write) }
    return try print(write)
  }

  private func write<Report>(to path: String, _ write: (ByteSink) -> Report) throws(InputFiles.Fault) -> Report {
    do throws(WholeFile.Fault) {
      let failure = WholeFile.Failure()
      let file = try WholeFile(path, replaces: replaces)
      let send = file.sender(failure)
      var guardian = anonymity?.guardian
      let report = write(
        ByteSink { bytes in
          guardian?.take(bytes)
          return send(bytes)
        })
      if failure.code != 0 { throw WholeFile.Fault(code: failure.code) }
      if let name = guardian?.finish() { throw WholeFile.Fault(code: 0, name: name) }
      try file.keep()
      return report
    } catch {
      throw Self.fault(error, path: path)
    }
  }

  /// Writes to standard output once no name has been found, and holds everything in memory until then.
  private func writeChecked<Report>(
    _ anonymity: Anonymity, _ write: (ByteSink) -> Report
  ) throws(InputFiles.Fault) -> Report {
    var kept: [UInt8] = []
    var guardian = anonymity.guardian
    let report = write(
      ByteSink { bytes in
        guardian.take(bytes)
        kept += bytes
        return true
      })
    if let name = guardian.finish() { throw Self.fault(WholeFile.Fault(code: 0, name: name), path: "") }
    let code = Descriptor.write(kept, to: STDOUT_FILENO)
    try TextOutput.check(code == 0 ? nil : code)
    return report
  }

  private func print<Report>(_ write: (ByteSink) -> Report) throws(InputFiles.Fault) -> Report {
    var code: Int32 = 0
    // A terminal only gets sanitised text.
    let isTerminal = isatty(STDOUT_FILENO) == 1
    signal(SIGXFSZ, SIG_IGN)
    var waiting: [UInt8] = []
    let report = write(
      ByteSink { bytes in
        if isTerminal {
          waiting += bytes
          return true
        }
        code = Descriptor.write(bytes, to: STDOUT_FILENO)
        return code == 0
      })
    if isTerminal {
      var output = TextOutput()
      let lines = String(decoding: waiting, as: UTF8.self).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for line in lines.last == "" ? lines.dropLast() : lines[...] { output.line(line) }
      try output.finish()
    }
    try TextOutput.check(code == 0 ? nil : code)
    return report
  }

  private static func fault(_ fault: WholeFile.Fault, path: String) -> InputFiles.Fault {
    if let name = fault.name {
      return InputFiles.Fault(
        message: "Nothing is written: the name \(name) would remain. Add a line for it to the glossary.")
    }
    return InputFiles.Fault(message: Deeds.words(for: fault.code, path: path))
  }
}
