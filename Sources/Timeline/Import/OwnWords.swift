internal import EDTF

/// Reads back how our own exports describe a date in words: `Date derived: February 2007 (EDTF 2007-02). Counted.
/// Disputed. …`.
struct OwnWords {
  let basis: Dating.Basis
  /// The date, if the words include its EDTF.
  let date: EDTFDate?
  let reason: String?
  let reading: String?

  /// Nil if the text was not written by our export.
  /// - Parameter hasWords: whether the date in words ends with a full stop and its EDTF is given elsewhere.
  init?(_ text: String, hasWords: Bool = false) {
    guard text.hasPrefix("Date ") else { return nil }
    let rest = text.dropFirst(5)
    guard let basis = Dating.Basis.allCases.first(where: { rest.hasPrefix($0.rawValue) }) else { return nil }
    self.basis = basis
    var remainder = rest.dropFirst(basis.rawValue.count)
    var date: EDTFDate?
    if remainder.hasPrefix(": "), let mark = remainder.firstRange(of: " (EDTF "),
      let end = remainder[mark.upperBound...].firstRange(of: ").")
    {
      date = try? EDTFDate(remainder[mark.upperBound..<end.lowerBound])
      remainder = remainder[end.upperBound...]
    } else if hasWords, remainder.hasPrefix(": "), let end = remainder.firstIndex(of: ".") {
      remainder = remainder[remainder.index(after: end)...]
    } else if remainder.hasPrefix(".") {
      remainder = remainder.dropFirst()
    } else {
      return nil
    }
    self.date = date
    var parts = (reason: String(remainder).trimmed, reading: "")
    if let mark = remainder.firstRange(of: " Disputed.") {
      parts = (String(remainder[..<mark.lowerBound]).trimmed, String(remainder[mark.upperBound...]).trimmed)
    }
    reason = parts.reason.isEmpty ? nil : parts.reason
    reading = parts.reading.isEmpty ? nil : parts.reading
    // Every date that is not stated needs a reason.
    if basis != .stated, reason == nil { return nil }
  }
}

extension ImportedEvent {
  /// Adopts the date that our own export gave in words.
  /// - Returns: false if it contradicts the date in the other fields, which somebody may have edited since.
  mutating func take(_ own: OwnWords) -> Bool {
    if let date = own.date {
      let (stated, words) = (self.date.bounds, date.bounds)
      func agrees(_ one: Bound, _ other: Bound) -> Bool { one.day == other.day || one.day == nil || other.day == nil }
      guard self.date.bounds.isUnknown || agrees(stated.earliest, words.earliest) && agrees(stated.latest, words.latest)
      else { return false }
      self.date = date
    }
    dating = Dating(basis: own.basis, reason: own.reason)
    reading = own.reading
    return true
  }
}

extension ImportedEvent {
  /// Reads back the paragraphs in which our own exports describe an event: summary, how the date is known, the dispute,
  /// agencies and sources.
  /// - Returns: false if the text was not written by our export.
  mutating func takeOwn(_ paragraphs: [String]) -> Bool {
    guard let index = paragraphs.firstIndex(where: { $0.hasPrefix("Date ") }) else { return false }
    var rest = paragraphs[(index + 1)...]
    var words = paragraphs[index]
    if let first = rest.first, first.hasPrefix("Disputed.") {
      words += " \(first)"
      rest.removeFirst()
    }
    guard let own = OwnWords(words, hasWords: true) else { return false }
    dating = Dating(basis: own.basis, reason: own.reason)
    reading = own.reading
    for paragraph in paragraphs[..<index] { add(ImportedText.line(paragraph)) }
    for paragraph in rest {
      if paragraph.hasPrefix("Agencies: ") {
        agencies = CSVImport.names(String(paragraph.dropFirst(10)))
      } else if paragraph.hasPrefix("Sources: ") {
        sources = CSVImport.sources(String(paragraph.dropFirst(9)))
      } else {
        add(ImportedText.line(paragraph))
      }
    }
    return true
  }
}

extension String {
  /// The text without leading and trailing spaces.
  var trimmed: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
