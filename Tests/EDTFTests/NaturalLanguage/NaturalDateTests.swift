import EDTF
import TestSupport
import Testing

@Suite struct NaturalDateTests {
  @Test(
    arguments: [
      ("2007-02", "2007-02"), ("../2003~", "../2003~"), ("feb 2007", "2007-02"), ("Feb. 2007", "2007-02"),
      ("FEBRUARY 2007", "2007-02"), ("february, 2007", "2007-02"), ("2007 Feb", "2007-02"), ("Aug-2007", "2007-08"),
      ("Sept 2007", "2007-09"), ("Feb/2007", "2007-02"), ("03/2009", "2009-03"), ("3.2009", "2009-03"),
      ("12th March 2009", "2009-03-12"), ("12 March 2009", "2009-03-12"), ("the 12th of March 2009", "2009-03-12"),
      ("March 12, 2009", "2009-03-12"), ("March 12th 2009", "2009-03-12"), ("12mar2009", "2009-03-12"),
      ("12-Mar-2009", "2009-03-12"), ("12/03/2009", "2009-03-12"), ("12-03-2009", "2009-03-12"),
      ("12.3.09", "2009-03-12"), ("3.8.2007", "2007-08-03"), ("2007/08/03", "2007-08-03"), ("2007.8.3", "2007-08-03"),
      ("12. March 2009", "2009-03-12"), ("12 mar 09", "2009-03-12"),
      ("Thursday 12 March 2009", "2009-03-12"), ("Thurs, 12 March 2009", "2009-03-12"),
      ("on 12 March 2009", "2009-03-12"),
      ("in 2007", "2007"), ("aug '07", "2007-08"), ("aug ’07", "2007-08"), ("aug 07", "2007-08"), ("’07", "2007"),
      ("aug 29", "2029-08"), ("aug 30", "1930-08"), ("12/3/29", "2029-03-12"), ("12/3/30", "1930-03-12"),
      ("early 2008", "2008-37"), ("mid-2008", "2008-38"), ("mid 2008", "2008-38"), ("late 2008", "2008-39"),
      ("the end of 2008", "2008-39"), ("spring 2008", "2008-21"), ("autumn of 2008", "2008-23"),
      ("spring 08", "2008-21"),
      ("winter 2007/08", "2007-24"), ("winter 2007-08", "2007-24"), ("winter 2007/2008", "2007-24"),
      ("winter 2007", "2007-24"), ("winter 1999/00", "1999-24"), ("Q3 2008", "2008-35"), ("2008 Q3", "2008-35"),
      ("third quarter of 2008", "2008-35"), ("3rd quarter 2008", "2008-35"), ("last quarter of 2008", "2008-36"),
      ("first half of 2008", "2008-40"), ("H2 2008", "2008-41"), ("second half 2008", "2008-41"),
      ("before 2004", "../2003"), ("before March 2009", "../2009-02"), ("before January 2009", "../2008-12"),
      ("before 12 March 2009", "../2009-03-11"), ("before 1 March 2008", "../2008-02-29"),
      ("before 1 January 2008", "../2007-12-31"), ("before about 2004", "../2003~"),
      ("before spring 2008", "../2008-02"),
      ("before the 1990s", "../1989"), ("before 0000", "../-0001"), ("after 2007-08", "2007-09/.."),
      ("after Dec 2007", "2008-01/.."), ("after 2007", "2008/.."), ("after 31 December 2007", "2008-01-01/.."),
      ("after winter 2007/08", "2008-03/.."), ("after 2007-08-31", "2007-09-01/.."), ("since 2008", "2008/.."),
      ("from 2008", "2008/.."), ("from 2008 onwards", "2008/.."), ("2008 onwards", "2008/.."),
      ("from Feb 2008 on", "2008-02/.."),
      ("on or after 12 March 2009", "2009-03-12/.."), ("2008 or later", "2008/.."), ("not before 2008", "2008/.."),
      ("until 2008", "../2008"), ("up to 2008", "../2008"), ("by 2008", "../2008"), ("2008 or earlier", "../2008"),
      ("on or before 12 March 2009", "../2009-03-12"), ("no later than 2008", "../2008"),
      ("until late 2008", "../2008-39"),
      ("since the late 1990s", "1997/.."), ("2004 to 2007", "2004/2007"), ("from 2004 to 2007", "2004/2007"),
      ("2004-2007", "2004/2007"), ("2004 - 2007", "2004/2007"), ("2004–2007", "2004/2007"), ("2004–07", "2004/2007"),
      ("2004 until 2007", "2004/2007"), ("between 2004 and 2007", "2004/2007"),
      ("between feb and aug 2007", "2007-02/2007-08"), ("feb to aug 2007", "2007-02/2007-08"),
      ("Feb-Aug 2007", "2007-02/2007-08"), ("Feb 2007-Mar 2008", "2007-02/2008-03"),
      ("feb 2007 to aug", "2007-02/2007-08"),
      ("12 to 13 March 2009", "2009-03-12/2009-03-13"), ("12-14 March 2009", "2009-03-12/2009-03-14"),
      ("between 12 and 14 Mar 09", "2009-03-12/2009-03-14"), ("12 or 13 March 2009", "[2009-03-12,2009-03-13]"),
      ("3 to 12 March 2009", "2009-03-03/2009-03-12"), ("3-12 March 2009", "2009-03-03/2009-03-12"),
      ("3rd-12th March 2009", "2009-03-03/2009-03-12"), ("3 March to 12 April 2009", "2009-03-03/2009-04-12"),
      ("between 3 and 12 March 2009", "2009-03-03/2009-03-12"), ("early 2004 to late 2007", "2004-37/2007-39"),
      ("spring to autumn 2008", "2008-21/2008-23"), ("12/03/2009 - 14/03/2009", "2009-03-12/2009-03-14"),
      ("late 1990s to early 2000s", "1997/2003"), ("Nov or Dec 2008", "[2008-11,2008-12]"),
      ("Nov/Dec 2008", "[2008-11,2008-12]"), ("2004 or 2005", "[2004,2005]"),
      ("3 or 4 March 2009", "[2009-03-03,2009-03-04]"),
      ("circa 2003", "2003~"), ("c. 2003", "2003~"), ("c.2003", "2003~"), ("ca 2003", "2003~"), ("about 2003", "2003~"),
      ("~2003", "2003~"), ("around March 2009", "2009-03~"), ("perhaps 2003", "2003?"), ("March 2009?", "2009-03?"),
      ("about March 2009?", "2009-03%"), ("2000s", "200X"), ("the 1990s", "199X"), ("1990's", "199X"), ("’90s", "199X"),
      ("90s", "199X"), ("early 1990s", "1990/1993"), ("mid 1990s", "1994/1996"), ("20th century", "1901/2000"),
      ("early March 2009", "2009-03-01/2009-03-10"), ("mid-March 2009", "2009-03-11/2009-03-20"),
      ("late Feb 2008", "2008-02-21/2008-02-29"), ("44 BC", "-0043"), ("AD 43", "0043"), ("43 AD", "0043"),
      ("1 BC", "0000"), ("15 March 44 BC", "-0043-03-15"), ("  feb 2007\t", "2007-02"), ("feb\u{A0}2007", "2007-02"),
      ("winter 2007 to 2008", "2007-24"), ("winter 07/08", "2007-24"), ("winter of 2007-8", "2007-24"),
      ("winter 2007 to spring 2008", "2007-24/2008-21"), ("between 2004 & 2007", "2004/2007"),
      ("some time between 2004 and 2007", "2004/2007"), ("sometime before 2004", "../2003"),
      ("in or about 2003", "2003~"), ("on or about 12 March 2009", "2009-03-12~"), ("2008 to present", "2008/.."),
      ("by the end of 2008", "../2008-39"), ("before the end of 2008", "../2008"),
      ("after the start of 2008", "2008/.."),
      ("before 199X", "../1989"), ("unknown", "/"), ("12.03.2009-14.03.2009", "2009-03-12/2009-03-14"),
      ("1 Jan-3 Feb 2008", "2008-01-01/2008-02-03"), ("2004~ to 2005", "2004~/2005"), ("2004-06-11%", "2004-06-11%"),
      ("some time in 2007", "2007"), ("/", "/"),
    ] as [(String, String)])
  func `reads what people write`(text: String, edtf: String) {
    do {
      let typed = try NaturalDate(text)
      #expect(typed.edtf.description == edtf)
    } catch {
      if !edtf.isEmpty { Issue.record("\(text): \(error)") }
    }
  }

