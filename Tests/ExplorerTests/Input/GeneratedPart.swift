internal import Explorer
internal import Foundation
internal import Testing
internal import Timeline

/// A part of a document that is generated from the program's own tables, between two marks. `RECORD_DOCUMENTS=1`
/// writes it and fails, so that no run both records and passes: read what was written before committing it.
struct GeneratedPart {
  /// The path from the root of the project.
  let file: String
  let start: String
  let end: String
  let text: String

  /// A document by its path from the root of the project.
  static func document(_ file: String) throws -> String { try String(contentsOf: place(of: file), encoding: .utf8) }

  private static func place(of file: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../" + file)
  }

  /// Compares the document with its expected content.
  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let document = try Self.document(file)
    let first = try #require(
      document.range(of: start + "\n"), "\(file) has no \(start)", sourceLocation: sourceLocation)
    let last = try #require(
      document.range(of: end, range: first.upperBound..<document.endIndex), "\(file) has no \(end)",
      sourceLocation: sourceLocation)
    if document[first.upperBound..<last.lowerBound] == text { return }
    guard ProcessInfo.processInfo.environment["RECORD_DOCUMENTS"] == "1" else {
      Issue.record(
        "\(file) is not what the program says after \(start): make documents", sourceLocation: sourceLocation)
      return
    }
    let whole = document.replacingCharacters(in: first.upperBound..<last.lowerBound, with: text)
    try Data(whole.utf8).write(to: Self.place(of: file))
    Issue.record("recorded \(file): read it, then run again without RECORD_DOCUMENTS", sourceLocation: sourceLocation)
  }
}

/// The vocabulary and the query language in Markdown.
enum MarkdownTables {
  static var keys: String {
    Vocabulary.Entry.Group.allCases.map { group in
      let rows = Vocabulary.entries.filter { $0.group == group }.map { entry in
        "| \(keys(of: entry)) | \(words(of: entry)) | \(escaped(entry.help)) |\n"
      }
      return "\n**\(group.rawValue)**\n\n| Keys | Words | What it does |\n| --- | --- | --- |\n" + rows.joined()
    }.joined() + "\n"
  }

  static var query: String {
    "\n| Type | It finds |\n| --- | --- |\n"
      + Query.help.map { "| \(forms($0.form)) | \(escaped($0.meaning)) |\n" }.joined() + "\n"
  }

  private static func keys(of entry: Vocabulary.Entry) -> String {
    entry.keys.compactMap(\.name).map { "`\(escaped($0))`" }.joined(separator: " ")
  }

  private static func words(of entry: Vocabulary.Entry) -> String {
    let name = "`\(entry.usage)`"
    return ([name] + entry.aliases.map { "`\($0)`" }).joined(separator: ", ")
  }

  /// The forms in a row are separated by two spaces.
  private static func forms(_ form: String) -> String {
    form.components(separatedBy: "  ").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      .map { "`\(escaped($0))`" }.joined(separator: ", ")
  }

  private static func escaped(_ text: String) -> String { text.replacingOccurrences(of: "|", with: "\\|") }
}

/// The same for the manual page, in roff.
enum ManualParts {
  static var keys: String {
    Vocabulary.Entry.Group.allCases.map { group in
      let entries = Vocabulary.entries.filter { $0.group == group }.map { entry in
        let placeholder = entry.placeholder.map { " \\fI\(escaped($0))\\fR" } ?? ""
        let aliases = entry.aliases.map { ", \\fB\(escaped($0))\\fR" }.joined()
        let keys = entry.keys.compactMap(\.name)
        let ending =
          keys.isEmpty ? "" : "\n\(keys.count == 1 ? "Key" : "Keys") \(escaped(keys.joined(separator: " ")))."
        return ".TP\n\\fB\(escaped(entry.name.rawValue))\\fR\(placeholder)\(aliases)\n\(escaped(entry.help))\(ending)\n"
      }
      return ".SS \(group.rawValue)\n" + entries.joined()
    }.joined()
  }

  static var query: String {
    Query.help.map { ".TP\n\\fB\(escaped($0.form))\\fR\n\(escaped($0.meaning.capitalisedSentence))\n" }.joined()
  }

  /// A hyphen in the source would become a dash; a backslash begins an escape, and a full stop at the start of a line
  /// a request.
  private static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "\\", with: "\\e").replacingOccurrences(of: "-", with: "\\-")
      .replacingOccurrences(of: "'", with: "\\(aq")
  }
}

extension String {
  fileprivate var capitalisedSentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
