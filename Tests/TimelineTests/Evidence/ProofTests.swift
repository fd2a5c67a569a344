internal import Testing
internal import Timeline

struct ProofTests {
  private static let text = """
    Harbour lights

    The keeper wrote “all is well” in the log. Nobody read it
    until the spring – so the lamp stayed dark.

    In 1994 the board’s reply came. It was two lines long.
    """
  private static let post = CitedPost(
    text,
    [
      "The keeper wrote “all is well” in the log", "until the spring – so the lamp stayed dark",
      "the board’s reply came",
    ])

  private func outcomes(_ copy: String) -> [Proof.Outcome] {
    Self.post.proof(in: PostText(name: "copy.txt", copy)).entries.map(\.outcome)
  }

  private func copy(_ change: (inout String) -> Void) -> String {
    var copy = Self.text
    change(&copy)
    return copy
  }

  @Test func `the very file is verified, whatever it is called`() {
    let proof = Self.post.proof(
      in: PostText(name: "other.txt", "Nothing here"), PostText(name: "000_ab.txt", Self.text))
    #expect(proof.entries.map(\.outcome) == [.verified, .verified, .verified])
    #expect(proof.posts[0].name == "000_ab.txt")
    #expect(proof.isSound)
    #expect(proof.summary == "3 of 3 citations verified in 1 of 1 posts")
  }

  @Test func `a range beyond any text overflows nothing`() {
    let passage = "the board’s reply came"
    let digest = Passage(passage).digest.description
    let events = [0..<22, (Int.max - 22)..<Int.max].enumerated().map { index, range in
      Event(
        id: "event-\(index)", date: Made.date("2004"), dating: Dating(basis: .stated), kind: "report", title: "Made up",
        citations: [
          Citation(source: "lights", paragraph: 1, range: range, digest: digest, fact: .states, date: .silent)
        ])
    }
    let chronology = Chronology(
      title: "Made up", agencies: [], people: [], sources: [Self.post.source()], events: events)
    let proof = Proof(of: chronology, in: [PostText(name: "copy.txt", Self.text)])
    #expect(proof.entries.count == 2)
    #expect(proof.isSound)
  }

  @Test func `a header added moves every passage, and it says where to`() {
    let header = "Saved on a Tuesday\n\n"
    let count = header.unicodeScalars.count
    let expected = Self.post.ranges.enumerated().map { index, range in
      Proof.Outcome.moved(
        Proof.Place(paragraph: [3, 3, 4][index], range: range.lowerBound + count..<range.upperBound + count))
    }
    #expect(outcomes(header + Self.text) == expected)
  }

  @Test func `lines broken elsewhere, straight quotes and other spaces move passages and lose none`() {
    let copy = copy {
      $0 = $0.replacing("“", with: "\"").replacing("”", with: "\"").replacing("’", with: "'")
      $0 = $0.replacing("–", with: "—").replacing("read it\nuntil", with: "read it until").replacing(
        "In ", with: "In\u{A0} ")
    }
    let proof = Self.post.proof(in: PostText(name: "copy.txt", copy))
    #expect(proof.isSound)
    #expect(proof.entries.map { $0.place.map { _ in true } } == [true, true, true])
    #expect(proof.summary == "3 of 3 citations verified in 1 of 1 posts (1 moved)")
  }

