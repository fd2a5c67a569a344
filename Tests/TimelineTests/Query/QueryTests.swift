import TestSupport
internal import Testing
internal import Timeline

@Suite struct QueryTests {
  static let chronology = Generated.chronology(200, seed: 1)

  @Test(
    arguments: [
      ("", ""),
      ("nurse", "“nurse”"),
      ("nurse and letter", "“nurse” and “letter”"),
      ("\"serious case\" -letter", "“serious case”, and not “letter”"),
      ("“serious case”", "“serious case”"),
      ("not nurse", "not “nurse”"),
      ("nurse or letter ward", "either “nurse” or both “letter” and “ward”"),
      ("(nurse or letter) ward", "either “nurse” or “letter”, and “ward”"),
      ("agency:NBC", "agency North Borough Council"),
      ("agency:\"North Borough Council\"", "agency North Borough Council"),
      ("AGENCY: north", "agency North Borough Council"),
      ("agency:borough,nurses", "either agency North Borough Council or agency Ward 7 Nurses"),
      ("agency:borough , nurses visit", "either agency North Borough Council or agency Ward 7 Nurses, and “visit”"),
      ("person:clerk", "person Ann Clerk"),
      ("kind:letter -person:bob", "kind letter, and not person Bob Letterman"),
      ("source:record", "source A record"),
      ("agency:n", "agency North Borough Council or Ward 7 Nurses"),
      ("date:2004", "dated 2004"),
      ("date:2004,2005", "either dated 2004 or dated 2005"),
      ("within:2004-02 visit", "certainly within February 2004, and “visit”"),
      ("before:2004 after:\"2001\"", "before 2004, and after 2001"),
      ("time: 12:30 http://x", "“time:”, “12:30” and “http://x”"),
      ("one - two", "“one”, “-” and “two”"),
      ("\"or\" \"agency:x\"", "“or” and “agency:x”"),
      ("oral notes andy", "“oral”, “notes” and “andy”"),
    ] as [(String, String)])
  func `says a query as a person would`(text: String, words: String) throws {
    #expect(try Query(text, in: Self.chronology).words == words)
  }

  /// The column is that of the scalar after the mark ‸.
  @Test(
    arguments: [
      ("‸agency:", "After “agency:” comes the name of an agency, or part of it.", true),
      ("nurse ‸agency:north,", "After “agency:” comes the name of an agency, or part of it.", true),
      ("nurse ‸\"open", "This quote still needs its end.", true),
      ("nurse ‸(open", "This “(” still needs its “)”.", true),
      ("nurse ‸(", "After “(” come conditions, and then “)”.", true),
      ("nurse ‸or", "After “or” comes what may match instead.", true),
      ("nurse ‸and ", "After “and” comes what else must match.", true),
      ("nurse ‸-", "After “not” comes what must not match.", true),
      ("‸not", "After “not” comes what must not match.", true),
      ("‸or nurse", "Before “or” comes what may match; for the word itself write \"or\" in quotes.", false),
      ("‸and nurse", "Before “and” comes what else must match.", false),
      ("nurse‸) ward", "This “)” closes nothing: take it out, or open one with “(” before it.", false),
      ("nurse (‸)", "There is nothing between the parentheses: put a condition in, or take them out.", false),
      ("é ‸\" \"", "There is nothing between the quotes: put words in, or take them out.", false),
      ("é agency:‸nroth", "There is no agency “nroth”. Did you mean North Borough Council?", false),
      (
        "agency:north,‸zebra",
        "There is no agency “zebra”. There are North Borough Council, Department of Health and Ward 7 Nurses.", false
      ),
      ("kind:‸lettre", "There is no kind “lettre”. Did you mean letter?", false),
      ("agency:‸,north", "After “agency:” comes the name of an agency, or part of it.", false),
      ("‸agancy:north", "There is no “agancy:”. Did you mean agency:? For the words themselves use quotes.", false),
    ] as [(String, String, Bool)])
  func `an error points at the column and says what to do`(marked: String, message: String, isUnfinished: Bool) {
    let offset = Array(marked.unicodeScalars).firstIndex(of: "‸")!
    let text = String(marked.filter { $0 != "‸" })
    #expect(throws: QueryError(message: message, offset: offset, isUnfinished: isUnfinished)) {
      try Query(text, in: Self.chronology)
    }
  }

  @Test func `a date that is none says why, at its column`() {
    let error = #expect(throws: QueryError.self) { try Query("nurse date:2007-13", in: Self.chronology) }
    #expect(error.map { $0.offset >= 11 && $0.message.hasPrefix("“2007-13” is not a date: ") } == true)
  }

  @Test func `goes only so deep`() throws {
    let shallow = String(repeating: "(", count: 60) + "nurse" + String(repeating: ")", count: 60)
    #expect(try Query(shallow, in: Self.chronology).words == "“nurse”")
    for text in [
      String(repeating: "(", count: 100_000), String(repeating: "-", count: 100_000) + "x",
      String(repeating: "not ", count: 9000) + "x",
    ] {
      #expect(throws: QueryError.self) { try Query(text, in: Self.chronology) }
    }
  }

  @Test func `answers any text with a query or an error inside it`() {
    var random = SplitMix64(77)
    let pieces = [
      "agency:", "date:", "before:", "(", ")", "\"", "“", "”", "-", ",", " ", "or", "and", "not", "nurse", "2004",
      "feb", "é", "\u{301}",
      ":", "north", "to", "\0", "\u{10FFFF}", "\n", "/", "[", "Y",
    ]
    for _ in 0..<20000 {
      let text = (0..<Int.random(in: 0...10, using: &random)).map { _ in pieces.randomElement(using: &random)! }
        .joined()
      do {
        let query = try Query(text, in: Self.chronology)
        _ = query.words
        _ = query.marks(in: text)
      } catch {
        if !(0...text.unicodeScalars.count).contains(error.offset) {
          Issue.record("\(text.debugDescription): \(error)")
        }
      }
      let set = Query.setting(.agency, to: ["north"], in: text)
      if Query.values(of: .agency, in: set) != ["north"] {
        Issue.record("\(text.debugDescription) became \(set.debugDescription)")
      }
    }
  }
}
