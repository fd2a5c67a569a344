internal import Testing
internal import Timeline

struct QuotationTests {
  /// Paragraph 2 spans two lines. There are a non-breaking space, curly quotes, a dash, an ellipsis and a composed
  /// letter.
  static let post = PostText(
    name: "kiln.txt",
    """
    The kiln

    It was lit in May\u{A0}1920 by the potter
    and his “two brothers” – so it is said.

    Nobody lit it again … not once. The café\u{301} nearby was lit by gas.
    """)

  /// The words as typed, the paragraph, and the passage exactly as in the post.
  static let cases: [(String, Int, String)] = [
    ("in May 1920", 2, "in May\u{A0}1920"),
    ("the potter and his", 2, "the potter\nand his"),
    (#"his "two brothers" - so"#, 2, "his “two brothers” – so"),
    ("It was lit … his", 2, "It was lit in May\u{A0}1920 by the potter\nand his"),
    ("It was ... is said.", 2, "It was lit in May\u{A0}1920 by the potter\nand his “two brothers” – so it is said."),
    ("again ... not once", 3, "again … not once"),
    ("Nobody … again … not", 3, "Nobody lit it again … not"),
    ("caf\u{E9}\u{301}", 3, "café\u{301}"),
  ]

  @Test(arguments: cases) func `finds words however they are typed`(_ typed: String, _ number: Int, _ text: String)
    throws
  {
    let found = try Quotation(typed).found(in: Self.post, paragraph: number)
    #expect(found.text.unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(found.paragraph == number)
    #expect(Self.post.text(found.range) == found.text)
    #expect(found.digest == Passage(text).digest)
    #expect(Self.post.paragraphs[number - 1].range.contains(found.range.lowerBound))
  }

  static let faults: [(String, Int, String)] = [
    ("lit by gas", 2, "in paragraph 3, not in paragraph 2"),
    ("lit", 3, "occur 2 times in paragraph 3"),
    ("is said. Nobody", 2, "begin in paragraph 2 and end in paragraph 3"),
    ("is said … again", 3, "begin in paragraph 2 and end in paragraph 3"),
    ("in May 1921", 2, "has “in May”, but not “1921” after it"),
    ("in June", 2, "has “in”, but not “June” after it"),
    ("x", 1, "does not have “x”"),
    ("It was … 1921", 2, "does not have “1921”"),
    (" \u{A0}", 2, "Type the words"),
    ("lit", 4, "has paragraphs 1 to 3"),
    ("lit", 0, "has paragraphs 1 to 3"),
  ]

  @Test(arguments: faults) func `says why words lead to no passage`(_ typed: String, _ number: Int, _ says: String) {
    do {
      let found = try Quotation(typed).found(in: Self.post, paragraph: number)
      Issue.record("found \(found)")
    } catch {
      #expect(error.message.contains(says), "\(error.message)")
    }
  }

  @Test func `a passage of a paragraph is found by all its words`() throws {
    for paragraph in Self.post.paragraphs {
      let found = try Quotation(Self.post.text(paragraph.range)).found(in: Self.post, paragraph: paragraph.number)
      #expect(found.range == paragraph.range)
    }
  }
}