  @Test func `one word changed makes a passage missing and names the event`() {
    let proof = Self.post.proof(
      in: PostText(name: "copy.txt", copy { $0 = $0.replacing("lamp stayed", with: "lamp was") }))
    #expect(proof.missing.map(\.event) == ["event-2"])
    #expect(!proof.isSound)
    #expect(proof.summary == "2 of 3 citations verified in 1 of 1 posts (1 moved, 1 missing)")
    #expect(
      proof.sentence(for: proof.missing[0])
        == "Event event-2, citation 1: the passage cited from paragraph 2 of lights is missing from copy.txt.")
  }

  @Test func `a text that holds the title and none of the passages is the post with all of them missing`() {
    #expect(outcomes("HARBOUR  LIGHTS, a blog\n\nGone.") == [.missing, .missing, .missing])
  }

  @Test func `a text that holds neither is no text of the post`() {
    let proof = Self.post.proof(in: PostText(name: "copy.txt", "A page not found"))
    #expect(proof.entries.map(\.outcome) == [.noText, .noText, .noText])
    #expect(proof.isSound)
    #expect(proof.summary == "No citation verified: none of 1 posts is at hand")
  }

  @Test func `without its title a text is known by its passages`() {
    #expect(!outcomes(Self.text.replacing("Harbour lights", with: "Untitled")).contains(.noText))
  }

  /// Six passages of growing length, of which the longest ones stand in a text without the title.
  @Test(arguments: [0: false, 1: false, 2: true, 3: true, 6: true])
  func `without its title a text is known by a third of the passages, however long they are`(
    longest: Int, isKnown: Bool
  ) {
    let passages = (1...6).map { number in
      "Watch \(number)" + (0..<number).map { " saw buoy \(number * 10 + $0)" }.joined()
    }
    let post = CitedPost("Harbour lights\n\n" + passages.joined(separator: ".\n\n"), passages)
    let text = "Saved\n\n" + passages.suffix(longest).joined(separator: ".\n\n")
    let proof = post.proof(in: PostText(name: "copy.txt", text))
    let kept = (1...6).map { $0 > 6 - longest }
    #expect(proof.entries.map { $0.place != nil } == kept.map { $0 && isKnown })
    #expect(proof.entries.allSatisfy { ($0.outcome == .noText) == !isKnown })
  }

  @Test func `progress only grows, and ends where all texts have been searched`() {
    var told: [Double] = []
    let texts = (0..<4).map {
      let filler = String(repeating: "Nothing here. ", count: 900 * ($0 + 1))
      return PostText(name: "\($0).txt", $0 == 1 ? filler + Self.text : filler)
    }
    let chronology = Chronology(
      title: "Made up", agencies: [], people: [], sources: [Self.post.source()], events: Self.post.events())
    _ = Proof(of: chronology, in: texts) { told.append($0) }
    #expect(told == told.sorted())
    #expect(told.count > 6)
    #expect(told.last == 1)
    #expect(told.allSatisfy { (0...1).contains($0) })
  }

  @Test func `of two equal passages the one is meant that moved as the others did`() {
    let text = "The bell rang. A ferry came. The bell rang. A second ferry came. Nobody saw it."
    let scalars = Array(text.unicodeScalars)
    let second = scalars.indices.last { scalars[$0...].starts(with: "The bell rang".unicodeScalars) }!
    let post = CitedPost(
      PostText(name: "post.txt", text), [second..<second + 13, second + 15..<second + 32, second + 34..<second + 44])
    let proof = post.proof(in: PostText(name: "copy.txt", "Saved.\n\n" + text))
    #expect(proof.entries[0].place == second + 8..<second + 21)
  }

  @Test func `each post takes the text that holds most of its passages`() {
    let other = CitedPost("Harbour lights\n\nThe fog lay over the bay for a week.", ["The fog lay over the bay"])
    var events = other.events("fog")
    for index in events.indices { events[index].id = "fog-\(index)" }
    let chronology = Chronology(
      title: "Made up", agencies: [], people: [], sources: [Self.post.source(), other.source("fog")],
      events: Self.post.events() + events)
    let texts = [other, Self.post].enumerated().map { index, post in
      PostText(name: "\(index).txt", "Saved\n\n" + post.text.text(0..<post.text.scalars.count))
    }
    let proof = Proof(of: chronology, in: texts)
    #expect(proof.posts.map(\.name) == ["1.txt", "0.txt"])
    #expect(proof.summary == "4 of 4 citations verified in 2 of 2 posts (4 moved)")
  }

  @Test func `records have nothing to prove, and a citation without a passage says so`() {
    let event = Made.event("a", "2004", citations: [Made.citation("first"), Made.citation("gazette", paragraph: nil)])
    let proof = Proof(of: Made.chronology([event]), in: [PostText(name: "first.txt", "First post\n\nText.")])
    #expect(proof.entries.map(\.outcome) == [.unproven])
    #expect(proof.summary == "0 of 0 citations verified in 1 of 2 posts (1 without a passage to check)")
  }

  @Test func `a range beyond the text, or a wrong one, is mended by the search`() {
    var post = Self.post
    let digest = Passage(post.text.text(post.ranges[0])).digest.description
    post.ranges = [900..<940]
    var event = Made.event("a", "2004")
    event.citations = [
      Citation(source: "lights", paragraph: 2, range: 900..<940, digest: digest, fact: .states, date: .silent)
    ]
    let chronology = Chronology(title: "", agencies: [], people: [], sources: [post.source()], events: [event])
    let proof = Proof(of: chronology, in: [post.text])
    #expect(proof.entries[0].outcome == .moved(Proof.Place(paragraph: 2, range: Self.post.ranges[0])))
  }

  @Test func `a proof made in steps is the one made at once`() {
    let (proof, steps) = Self.steps(in: Self.post.text)
    let whole = Self.post.proof(in: Self.post.text)
    // One for each event, then: where its passages stand, what that makes of them, and the whole.
    #expect(steps == Self.post.ranges.count + 3)
    #expect(proof?.entries.map(\.outcome) == whole.entries.map(\.outcome))
    #expect(proof?.entries.map(\.event) == whole.entries.map(\.event))
    #expect(proof?.summary == whole.summary)
  }

  private static func steps(in text: PostText) -> (proof: Proof?, steps: Int) {
    var builder = ProofBuilder(of: post.chronology, in: [text])
    var steps = 0
    var proof: Proof?
    while proof == nil, steps < 10_000 {
      proof = builder.advance(events: 1)
      steps += 1
    }
    return (proof, steps)
  }

  @Test func `a long text is searched in more steps, not in longer ones, wherever it is cut`() throws {
    // A cluster of many scalars, which no step may split, is moved over where one piece of the text ends.
    let cluster = "e" + String(repeating: "\u{301}", count: 40)
    for shift in [0, 13, 41] {
      let filling = String(repeating: "x ", count: 4080) + String(repeating: "y", count: shift) + cluster + " "
      let copy = PostText(name: "copy.txt", filling + "\n\n" + Self.text + String(repeating: " z", count: 1000))
      let (proof, steps) = Self.steps(in: copy)
      let header = filling.unicodeScalars.count + 2
      #expect(
        proof?.entries.map(\.place)
          == Self.post.ranges.map { $0.lowerBound + header..<$0.upperBound + header })
      // A step folds 8192 scalars or hashes as many stretches. The shortest passage has 22 scalars, so that stretches of
      // 7 to 59 are plausible: more than twenty from each word of one letter.
      #expect(steps > copy.scalars.count / 8192 + 5080 * 20 / 8192)
    }
  }
}
