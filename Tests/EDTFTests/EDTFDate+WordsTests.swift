import EDTF
import Testing

@Suite struct EDTFDateWordsTests {
  @Test(
    arguments: [
      ("2007", "2007", "2007"),
      ("2007-02", "February 2007", "Feb 2007"),
      ("2009-03-12", "12 March 2009", "12 Mar 2009"),
      ("0000", "1 BC", "1 BC"),
      ("-0043-03-15", "15 March 44 BC", "15 Mar 44 BC"),
      ("0043", "AD 43", "AD 43"),
      ("Y170000002", "170,000,002", "170,000,002"),
      ("Y-17E7", "170,000,001 BC", "170,000,001 BC"),
      ("2003~", "about 2003", "c. 2003"),
      ("2003?", "perhaps 2003", "2003?"),
      ("2003-04%", "perhaps about April 2003", "c. Apr 2003?"),
      ("?2004-06-~11", "11 June 2004 (year uncertain, day approximate)", "c. 11 Jun 2004?"),
      ("2004-06~-11", "11 June 2004 (year and month approximate)", "c. 11 Jun 2004"),
      ("199X", "some time in the 1990s", "1990s"),
      ("19XX", "some time from 1900 to 1999", "1900–1999"),
      ("XXXX", "an unknown year", "????"),
      ("000X", "some time from 1 BC to AD 9", "1 BC–AD 9"),
      ("19X5", "a year from 1905 to 1995 of which the third digit is unknown", "1905–1995"),
      ("2004-XX", "some month in 2004", "2004"),
      ("1985-04-XX", "some day in April 1985", "Apr 1985"),
      ("1985-XX-XX", "some day in 1985", "1985"),
      ("1985-XX-12", "the 12th of some month in 1985", "1985"),
      ("1985-X1", "January or November 1985", "1985"),
      ("1984-1X", "October, November or December 1984", "1984"),
      ("1985-0X", "a month from January to September in 1985", "1985"),
      ("1985-05-3X", "30 or 31 May 1985", "May 1985"),
      ("1985-05-1X", "a day from 10 to 19 May 1985", "May 1985"),
      ("156X-12-25", "25 December of a year in the 1560s", "25 Dec 1560s"),
      ("15XX-12-25", "25 December of a year from 1500 to 1599", "25 Dec 15??"),
      ("XXXX-12-25", "25 December of an unknown year", "25 Dec ????"),
      ("2008-21", "spring 2008", "spring 2008"),
      ("2007-24", "winter 2007-08", "winter 07/08"),
      ("1999-24~", "about winter 1999-00", "c. winter 99/00"),
      ("2008-29", "spring 2008 (southern hemisphere)", "spring 2008"),
      ("2008-35", "the third quarter of 2008", "Q3 2008"),
      ("2008-37", "the first four months of 2008", "early 2008"),
      ("2008-38", "the middle four months of 2008", "mid 2008"),
      ("2008-39", "the last four months of 2008", "late 2008"),
      ("2008-40", "the first half of 2008", "H1 2008"),
      ("1950S2", "some time from 1900 to 1999, estimated as 1950", "c. 1950"),
      ("1950S4", "1950", "1950"),
      ("1985-04-12T23:20:30", "12 April 1985 at 23:20:30", "12 Apr 1985"),
      ("2009-03-12T09:15:00", "12 March 2009 at 09:15", "12 Mar 2009"),
      ("2009-03-12T00:00:00Z", "12 March 2009 at 00:00 UTC", "12 Mar 2009"),
      ("1985-04-12T23:20:30Z", "12 April 1985 at 23:20:30 UTC", "12 Apr 1985"),
      ("1985-04-12T23:20:30-04", "12 April 1985 at 23:20:30, 4 hours behind UTC", "12 Apr 1985"),
      ("1985-04-12T23:20:30+01:30", "12 April 1985 at 23:20:30, 1 hour 30 minutes ahead of UTC", "12 Apr 1985"),
      ("2004/2005", "from 2004 to 2005", "2004–2005"),
      ("2004/2004", "2004", "2004"),
      ("2007-02/2007-08", "from February to August 2007", "Feb–Aug 2007"),
      ("2007-02/2008-08", "from February 2007 to August 2008", "Feb 2007 – Aug 2008"),
      ("2009-03-03/2009-03-12", "from 3 to 12 March 2009", "3–12 Mar 2009"),
      ("2009-03-03/2009-04-12", "from 3 March to 12 April 2009", "3 Mar – 12 Apr 2009"),
      ("2004~/2005?", "from about 2004 to perhaps 2005", "c. 2004–2005?"),
      ("../2009-03-12", "on or before 12 March 2009", "to 12 Mar 2009"),
      ("../2003", "in or before 2003", "to 2003"),
      ("../2003~", "up to about 2003", "to c. 2003"),
      ("2008/..", "from 2008 onwards", "from 2008"),
      ("2004/", "from 2004 to an unknown date", "2004–?"),
      ("/2004", "from an unknown date to 2004", "until 2004"),
      ("/", "an unknown date", "unknown"),
      ("../..", "at any time", "any time"),
      ("199X/2003", "from some time in the 1990s to 2003", "1990s–2003"),
      ("2001-21/2003", "from spring 2001 to 2003", "spring 2001 – 2003"),
      ("[2008-11,2008-12]", "November or December 2008", "Nov/Dec 2008"),
      ("[2009-03-03,2009-03-04]", "3 or 4 March 2009", "3/4 Mar 2009"),
      ("{2008-11,2008-12}", "November and December 2008", "Nov/Dec 2008"),
      ("[1667,1668,1670..1672]", "1667, 1668 or any of 1670 to 1672", "1667–1672"),
      ("{1667,1668,1670..1672}", "1667, 1668 and all of 1670 to 1672", "1667–1672"),
      ("[..1760-12-03]", "by 3 December 1760", "by 3 Dec 1760"),
      ("[1760-12..]", "December 1760 or later", "Dec 1760 or later"),
      ("{1960,1961-12}", "1960 and December 1961", "1960–1961"),
      ("[2004]", "2004", "2004"),
      ("[2003?,2004]", "perhaps 2003 or 2004", "2003–2004?"),
    ] as [(String, String, String)])
  func `says and abbreviates`(text: String, words: String, short: String) throws {
    let date = try EDTFDate(text)
    #expect(date.words == words)
    #expect(date.short() == short)
  }

