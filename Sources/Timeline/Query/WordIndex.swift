internal import EDTF

/// The words of a chronology, folded, and how often each occurs: for words that a reader misspells or has only begun
/// to type. In a large chronology only a sample is read, which has all but the rarest words.
struct WordIndex: Sendable {
  private var words = IdentifierTable()
  private var counts: [Int] = []

  /// Bytes of the events' text to read: some milliseconds of work.
  private static let sample = 1 << 19
  /// The number of stretches the sample is taken in, spread over the text.
  private static let stretches = 8
  private static let shortest = 3
  private static let longest = 40

  init(_ chronology: Chronology) {
    add(chronology.names.text)
    add(chronology.gists.text)
    let segments = chronology.text.segments
    let size = segments.reduce(0) { $0 + $1.bytes.count }
    if size <= Self.sample {
      for segment in segments { add(segment.bytes) }
    } else {
      let count = min(Self.stretches, segments.count)
      for number in 0..<count {
        add(segments[number * segments.count / count].bytes.prefix(Self.sample / count))
      }
    }
  }

  init(_ text: [UInt8]) { add(text) }

  private mutating func add(_ text: some Collection<UInt8>) {
    _ = text.withContiguousStorageIfAvailable { text in
      var start = 0
      while start < text.count {
        var end = start
        while end < text.count, Self.isLetter(text[end]) { end += 1 }
        if (Self.shortest...Self.longest).contains(end - start), end < text.count {
          count(UnsafeBufferPointer(rebasing: text[start..<end]))
        }
        start = end + 1
      }
    }
  }

  private mutating func count(_ word: UnsafeBufferPointer<UInt8>) {
    if let number = words.number(of: word) {
      counts[number] += 1
    } else if words.insert(word) != nil {
      counts.append(1)
    }
  }

  /// Digits are not part of words: a number is never misspelt.
  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7A).contains(byte) }

  struct Found: Equatable {
    var word: String
    var count: Int
    /// The edit distance.
    var distance = 0
  }

  /// The words that may have been meant by a folded one: smallest edit distance first, then most frequent.
  func near(_ word: String) -> [Found] {
    let wanted = Array(word.utf8)
    let allowed = EditDistance.slips(in: wanted.count)
    guard allowed > 0, wanted.count <= Self.longest else { return [] }
    return found { candidate in
      guard abs(candidate.count - wanted.count) <= allowed else { return nil }
      let distance = EditDistance.distance(wanted, Array(candidate))
      return (1...allowed).contains(distance) ? distance : nil
    }
  }

  /// The words that begin with a folded text, most frequent first.
  func beginning(with start: String) -> [Found] {
    let wanted = Array(start.utf8)
    return found { $0.starts(with: wanted) && $0.count > wanted.count ? 0 : nil }
  }

  private func found(_ distance: (ArraySlice<UInt8>) -> Int?) -> [Found] {
    var found: [Found] = []
    for number in counts.indices {
      if let distance = distance(words.bytes(of: number)) {
        found.append(Found(word: words[number], count: counts[number], distance: distance))
      }
    }
    return found.sorted { ($0.distance, -$0.count, $0.word) < ($1.distance, -$1.count, $1.word) }
  }
}

extension Chronology {
  /// Its words that begin with what was typed, most frequent first.
  package func words(beginningWith start: String, with passages: PassageIndex? = nil) -> [String] {
    let folded = Folding.string(start)
    let found = words.beginning(with: folded) + (passages?.words.beginning(with: folded) ?? [])
    return found.sorted { ($1.count, $0.word) < ($0.count, $1.word) }.map(\.word).uniqued
  }
}
