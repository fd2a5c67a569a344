package import EDTF

/// A document that events rest on.
package struct Source: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// A text whose passages are cited by paragraph, range and digest.
    case post
    /// A public record, kept apart: it never dates an event, but is shown beside the event's own date.
    case record
  }

  /// More than any text has; a limit because a source view lists them all.
  package static let mostParagraphs = 100_000

  package var id: String
  package var kind: Kind
  package var title: String
  /// The date of publication, or its bounds; nil if nothing is known.
  package var date: EDTFDate?
  package var dating: Dating?
  package var author: String?
  package var publisher: String?
  package var url: String?
  /// 64 hexadecimal digits: the digest of the file that was cited.
  package var sha256: String?
  /// The number of paragraphs in the text: runs of non-blank lines, counted from 1.
  package var paragraphs: Int?
  package var outline: [OutlineLine]

  package init(
    id: String, kind: Kind, title: String, date: EDTFDate? = nil, dating: Dating? = nil, author: String? = nil,
    publisher: String? = nil, url: String? = nil, sha256: String? = nil, paragraphs: Int? = nil,
    outline: [OutlineLine] = []
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.date = date
    self.dating = dating
    self.author = author
    self.publisher = publisher
    self.url = url
    self.sha256 = sha256
    self.paragraphs = paragraphs
    self.outline = outline
  }
}

/// One paragraph of a source, in the chronology's own words.
package struct OutlineLine: Equatable, Sendable {
  package enum Part: String, CaseIterable, Sendable {
    case heading, text, quotation, comment
    /// Added by the page's software: "reply" links, forms, counters.
    case furniture
  }

  /// Counted from 1.
  package var paragraph: Int
  package var gist: String
  /// Who speaks, if not the post's author.
  package var speaker: String?
  package var part: Part

  package init(paragraph: Int, gist: String, speaker: String? = nil, part: Part = .text) {
    self.paragraph = paragraph
    self.gist = gist
    self.speaker = speaker
    self.part = part
  }
}
