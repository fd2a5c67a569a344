internal import EDTF

/// A chronology to start from: the posts of a folder as its sources, and an example event.
package struct NewChronology {
  package let title: String
  package private(set) var sources: [Source] = []
  private let example: Event?

  /// The value of `$schema`, by which editors find the schema; nil for none.
  package var schema: String?

  /// - Parameters:
  ///   - texts: each becomes a source; duplicates are dropped.
  ///   - hasExample: whether to include an example event, for the author to replace.
  package init(title: String, texts: [PostText], hasExample: Bool = true) {
    self.title = title
    var first: (source: Source, text: PostText)?
    for text in texts where !text.paragraphs.isEmpty {
      if sources.contains(where: { $0.sha256 == text.digest.hexadecimal }) { continue }
      let title = text.plainTitle ?? text.bareName
      let taken = sources.map(\.id)
      let source = Source(
        id: title.slug(notIn: taken.contains), kind: .post, title: title, sha256: text.digest.hexadecimal,
        paragraphs: text.paragraphs.count)
      sources.append(source)
      if first == nil { first = (source, text) }
    }
    example = hasExample ? first.map { Self.example(of: $0.source, $0.text) } : nil
  }

  /// Claims nothing: the date is unknown, and the citation is silent about the event.
  private static func example(of source: Source, _ text: PostText) -> Event {
    let range = text.paragraphs[0].range
    let citation = Citation(
      source: source.id, paragraph: 1, range: range, digest: Passage(text.text(range)).digest.description,
      fact: .silent, date: .silent, note: "An example. fact and date are states, implies, contradicts or silent.")
    let unknown = try! EDTFDate("/")
    return Event(
      id: "example", date: unknown,
      dating: Dating(basis: .inferred, reason: "An example: basis is stated, derived or inferred."), kind: "example",
      title: "An example, to be replaced by an event of your own", summary: "Say in a few sentences what happened.",
      citations: [citation])
  }

  package var text: String {
    var writer = JSONWriter()
    writer.object { writer in
      if let schema { writer.field("$schema", schema) }
      writer.field("title", title)
      writer.field("agencies", [])
      writer.field("people", [])
      writer.field("sources") { $0.array(sources) { $0.source($1) } }
      writer.field("events") { $0.array([example].compactMap(\.self)) { $0.event($1) } }
    }
    return JSONLayout().text(of: writer.text) + "\n"
  }
}

extension PostText {
  /// The first paragraph that is not a date if it can only be a title: a single short line that contains no address and
  /// does not end in a full stop.
  fileprivate var plainTitle: String? {
    // Blogs put the day of a post above its title.
    let first = paragraphs.prefix(3).first { (try? NaturalDate(text($0.range))) == nil }
    guard let range = first?.range else { return nil }
    let line = text(range)
    guard !line.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" }), line.unicodeScalars.count <= 120,
      !line.contains("://"), !line.hasSuffix("."), paragraphs.count > 1
    else { return nil }
    var title = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      let isPlain = scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
      title.append(isPlain && !scalar.properties.isWhitespace ? scalar : " ")
    }
    let words = String(title).split(separator: " ").joined(separator: " ")
    return words.isEmpty ? nil : words
  }

  /// The file's name without its extension.
  fileprivate var bareName: String {
    let parts = name.split(separator: ".")
    return parts.count > 1 ? parts.dropLast().joined(separator: ".") : name
  }
}
