internal import ArgumentParser
internal import EDTF
internal import Explorer
internal import Glibc
internal import Timeline

/// `chronology export --format F [QUERY] [-o FILE]`: the events that match, in another format.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the events that match a query in another format.",
    discussion: """
      What the format cannot hold is said on standard error. A file is written whole or not at all.

      \(ExportFormat.allCases.map { "\($0.name)  —  \($0.summary)" }.joined(separator: "\n"))
      """)

  @Argument(help: "Words and conditions, as at the prompt of find. Everything without them.")
  var query: [String] = []
  @OptionGroup var source: FileOption
  @Option(
    help: ArgumentHelp(
      "One of those below. Without it, the extension of FILE.", valueName: "format"))
  var format: ExportFormat?
  @Option(name: [.short, .customLong("output")], help: "The file to write. Without it, standard output.")
  var output: String?
  @Flag(help: "Replace FILE if it exists.")
  var force = false
  @Option(
    help: ArgumentHelp(
      "A view instead of the list, in the words of text mode: \"known 2007 by health\".", valueName: "words"))
  var view: String?
  @Option(help: ArgumentHelp("A folder with the posts' own texts, to quote the cited passages.", valueName: "dir"))
  var posts: String?
  @Flag(help: "With your notes: in a briefing (html, markdown, text) and as annotations.") var notes = false
  @Option(
    help: ArgumentHelp(
      "Lines “name = replacement”: writes no name, or nothing at all if one would remain.", valueName: "file"))
  var glossary: String?

  func validate() throws {
    if format == nil, output.flatMap(ExportFormat.init(path:)) == nil {
      let unknown = output.map { "The name \($0) tells no format. " } ?? ""
      throw ValidationError(
        "\(unknown)Name the format: --format \(ExportFormat.allCases.map(\.name).joined(separator: ", ")).")
    }
    let holdsNotes: [ExportFormat] = [.html, .markdown, .text, .annotations]
    if notes, glossary != nil || (format ?? output.flatMap(ExportFormat.init(path:))).map(holdsNotes.contains) != true {
      throw ValidationError("--notes goes with html, markdown, text or annotations, and without --glossary.")
    }
    if glossary != nil, posts != nil {
      throw ValidationError(
        "--glossary cannot go with --posts: anyone who has a passage's own words can find whose they are.")
    }
  }

  func run() throws {
    guard let format = format ?? output.flatMap(ExportFormat.init(path:)) else { return }
    try source.reading { chronology in
      var export = try self.export(of: chronology)
      var anonymity: Anonymity?
      if let glossary {
        let found = try Self.anonymity(glossary, chronology)
        export = found.applied(to: export)
        anonymity = found
      }
      let report = try Delivery(path: output, replaces: force, anonymity: anonymity).send(export, as: format)
      if export.events.isEmpty, output != nil { TextOutput.complain("No event matches: none is written.") }
      let remarks = anonymity == nil ? [] : Anonymity.remarks
      for sentence in (anonymity != nil && report.losses.isEmpty ? [] : report.sentences) + remarks {
        TextOutput.complain(sentence)
      }
    }
  }

  /// The request, with the same heading as in the front ends.
  private func export(of chronology: Chronology) throws -> Export {
    var state = State(
      chronology, size: Size(rows: 10, columns: 80), preferences: Preferences(isText: true),
      texts: try InputFiles.texts(in: posts))
    state.finishWork()
    let text = query.joined(separator: " ")
    if !text.isEmpty {
      do { _ = try Query(text, in: chronology) } catch {
        throw ValidationError("\(error.message.sentence)\n\(text)\n\(String(repeating: " ", count: error.offset))^")
      }
      _ = state.apply(.find(text))
      state.finishWork()
    }
    if let view {
      let command: Command
      do { command = try CommandParser.command(from: view, in: state) } catch { throw ValidationError(error.message) }
      // Asking for that view is asking for what it lists.
      if command == .view(.bookmarks) { _ = state.apply(.noted(try Self.notes(of: chronology))) }
      _ = state.apply(command)
      if let message = state.message, message.isError { throw InputFiles.Fault(message: message.text) }
    }
    var (events, heading) = state.exported
    let note = DataNote(path: source.file)
    heading.data = note.words
    heading.stamp = note.stamp
    var export = Export(chronology, events, heading: heading, passage: state.passages)
    if notes { export.notes = try Self.notes(of: chronology) }
    return export
  }

  private static func notes(of chronology: Chronology) throws(InputFiles.Fault) -> Notes {
    do throws(Notebook.Fault) {
      return try Notebook().notes(of: chronology.title, chronology.subject(ofNotesOn:))
    } catch {
      throw InputFiles.Fault(message: error.message)
    }
  }

  private static func anonymity(_ path: String, _ chronology: Chronology) throws -> Anonymity {
    guard let bytes = InputFiles.read(path) else {
      throw InputFiles.Fault(message: "The glossary \(path) cannot be read.")
    }
    do { return try Anonymity(glossary: String(decoding: bytes, as: UTF8.self), for: chronology) } catch {
      throw InputFiles.Fault(message: "\(path)\(error.line.map { ", line \($0)" } ?? ""): \(error.message)")
    }
  }
}

extension ExportFormat: ExpressibleByArgument {}
