internal import Timeline

/// Names before initials: the first time that an answer has the initials of an agency, it has its name as well.
struct Initials {
  private let chronology: Chronology
  private lazy var names = Dictionary(
    chronology.agencies.compactMap { agency in agency.short.map { ($0, agency.name) } }, uniquingKeysWith: { a, _ in a }
  )
  private var said: Set<String> = []
  private var before: [String] = []

  /// For one answer, of which nothing has been told yet.
  init(in chronology: Chronology) { self.chronology = chronology }

  /// The same lines with "Commission for Social Care Inspection (CSCI)" where "CSCI" would stand for the first time.
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
    // From the end, so that what stands before keeps its place.
    for place in places.reversed() { text.replaceSubrange(place.range, with: place.name) }
    before.append(text)
    return text
  }

  /// Words of at least two letters, all of them capitals.
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

  /// Letter by letter: "capital O, f, s, t, e, d"; initials as they are; a letter that is not plain by its name: "e with
  /// acute".
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
