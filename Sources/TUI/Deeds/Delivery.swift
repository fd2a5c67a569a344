internal import EDTF
internal import Explorer
internal import Glibc
internal import Timeline

/// Writes a result to a file, whole or not at all, or to standard output.
struct Delivery {
  /// Nil for standard output.
  var path: String?
  /// Whether a file may be replaced; nil where the reader cannot ask for that.
  var replaces: Bool?
  /// The names that must not be written.
  var anonymity: Anonymity?
  /// Inputs; if one changes during the export, the output is discarded.
  var origins: [Chronology] = []

  func send(_ export: Export, as format: ExportFormat) throws(InputFiles.Fault) -> LossReport {
    let progress = Progress("Writing \(path ?? format.name)")
    var delivery = self
    delivery.origins = [export.chronology]
    return try delivery.send { export.write(as: format, to: $0, progress: progress.tell) }
  }

  /// - Parameter write: writes the whole output; called once.
  func send<Report>(_ write: (ByteSink) -> Report) throws(InputFiles.Fault) -> Report {
    if let path { return try self.write(to: path, write) }
    if let anonymity { return try writeChecked(anonymity, write) }
    return try print(write)
  }

  private func checkOrigins() throws(WholeFile.Fault) {
    if origins.contains(where: \.hasChanged) { throw WholeFile.Fault(code: ESTALE) }
  }

  private func write<Report>(to path: String, _ write: (ByteSink) -> Report) throws(InputFiles.Fault) -> Report {
    do throws(WholeFile.Fault) {
      let failure = WholeFile.Failure()
      let file = try WholeFile(path, replaces: replaces ?? false)
      let send = file.sender(failure)
      var guardian = anonymity?.guardian
      let report = write(
        ByteSink { bytes in
          guardian?.take(bytes)
          return send(bytes)
        })
      if failure.code != 0 { throw WholeFile.Fault(code: failure.code) }
      if let name = guardian?.finish() { throw WholeFile.Fault(code: 0, name: name) }
      try checkOrigins()
      try file.keep()
      return report
    } catch {
      throw Self.fault(error, path: path, canReplace: replaces != nil)
    }
  }

  /// Holds the whole output in memory, and writes it to standard output only once it is known to contain no name.
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
    do { try checkOrigins() } catch { throw Self.fault(error, path: "") }
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
    if origins.contains(where: \.hasChanged) {
      throw InputFiles.Fault(
        message: "The chronology was changed while it was being read: do not rely on what was written. Try again.")
    }
    return report
  }

  private static func fault(_ fault: WholeFile.Fault, path: String, canReplace: Bool = false) -> InputFiles.Fault {
    if let name = fault.name {
      return InputFiles.Fault(
        message: "Nothing is written: the name \(name) would remain. Add a line for it to the glossary.")
    }
    return InputFiles.Fault(message: words(for: fault.code, path: path, canReplace: canReplace))
  }

  /// - Parameter canReplace: whether the reader could have asked for the file to be replaced.
  static func words(for code: Int32, path: String, canReplace: Bool = false) -> String {
    switch code {
    case EEXIST:
      "There is \(path) already, and it is not overwritten. Name another file\(canReplace ? ", or add --force" : "")."
    case ESTALE: "Nothing is written: the chronology was changed while it was being read. Try again."
    default: "\(path) could not be written: \(String(cString: strerror(code))). Nothing was left behind."
    }
  }
}
