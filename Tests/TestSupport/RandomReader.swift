package import Explorer
package import Timeline

/// Presses any keys, or types any lines, in any order, while the screen changes size and the file changes content. The
/// steps are the same for the same seed.
package struct RandomReader {
  private var reader: CheckedReader
  private var random: SplitMix64
  /// Earlier and later versions of the file.
  private let versions: [Chronology]
  private let keys: [Key]
  /// Parts of a line.
  private let words: [String]

  /// - Parameter versions: the successive contents of the file; at least one.
  package init(_ versions: [Chronology], preferences: Preferences = Preferences(), seed: UInt64) {
    self.versions = versions
    random = SplitMix64(seed)
    reader = CheckedReader(versions[0], size: Size(rows: 24, columns: 80), preferences: preferences)
    let pastes: [Key] = [.paste("x\u{1B}[31m\ny"), .paste(String(repeating: "é ", count: 3000))]
    let letters: [Key] = "agency: 1909\"(".map { .character($0) }
    keys = Vocabulary.entries.flatMap(\.keys) + letters + pastes + [.enter, .enter, .escape, .tab]
    words = Self.words(of: versions[0])
  }

  package var state: State { reader.state }

  /// Takes a random step.
  /// - Returns: the step and what is wrong after it; nil if nothing is.
  package mutating func step() -> String? {
    let (name, faults) = state.preferences.isText && number(50) != 0 ? line() : press()
    return faults.isEmpty ? nil : "\(name): \(faults.joined(separator: "; "))"
  }

  private mutating func press() -> (String, [String]) {
    switch number(100) {
    case 0...2:
      let size = number(8) == 0 ? Size(rows: 1, columns: 1) : Size(rows: 1 + number(60), columns: 1 + number(240))
      return ("a window of \(size)", reader.take(.resize(size)))
    case 3...8: return ("work", reader.take(.work))
    case 9...12: return ("settle", reader.take(.settle))
    case 13...14:
      let place = Point(row: number(60), column: number(240))
      let mouse = Mouse(number(2) == 0 ? .press : .wheelDown, at: place)
      return ("\(mouse)", reader.press(.mouse(mouse)))
    case 15 where number(8) == 0:
      if number(3) == 0 { return ("unreadable", reader.take(.unreadable("The file cannot be read."))) }
      return ("reloaded", reader.take(.reloaded(versions[number(versions.count)])))
    case 16 where number(2) == 0:
      let progress = number(2) == 0 ? 0.5 : nil
      return ("loaded", reader.take(.loaded(versions[number(versions.count)], progress: progress)))
    default:
      let key = keys[number(keys.count)]
      return ("\(key)", reader.press(key))
    }
  }

  private mutating func line() -> (String, [String]) {
    let entry = Vocabulary.entries[number(Vocabulary.entries.count)]
    var parts = [number(12) == 0 ? words[number(words.count)] : entry.name.rawValue]
    for _ in 0..<[0, 1, 1, 2, 3][number(5)] { parts.append(words[number(words.count)]) }
    let line = number(12) == 0 ? "\(number(40))" : parts.joined(separator: " ")
    return ("“\(line)”", reader.type(line))
  }

  private static func words(of chronology: Chronology) -> [String] {
    let names =
      chronology.agencies.prefix(20).flatMap { [$0.id, $0.name] } + chronology.people.prefix(20).map(\.name)
      + chronology.sources.prefix(20).flatMap { [$0.id, $0.title] } + chronology.kinds.prefix(20)
      + (0..<min(20, chronology.count)).map { chronology.id(at: $0) }
    let others = [
      "1995", "may 2004", "before 2001", "2004 to 2007", "1909-13-40", "by", "or", "not", "-", "(", ")", "\"",
      "agency:",
      "date:2004", "within:1999", "kind:letter", "text:the", "person:", "on", "off", "dark", "5", "0",
      "99999999999999999999", "export.csv", "json", "~", "é", "\u{9B}31m", "\u{202E}", "a", "the", "known", "brief",
    ]
    return names + others
  }

  private mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
}
