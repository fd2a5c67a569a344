/// Breaks styled text into lines at spaces; a word wider than the line is cut. An address is a single word, so that it
/// can be followed and copied in place.
package enum Wrapping {
  /// At least one line, possibly empty. Spaces at a break are dropped. A change of style inside a word is not a break.
  /// - Parameters:
  ///   - hang: how much narrower the lines after the first are.
  ///   - cutsAddresses: whether an address wider than the line is also cut; otherwise it overhangs.
  package static func wrap(_ spans: [Span], width: Int, hang: Int = 0, cutsAddresses: Bool = true) -> [[Span]] {
    if let line = whole(spans, width: width) { return [line] }
    let full = max(1, width)
    var lines: [[Span]] = []
    var width: Int { lines.isEmpty ? full : max(1, full - hang) }
    var line = Run()
    var space = Run()
    for token in tokens(of: spans) {
      if token.isSpace {
        space = token
        continue
      }
      if line.width > 0 && line.width + space.width + token.width > width {
        lines.append(line.spans)
        line = Run()
      } else if line.width > 0 || lines.isEmpty {
        line.append(space)
      }
      space = Run()
      guard line.width + token.width > width, cutsAddresses || !token.isAddress else {
        line.append(token)
        continue
      }
      let pieces = token.pieces(first: max(1, width - line.width), others: max(1, full - hang))
      for (number, piece) in pieces.enumerated() {
        if number > 0 {
          lines.append(line.spans)
          line = Run()
        }
        line.append(piece)
      }
    }
    if line.width > 0 || lines.isEmpty { lines.append(line.spans) }
    return lines
  }

  /// The single line if everything fits on one, as in most rows of a page: without trailing spaces, and with adjacent
  /// spans of one style joined. Nil if it does not fit, or contains zero-width characters.
  private static func whole(_ spans: [Span], width: Int) -> [Span]? {
    var line = Run()
    for span in spans {
      guard span.text.unicodeScalars.allSatisfy({ CellWidth.of($0) > 0 }) else { return nil }
      line.append(span.text, span.style)
      if line.width > width { return nil }
    }
    while let last = line.spans.last, last.text.last == " " {
      line.spans[line.spans.count - 1].text.removeLast()
      if last.text == " " { line.spans.removeLast() }
    }
    return line.spans
  }

  /// Text in several styles with its width in columns.
  private struct Run {
    var spans: [Span] = []
    var width = 0
    var isSpace = false
    var isAddress = false

    mutating func append(_ text: some StringProtocol, _ style: Style) {
      guard !text.isEmpty else { return }
      width += CellWidth.of(text)
      if let last = spans.indices.last, spans[last].style == style {
        spans[last].text += text
      } else {
        spans.append(Span(String(text), style))
      }
    }

    mutating func append(_ other: Run) {
      for span in other.spans { append(span.text, span.style) }
    }

    /// Cuts the text, in one pass, wherever it is wider than this many columns; each piece has at least one character.
    func pieces(first: Int, others: Int) -> [Run] {
      var pieces: [Run] = []
      var piece = Run()
      for span in spans {
        var start = span.text.startIndex
        var index = start
        var used = piece.width
        while index < span.text.endIndex {
          let next = span.text.index(after: index)
          let width = CellWidth.of(span.text[index..<next])
          if used + width > (pieces.isEmpty ? first : others), index > start || !piece.spans.isEmpty {
            piece.append(span.text[start..<index], span.style)
            pieces.append(piece)
            piece = Run()
            start = index
            used = 0
          }
          used += width
          index = next
        }
        piece.append(span.text[start...], span.style)
      }
      pieces.append(piece)
      return pieces
    }
  }

  /// Words and runs of spaces; after a slash or a dash a word continues in a separate token, so that it may break
  /// there.
  private static func tokens(of spans: [Span]) -> [Run] {
    var tokens: [Run] = []
    var current = Run()
    var mayBreak = false
    var last: Character = " "
    for span in spans {
      for character in span.text {
        let isSpace = character == " "
        if current.width > 0 && (isSpace != current.isSpace || mayBreak) {
          tokens.append(current)
          current = Run()
        }
        current.isSpace = isSpace
        current.append(String(character), span.style)
        if character == "/", last == ":" { current.isAddress = true }
        mayBreak = !current.isAddress && (character == "/" || character == "—" || character == "–")
        last = character
      }
    }
    if current.width > 0 { tokens.append(current) }
    return tokens
  }
}
