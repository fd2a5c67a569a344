internal import EDTF
internal import Timeline

/// A citation for pasting: what happened and when, and where it says so, in its own words if they are available.
struct QuotationWords {
  let chronology: Chronology

  init(in chronology: Chronology) { self.chronology = chronology }

  /// "February 2007 (stated): A clerk writes. Minutes, The Paper, 12 March 2009, ¶28 (states it and the date): “…”
  /// https://example.org"
  /// - Parameter number: of the citation, counted from 1.
  func line(_ event: Event, citation number: Int, passage: String?) -> String {
    let citation = event.citations[number - 1]
    let words = CitationWords(citation, in: chronology)
    let what = "\(event.date.words.capitalised) (\(event.dating.basis.rawValue)): \(event.title.sentence)"
    let place = self.place(of: words.source, title: words.title, paragraph: citation.paragraph)
    let said = passage.map { "“\($0)”" } ?? words.gist
    let line = said.isEmpty ? "(\(words.stance))." : "(\(words.stance)): \(said.sentence)"
    return joined([what, place, line, words.source?.url])
  }

  func line(_ source: Source, paragraph: Int?, passage: String?) -> String {
    let said = passage.map { "“\($0)”" } ?? paragraph.flatMap { source.outlineLine($0)?.gist }
    let place = place(of: source, title: source.title, paragraph: paragraph)
    return joined([said.map { "\(place): \($0.sentence)" } ?? place.sentence, source.url])
  }

  private func place(of source: Source?, title: String, paragraph: Int?) -> String {
    [title, source?.author, source?.publisher, source?.date?.words, paragraph.map { "¶\($0)" }]
      .compactMap(\.self).joined(separator: ", ")
  }

  private func joined(_ parts: [String?]) -> String {
    parts.compactMap(\.self).map { Printable.line($0) }.joined(separator: " ")
  }
}
