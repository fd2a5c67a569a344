import EDTF
internal import Testing
internal import Timeline

struct InterviewTests {
  static let post = PostText(
    name: "kiln.txt", "The kiln\n\nThe potter lit it in May 1920, and the guild was told.\n\nIt went out.\n")

  static var chronology: Chronology {
    let source = Source(
      id: "kiln", kind: .post, title: "The kiln", sha256: post.digest.hexadecimal, paragraphs: post.paragraphs.count)
    return Chronology(
      title: "T", agencies: [Agency(id: "guild", name: "Potters' Guild", aliases: ["the guild"])],
      people: [Person(id: "ann", name: "Ann Archer")], sources: [source],
      events: [Made.event("report", "1930", kind: "letter")])
  }

  private static func after(_ answers: [String]) throws -> Interview {
    var interview = Interview(chronology, texts: [post])
    for answer in answers { _ = try interview.answer(answer) }
    return interview
  }

  @Test func `asks for an event and has it, its passage proved`() throws {
    let done = try Self.after([
      "may 1920", "", "Potter: the kiln is lit", "The potter lights it.", "Letter", "the guild", "Harbour Board", "yes",
      "",
      "Ann Archer", "", "1", "2", "lit it … 1920", "", "implies", "",
    ])
    #expect(done.question == nil)
    let event = try #require(done.event)
    #expect(event.id == "potter-the-kiln-is-lit")
    #expect(event.date.description == "1920-05")
    #expect(event.dating == Dating(basis: .stated))
    #expect(event.kind == "letter")
    #expect(event.agencies == ["guild", "harbour-board"])
    #expect(event.people == ["ann"])
    #expect(done.newAgencies == [Agency(id: "harbour-board", name: "Harbour Board")])
    let citation = try #require(event.citations.first)
    let passage = Self.post.text(citation.range ?? 0..<0)
    #expect(citation.digest == Passage(passage).digest.description)
    #expect(done.passages == ["lit it in May 1920"])
    #expect(citation.fact == .states && citation.date == .implies)
    #expect(done.review.contains { $0.contains("Harbour Board (new)") })
  }

  private static let times: [([String], String, Dating.Basis, String?)] = [
    (["14 March 1920 at 15:00", ""], "1920-03-14T15:00:00", .stated, nil),
    (["14/03/1920 3.05 pm", ""], "1920-03-14T15:05:00", .stated, nil),
    (["between 1 and 5 March 1920", ""], "[1920-03-01..1920-03-05]", .stated, nil),
    (["early March 1920", "", "The first ten days."], "[1920-03-01..1920-03-10]", .inferred, "The first ten days."),
    (["early March 1920", "stated"], "[1920-03-01..1920-03-10]", .stated, nil),
    (["12/13 March 1920", ""], "[1920-03-12,1920-03-13]", .stated, nil),
  ]

  @Test(arguments: times) func `takes a date as a spreadsheet's cell is read`(
    _ answers: [String], _ date: String, _ basis: Dating.Basis, _ reason: String?
  ) throws {
    let event = try #require(Self.after(answers + ["T", "", "letter"]).event)
    #expect(event.date.description == date)
    #expect(event.dating == Dating(basis: basis, reason: reason))
  }

  static let start = ["1920", "", "T", "", "letter"]

  /// Answers, and part of the response to the last one, which leaves the question unchanged.
  static let faults: [([String], String)] = [
    (["1920-13"], "not a date"), (["1920 at about noon"], "not a date"), (["March 1920 15:00"], "15:00"),
    (["marhc 1920"], "Did you mean March 1920?"), ([""], "not a date"),
    (["1920", "sure"], "not one of"),
    (["1920", "derived", ""], "cannot be left out"), (["1920", "", ""], "cannot be left out"),
    (start + ["the guild", "Potters' Guild"], "named already"), (start + ["Gild", "perhaps"], "yes, no or new"),
    (start + ["", "", "The barn"], "There are “The kiln”"), (start + ["", "", "kiln", "4"], "from 1 to 3"),
    (start + ["", "", "1", "2", "went out"], "in paragraph 3"), (start + ["", "", "1", "2", "lit … June"], "“June”"),
    (start + ["", "", "1", "2", "lit", "maybe"], "not one of"),
  ]

  @Test(arguments: faults) func `an answer that cannot be taken says why and is asked for again`(
    _ answers: [String], _ says: String
  ) throws {
    var interview = try Self.after(answers.dropLast())
    let question = interview.question
    do {
      _ = try interview.answer(answers.last ?? "")
      Issue.record("It was taken.")
    } catch {
      #expect(error.message.contains(says), "\(error.message)")
    }
    #expect(interview.question == question)
  }

  @Test func `a name that is nearly one is offered, and taken only when it is meant`() throws {
    for (answer, ids) in [("yes", ["guild"]), ("no", []), ("new", ["poters-guild"])] as [(String, [String])] {
      var interview = try Self.after(Self.start + ["Poters' Guild"])
      #expect(interview.question == .confirmName)
      #expect(interview.prompt.contains("Did you mean Potters' Guild?"))
      _ = try interview.answer(answer)
      #expect(interview.question == .agency)
      #expect(interview.event?.agencies == ids)
    }
  }

  @Test func `without the post's text the citation names the paragraph alone`() throws {
    var interview = Interview(Self.chronology, texts: [])
    for answer in Self.start + ["", "", "1", "2", "", "", ""] { _ = try interview.answer(answer) }
    #expect(interview.question == nil)
    #expect(interview.event?.citations == [Citation(source: "kiln", paragraph: 2, fact: .states, date: .states)])
  }
}
