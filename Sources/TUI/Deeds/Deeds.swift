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
    do throws(InputFiles.Fault) {
      let report = try Delivery(path: place).send(export, as: format)
      let written = "\(Speech.count(export.events.count, "event")) written to \(path)."
      return Outcome(sentence: ([written] + report.sentences).joined(separator: " "))
    } catch {
      return Outcome(sentence: error.message, isError: true)
    }
  }
}
