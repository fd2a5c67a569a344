/// A run of non-blank lines. A line consisting only of white space, including non-breaking, is blank; lines end with
/// LF, CR LF or CR.
package struct Paragraph: Hashable, Sendable {
  /// Counted from 1.
  package let number: Int
  /// Unicode scalars of the text, from the start of its first line to the end of its last, excluding that line's
  /// break.
  package let range: Range<Int>
}

/// The text of a post, as scalars, since a chronology's ranges count them.
package struct PostText: Sendable {
  /// The name to use in a report: the file's name.
  package let name: String
  /// The digest of the bytes as they are.
  package let digest: Digest
  package let scalars: [Unicode.Scalar]
  package let paragraphs: [Paragraph]

  /// Decodes UTF-8; invalid bytes become U+FFFD, so that a damaged file can still be searched.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    digest = Digest(of: bytes)
    scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    paragraphs = PostText.paragraphs(of: scalars)
  }

  package init(name: String, _ text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  /// The text of a range, clamped to the text's length.
  package func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
    return String(view)
  }

  /// The paragraph that contains a scalar, or the next one if it lies between two; nil after the last.
  package func paragraph(at scalar: Int) -> Paragraph? {
    let index = paragraphs.indices.partitioningIndex { paragraphs[$0].range.upperBound > scalar }
    return index < paragraphs.count ? paragraphs[index] : nil
  }

  private static func paragraphs(of scalars: [Unicode.Scalar]) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var open: Range<Int>?
    var lineStart = 0
    while lineStart < scalars.count {
      let lineEnd = scalars[lineStart...].firstIndex { $0 == "\n" || $0 == "\r" } ?? scalars.count
      let isBlank = scalars[lineStart..<lineEnd].allSatisfy(\.properties.isWhitespace)
      if !isBlank {
        open = (open?.lowerBound ?? lineStart)..<lineEnd
      } else if let range = open {
        paragraphs.append(Paragraph(number: paragraphs.count + 1, range: range))
        open = nil
      }
      let isPair = lineEnd + 1 < scalars.count && scalars[lineEnd] == "\r" && scalars[lineEnd + 1] == "\n"
      lineStart = lineEnd + (isPair ? 2 : 1)
    }
    if let range = open { paragraphs.append(Paragraph(number: paragraphs.count + 1, range: range)) }
    return paragraphs
  }
}
