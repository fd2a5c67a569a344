internal import EDTF
internal import Explorer
internal import Glibc
internal import Timeline

/// Performs the effects that go beyond the screen: files, the clipboard, addresses. Both front ends share them, and
/// the outcome is a sentence.
struct Deeds {
  struct Outcome {
    var sentence: String
    var isError = false
  }

  let file: DataFile

  /// Nil for an effect that is not handled here.
  func outcome(of effect: Effect, in state: State) -> Outcome? {
    switch effect {
    case .export(let path, let format, let events, var heading):
      let data = file.note
      heading.data = data.words
      heading.stamp = data.stamp
      return write(
        Export(state.chronology, events, heading: heading, passage: state.passages), as: format, to: path)
    case .copy(let text, let what):
      return Clipboard.take(
        text, what: what, isSpoken: state.preferences.isText || state.preferences.isScreenReader)
    case .visit(let address): return Visit.open(address)
    case .quit, .redraw, .files, .theme, .editor, .keep, .note: return nil
    }
  }

  /// `~/` is the reader's home directory, as in a shell.
  private func write(_ export: Export, as format: ExportFormat, to path: String) -> Outcome {
    let place = path.hasPrefix("~/") ? (Settings.environment("HOME") ?? "~") + path.dropFirst() : path
    let failure = WholeFile.Failure()
    do throws(WholeFile.Fault) {
      let file = try WholeFile(place)
      let report = export.write(as: format, to: ByteSink(file.sender(failure)))
      if failure.code != 0 { throw WholeFile.Fault(code: failure.code) }
      try file.keep()
      let written = "\(Speech.count(export.events.count, "event")) written to \(path)."
      return Outcome(sentence: ([written] + report.sentences).joined(separator: " "))
    } catch {
      return Outcome(sentence: Self.words(for: error.code, path: path), isError: true)
    }
  }

  static func words(for code: Int32, path: String) -> String {
    if code == EEXIST { return "There is \(path) already, and it is not overwritten. Name another file." }
    return "\(path) could not be written: \(String(cString: strerror(code))). Nothing was left behind."
  }
}
