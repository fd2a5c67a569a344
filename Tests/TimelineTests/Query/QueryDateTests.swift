internal import Testing
internal import Timeline

@Suite struct QueryDateTests {
  @Test(
    arguments: [
      ("date:feb 2007", "dated February 2007"),
      ("date:feb 2007 letter", "dated February 2007, and “letter”"),
      ("letter date:2004 to 2007 nurse", "“letter”, and dated from 2004 to 2007, and “nurse”"),
      ("before:12 March 2009", "before 12 March 2009"),
      ("before:2004 nurse after:2001", "before 2004, and “nurse”, and after 2001"),
      ("date:between feb and aug 2007 nurse", "dated from February to August 2007, and “nurse”"),
      ("date:12 March, 2009 letter", "dated 12 March 2009, and “letter”"),
      ("date:2004,feb 2005,2009", "any of dated 2004, dated February 2005 or dated 2009"),
      ("within:{2004,2005}", "certainly within 2004 and 2005"),
      ("within:2004 to 2007", "certainly within 2004 to 2007"),
      ("date:2007 may visit", "dated May 2007, and “visit”"),
      ("date:2004 -nurse", "dated 2004, and not “nurse”"),
      ("date:2004 and nurse", "dated 2004, and “nurse”"),
      ("date:2004 to council", "dated 2004, and “to”, and “council”"),
      ("(date:feb 2007)", "dated February 2007"),
      ("date:feb 2007 or nurse", "either dated February 2007 or “nurse”"),
    ] as [(String, String)])
  func `takes as many words as make a date`(text: String, words: String) throws {
    let query = try Query(text, in: QueryTests.chronology)
    #expect(query.words == words)
  }

  @Test(
    arguments: [
      ("date:31 feb 2007", "“31 feb 2007”", 5...16, false),
      ("nurse date:Febuary 2007", "“Febuary 2007”", 11...24, false),
      ("date:feb", "“feb”", 5...8, true),
      ("date:2004 to", "“2004 to”", 5...12, true),
      ("date:2004 to 31 feb 2007", "“2004 to 31 feb 2007”", 5...24, false),
      ("date:nurse visit", "“nurse”", 5...10, false),
      ("before:\"before 2004\"", "“before 2004” has no beginning", 7...7, false),
      ("after:since 2004", "“since 2004” has no end", 6...6, false),
    ] as [(String, String, ClosedRange<Int>, Bool)])
  func `refuses what is no date, whole and at its place`(
    text: String, beginning: String, place: ClosedRange<Int>, isUnfinished: Bool
  ) {
    let error = #expect(throws: QueryError.self) { try Query(text, in: QueryTests.chronology) }
    #expect(error?.message.hasPrefix(beginning) == true, "\(error?.message ?? "")")
    #expect(error.map { place.contains($0.offset) } == true)
    #expect(error?.isUnfinished == isUnfinished)
  }
}
