internal import Timeline

/// A post and a chronology that cites it, generated together.
struct CitedPost {
  var text: PostText
  var ranges: [Range<Int>]
  var title = "Harbour lights"

  /// - Parameter passages: each must occur in the text; its first occurrence is cited.
  init(_ text: String, _ passages: [String]) {
    self.text = PostText(name: "post.txt", text)
    let scalars = Array(text.unicodeScalars)
    ranges = passages.map { passage in
      let sought = Array(passage.unicodeScalars)
      let start = scalars.indices.first { scalars[$0...].starts(with: sought) }!
      return start..<start + sought.count
    }
  }

  init(_ text: PostText, _ ranges: [Range<Int>]) {
    self.text = text
    self.ranges = ranges
  }

  func source(_ id: String = "lights") -> Source {
    Source(
      id: id, kind: .post, title: title, sha256: text.digest.hexadecimal, paragraphs: text.paragraphs.count)
  }

  /// One event for each passage: event-1, event-2 …
  func events(_ id: String = "lights") -> [Event] {
    ranges.enumerated().map { index, range in
      Event(
        id: "event-\(index + 1)", date: Made.date("2004"), dating: Dating(basis: .stated), kind: "report",
        title: "Made up",
        citations: [
          Citation(
            source: id, paragraph: text.paragraph(at: range.lowerBound)!.number, range: range,
            digest: Passage(text.text(range)).digest.description, fact: .states, date: .silent)
        ])
    }
  }

  var chronology: Chronology {
    Chronology(title: "Made up", agencies: [], people: [], sources: [source()], events: events())
  }

  func proof(in texts: PostText...) -> Proof { Proof(of: chronology, in: texts) }
}