  // One moment at an unknown time: neither a duration nor a guess.
  @Test(
    arguments: [
      ("[..2007-03]", "by March 2007", "by Mar 2007"),
      ("[..2003~]", "by about 2003", "by c. 2003"),
      ("[2004..]", "2004 or later", "2004 or later"),
      ("[2008-10..]", "October 2008 or later", "Oct 2008 or later"),
      ("[2000..2007]", "between 2000 and 2007", "between 2000 and 2007"),
      ("[2008-10..2009-03]", "between October 2008 and March 2009", "Oct 2008 – Mar 2009"),
      ("[2006-02..2006-05]", "between February and May 2006", "Feb–May 2006"),
      ("[2009-03-10..2009-03-13]", "between 10 and 13 March 2009", "10–13 Mar 2009"),
      // Nothing lies between two consecutive days, months or years.
      ("[2009-03-12..2009-03-13]", "12 or 13 March 2009", "12–13 Mar 2009"),
      ("[2006-02..2006-03]", "February or March 2006", "Feb–Mar 2006"),
      ("[2004..2005]", "2004 or 2005", "2004–2005"),
      // The first day of a month that bounds a longer stretch becomes that month, and so does the last.
      ("[2008-10-01..2009-03-12]", "between October 2008 and 12 March 2009", "Oct 2008 – 12 Mar 2009"),
      ("[2008-10-05..2009-03-31]", "between 5 October 2008 and March 2009", "5 Oct 2008 – Mar 2009"),
      ("[2009-03-01..2009-03-12]", "between 1 and 12 March 2009", "1–12 Mar 2009"),
      ("[2000-01-01..2009-03-12]", "between 2000 and 12 March 2009", "2000 – 12 Mar 2009"),
      ("[2000-02-29..2009-12-31]", "between 29 February 2000 and 2009", "29 Feb 2000 – 2009"),
      ("[2009-01-01..2009-12-12]", "between January and 12 December 2009", "Jan – 12 Dec 2009"),
      ("[2008-10-01..2008-12-12]", "between October and 12 December 2008", "Oct – 12 Dec 2008"),
    ] as [(String, String, String)])
  func `says what happened once in a stretch of time`(text: String, words: String, short: String) throws {
    let date = try EDTFDate(text)
    #expect(date.words == words)
    #expect(date.short() == short)
  }

