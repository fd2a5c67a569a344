internal import EDTF

/// What our own exports say of a date in words, read back: `Date derived: February 2007 (EDTF 2007-02). Counted. Disputed. …`.
struct OwnWords {
  let basis: Dating.Basis
  /// Where the words have it.
  let date: EDTFDate?
  let reason: String?
  let reading: String?

  /// Nil for words that are nobody's export.
  /// - Parameter hasWords: whether the date in words ends with a full stop and its EDTF stands elsewhere.
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
    // Only a date that is stated needs no reason.
    if basis != .stated, reason == nil { return nil }
  }
}

extension ImportedEvent {
  /// Takes the date over as our own export has it in words.
  /// - Returns: whether it is the date that the other fields give: somebody may have changed those since.
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
  /// What our own exports write of an event in paragraphs: its summary, how the date is known, the dispute, agencies, sources.
  /// - Returns: false where it is somebody else's text.
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
  /// Without spaces at its ends.
  var trimmed: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