  @Test(
    arguments: [
      ("before 2004", "before 2004 (2004 itself is out)"),
      ("after 2007-08", "after August 2007 (August 2007 itself is out)"),
      ("since 2008", "from 2008 onwards"), ("until 2008", "in or before 2008"), ("12/03/2009", "12 March 2009"),
      ("aug 07", "August 2007"), ("winter 2007/08", "winter 2007-08"), ("late 2008", "the last four months of 2008"),
      ("feb to aug 2007", "from February to August 2007"), ("2007-02", "February 2007"),
    ] as [(String, String)])
  func `shows the reading in words`(text: String, words: String) throws {
    #expect(try NaturalDate(text).words == words)
  }

  @Test func `points out a wrong weekday, and what else may be misread`() throws {
    #expect(try NaturalDate("Monday 12 March 2009").note == "12 March 2009 is a Thursday, not a Monday")
    #expect(try NaturalDate("Thursday 12 March 2009").note == nil)
    #expect(
      try NaturalDate("Mon 12 to Fri 13 March 2009").note == "12 March 2009 is a Thursday, not a Monday")
    #expect(try NaturalDate("2000s").note == "the ten years from 2000 to 2009")
    #expect(try NaturalDate("2004-05").note == "for the two years write 2004 to 2005")
    #expect(try NaturalDate("2004-06").note == nil)
  }

  @Test(
    arguments: [
      ("31 Feb 2007", 0, "February 2007 has 28 days", "28 February 2007"),
      ("31/02/2007", 0, "February 2007 has 28 days", "28 February 2007"),
      ("13/13/2008", 3, "there is no month 13", ""),
      ("03/13/2008", 3, "there is no month 13", "13 March 2008"),
      ("13/2008", 0, "there is no month 13", ""),
      ("2007-13", 5, "there is no month 13: months run 01 to 12", ""),
      ("2007-02-30", 8, "February 2007 has 28 days", "28 February 2007"),
      ("Febuary 2007", 0, "‘febuary’ is not part of a date", "February 2007"),
      ("before Febuary 2007", 7, "‘febuary’", "before February 2007"),
      ("12 Agust 2007", 3, "‘agust’", "12 August 2007"),
      ("sprnig 2007", 0, "‘sprnig’", "spring 2007"),
      ("befor 2007", 0, "‘befor’", "before 2007"),
      ("Febuary to Agust 2007", 0, "‘febuary’", "February to August 2007"),
      ("spring 2007/08", 12, "only a winter has two years", ""),
      ("2004 -", 5, "no date on one side", ""),
      ("in to 2007", 2, "a year at least", ""),
      ("Christmas 2007", 0, "‘christmas’", ""),
      ("today", 0, "‘today’", ""),
      ("2007/08", 0, "this may be August 2007, or 2007 to 2008", "August 2007"),
      ("0760.1", 0, "this may be January", "January 0760"),
      ("2012/13", 0, "two years are written 2012 to 2013", "2012 to 2013"),
      ("20090312", 0, "four digits", "2009-03-12"),
      ("00010203", 0, "four digits", "0001-02-03"),
      ("20004747", 4, "four digits", ""),
      ("07", 0, "four digits", "2007"),
      ("12 March", 8, "which year?", ""),
      ("March", 5, "which year?", ""),
      ("12/03", 3, "which year?", ""),
      ("Monday", 6, "a year at least", ""),
      ("Monday March 2009", 0, "a weekday needs a whole date", ""),
      ("", 0, "type a date", ""),
      ("   ", 3, "type a date", ""),
      ("before", 6, "a year at least", ""),
      ("between 2004", 12, "between which dates?", ""),
      ("2007 to 2004", 8, "the second date comes before the first", ""),
      ("Q5 2008", 0, "four quarters", ""),
      ("winter 2007/09", 12, "two years, which follow one another", ""),
      ("12 13 March 2009", 3, "does not go with the rest", ""),
      ("12, 13 or 14 March 2009", 4, "does not go with the rest", ""), ("12 or 2013", 0, "four digits", "2012"),
      ("March April 2009", 6, "does not go with the rest", ""),
      ("2007 2008", 5, "does not go with the rest", ""),
      ("feb 2007 #", 9, "‘#’ is not part of a date", ""),
      ("12345678901234567890", 4, "a longer one begins with Y", ""),
      ("x12345678901234567890", 1, "too long", ""),
      ("0 March 2009", 0, "March 2009 has 31 days", ""),
      ("12 March 2009 10:30", 16, "‘:’", ""),
      ("  31 Feb 2007", 2, "has 28 days", "28 February 2007"),
      ("é 31 Feb 2007", 0, "‘é’", ""),
    ] as [(String, Int, String, String)])
  func `refuses with a reason, a place and what was probably meant`(
    text: String, offset: Int, reason: String, suggestion: String
  ) {
    do {
      let typed = try NaturalDate(text)
      Issue.record("\(text) is read as \(typed.words)")
    } catch {
      #expect(error.offset == offset, "\(error.reason)")
      #expect(error.reason.contains(reason), "\(error.reason)")
      #expect(error.suggestion ?? "" == suggestion)
    }
  }

  @Test func `offers only what it can read`() throws {
    for text in ["31 Feb 2007", "03/13/2008", "Febuary 2007", "2007/08", "2012/13", "20090312", "07"] {
      do {
        _ = try NaturalDate(text)
      } catch {
        _ = try NaturalDate(#require(error.suggestion))
      }
    }
  }

  @Test func `answers whatever it is given`() {
    var random = SplitMix64(7)
    let pieces = [
      "feb", "2007", "12", "th", "/", "-", ".", "'", "’07", "to", "before", "between", "and", "s", "90", " ", " ", " ",
      "Q", "3", "half", "late", "c.", "?", "winter", "or", "century", "bc", "\u{0}", "é", "👩‍👩‍👧", "–", "99999", "0", "on",
      "X",
    ]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 1...8, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
      do {
        let typed = try NaturalDate(text)
        #expect(try EDTFDate(typed.edtf.description) == typed.edtf)
      } catch let error as NaturalDateError {
        #expect(error.offset >= 0 && error.offset <= text.unicodeScalars.count, "\(text)")
      } catch {
        Issue.record("\(text): \(error)")
      }
    }
    #expect(throws: NaturalDateError.self) { try NaturalDate(String(repeating: "1", count: 1_000_000)) }
  }
}