  @Test(
    arguments: [
      ("[2008-10-01..2009-03-12]", [22, 19, 14], ["Oct 2008 – 12 Mar 2009", "Oct 2008 – Mar 2009", "2008–2009"]),
      ("[2000..2007]", [21, 20, 5], ["between 2000 and 2007", "2000–2007", "2000–2007"]),
      ("[2009-03-12..2009-03-13]", [14, 13, 7], ["12–13 Mar 2009", "Mar 2009", "2009"]),
      ("2009-03-03/2009-04-12", [19, 14, 11], ["3 Mar – 12 Apr 2009", "Mar–Apr 2009", "2009"]),
      ("[..2007-03-12]", [14, 13], ["by 12 Mar 2007", "by 2007"]),
      ("[2008-10..]", [17, 14], ["Oct 2008 or later", "2008 or later"]),
      ("[2008-11,2008-12]", [12, 11], ["Nov/Dec 2008", "2008"]),
      ("../2009-03-12", [14, 12], ["to 12 Mar 2009", "to 2009"]),
    ] as [(String, [Int], [String])])
  func `is as precise as there is room, and true where it is not`(text: String, columns: [Int], forms: [String]) throws
  {
    let date = try EDTFDate(text)
    #expect(columns.map { date.short(within: $0) } == forms)
  }

  @Test(
    arguments: [
      ("2004", "2004"), ("2005~", "about 2005"), ("2005?", "perhaps 2005"), ("[..2007-03]", "by March 2007"),
      ("[2004..]", "2004 or later"), ("[2009-03-12..2009-03-13]", "12 or 13 March 2009"),
      ("[2000..2007]", "between 2000 and 2007"),
      ("[2008-10-01..2009-03-12]", "2008 or 2009"),
      ("[2009-03-03..2009-03-12]", "March 2009"), ("2009-09-03/2009-09-12", "September 2009"),
      ("[2009-03-03..2009-04-12]", "2009"), ("[2007-08-05..2009-03-12]", "between 2007 and 2009"),
      ("[2008-12-12..]", "2008 or later"),
      ("[..1760-12-13]", "by 13 December 1760"),
      ("2007-02/2008-08", "2007 to 2008"), ("2004/2007", "from 2004 to 2007"), ("2008-10-11/..", "from 2008 onwards"),
      ("{2008-11-12,2009-12-13}", "2008 to 2009"),
      ("/2009-03-12", "until 12 March 2009"), ("2004-02-03/", "from 2004, end unknown"),
    ] as [(String, String)])
  func `is short in a row that is heard, with no sign that a voice would read or leave out`(
    text: String, brief: String
  ) throws {
    #expect(try EDTFDate(text).brief == brief)
  }

  @Test func `abbreviates without a dash for a terminal of plain letters`() throws {
    #expect(try EDTFDate("2007-02/2007-08").short(ascii: true) == "Feb-Aug 2007")
    #expect(try EDTFDate("19XX").short(ascii: true) == "1900-1999")
  }
}
