internal import Timeline

/// Expands initials: the first time an answer uses an agency's initials, it gives the full name as well.
struct Initials {
  private let chronology: Chronology
  private lazy var names = Dictionary(
    chronology.agencies.compactMap { agency in agency.short.map { ($0, agency.name) } }, uniquingKeysWith: { a, _ in a }
  )
  private var said: Set<String> = []
  private var before: [String] = []

  /// For one answer, before anything has been said.
  init(in chronology: Chronology) { self.chronology = chronology }

  /// The same lines with "Commission for Social Care Inspection (CSCI)" for the first "CSCI".
  static func explained(_ lines: [String], in chronology: Chronology) -> [String] {
    var initials = Initials(in: chronology)
    return lines.map { initials.explained($0) }
  }

  /// The next line of the answer.
  mutating func explained(_ line: String) -> String {
    var text = line
    var places: [(range: Range<String.Index>, name: String)] = []
    for range in Self.words(in: line) {
      let word = String(line[range])
      guard let name = names[word], name != word, said.insert(word).inserted else { continue }
      let isNamed = line[..<range.lowerBound].contains(name) || before.contains { $0.contains(name) }
      if !isNamed { places.append((range, "\(name) (\(word))")) }
    }
    // Backwards, so that earlier ranges stay valid.
    for place in places.reversed() { text.replaceSubrange(place.range, with: place.name) }
    before.append(text)
    return text
  }

  /// Words of at least two letters, all capitals.
  private static func words(in text: String) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    var start = text.startIndex
    while let first = text[start...].firstIndex(where: \.isLetter) {
      let end = text[first...].firstIndex { !$0.isLetter && !$0.isNumber } ?? text.endIndex
      let word = text[first..<end]
      let isInBrackets = first > text.startIndex && text[text.index(before: first)] == "("
      if word.count > 1, !isInBrackets, word.allSatisfy(\.isUppercase) { found.append(first..<end) }
      start = end
    }
    return found
  }

  /// Letter by letter: "capital O, f, s, t, e, d"; initials are unchanged; a letter that is not plain is given by
  /// name: "e with acute".
  static func spelt(_ text: String) -> String {
    let hasCases = text.contains(where: \.isLowercase)
    return text.unicodeScalars.map { letter($0, hasCases: hasCases) }.joined(separator: ", ")
  }

  private static func letter(_ scalar: Unicode.Scalar, hasCases: Bool) -> String {
    if scalar == " " { return "space" }
    if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      return hasCases && scalar.properties.isUppercase ? "capital \(scalar)" : "\(scalar)"
    }
    let name = (scalar.properties.name ?? "a sign without a name").lowercased()
    for (words, short) in [("latin small letter ", ""), ("latin capital letter ", "capital ")]
    where name.hasPrefix(words) {
      return short + name.dropFirst(words.count)
    }
    return name
  }
}
