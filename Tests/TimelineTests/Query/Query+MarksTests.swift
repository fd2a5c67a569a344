internal import Testing
internal import Timeline

@Suite struct QueryMarksTests {
  @Test(
    arguments: [
      ("cafe", "The Café, the CAFE\u{301} and a cafe", "The [Café], the [CAFE\u{301}] and a [cafe]"),
      ("ss", "Straße", "Stra[ß]e"),
      ("s", "Straße", "[S]tra[ß]e"),
      ("\"two words\"", "two  words", "[two  words]"),
      ("an nan", "banana", "b[anan]a"),
      ("aa", "aaab", "[aaa]b"),
      ("-the a", "the cat", "the c[a]t"),
      ("(cat or dog) not bird", "bird, dog", "bird, [dog]"),
      ("agency:north", "north", "north"),
      ("", "north", "north"),
      ("x", "", ""),
      ("fin", "ﬁnal", "[ﬁn]al"),
    ] as [(String, String, String)])
  func `marks words as they stand on the screen`(query: String, text: String, marked: String) throws {
    let marks = try Query(query, in: QueryTests.chronology).marks(in: text)
    var result = ""
    var at = text.startIndex
    for mark in marks {
      result += text[at..<mark.lowerBound] + "[" + text[mark] + "]"
      at = mark.upperBound
    }
    #expect(result + text[at...] == marked)
  }
}
