internal import Explorer
internal import Timeline

/// The chronology's file while it is open: read, watched, reloaded and edited.
struct DataFile {
  /// Nil for the shipped chronology.
  private let path: String?
  let watch: FileWatch
  /// Where the reader left off; nil if nothing can be stored.
  let lastPlace: LastPlaceFile?

  /// Starts watching before the first reading, so that no change is missed.
  init(_ path: String?) {
    self.path = path
    // Standard input has no path or modification time.
    watch = FileWatch(path == "-" ? nil : path)
    lastPlace = path == "-" ? nil : LastPlaceFile(of: path)
  }

  var note: DataNote { DataNote(path: path) }

  func open() throws(InputFiles.Fault) -> OpenedFile { try InputFiles.open(path) }

  /// Why what was reloaded must not replace what is shown, as a sentence; nil if it may.
  func fault(in loader: Loader) -> String? { breakage(of: loader).map { "\($0) \(Self.stays)" } }

  /// States that only part of a file could be read, as a sentence; nil if all of it was.
  func missingPart(in loader: Loader) -> String? {
    breakage(of: loader).map { "\($0) Only what could be read despite that is shown." }
  }

  private func breakage(of loader: Loader) -> String? {
    guard loader.isBroken else { return nil }
    let finding = loader.breakage
    let place = finding?.place.map { ", line \($0.line), column \($0.column)" } ?? ""
    return "\(name)\(place): \(finding?.message ?? "This is not a chronology.")"
  }

  /// The same for a file that cannot be opened.
  func fault(_ error: InputFiles.Fault) -> String { "\(error.message) \(Self.stays)" }

  private static let stays = "The screen shows the file as it was before."

  private var name: String { Printable.line(path?.split(separator: "/").last.map(String.init) ?? "The file") }

  /// The command that opens the file in the reader's editor, as words.
  func editing(line: Int) throws(InputFiles.Fault) -> [String] {
    guard let path else {
      throw InputFiles.Fault(
        message: "This chronology is part of the program. Export it to a file of your own, and open that.")
    }
    if path == "-" {
      throw InputFiles.Fault(message: "This chronology came by standard input. Write it to a file, and open that.")
    }
    guard let words = Editor.words(file: path, line: line) else {
      throw InputFiles.Fault(message: "No editor is set. Set EDITOR to the name of yours, such as EDITOR=nano.")
    }
    return words
  }
}
