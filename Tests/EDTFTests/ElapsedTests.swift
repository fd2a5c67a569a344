import EDTF
import Testing

@Suite struct ElapsedTests {
  @Test(
    arguments: [
      ("2007-02-03", "2007-08-03", "6 months"),
      ("2007-02-03", "2007-02-03", "the same day"),
      ("2007-02-03", "2007-02-04", "1 day"),
      ("2007-02-03", "2007-02-20", "17 days"),
      ("2007-01-31", "2007-02-28", "1 month"),
      ("2007-01-31", "2007-03-01", "1 month and 1 day"),
      ("2004-02-29", "2005-02-28", "1 year"),
      ("2004-05-06", "2006-08-10", "2 years, 3 months and 4 days"),
      ("2006-08-10", "2004-05-06", "2 years, 3 months and 4 days"),
      ("-0001-06-01", "0001-06-01", "2 years"),
      ("1985-04-12T23:00:00", "1985-04-12", "the same day"),
    ] as [(String, String, String)])
  func `is exact between known days`(a: String, b: String, words: String) throws {
    #expect(try EDTFDate(a).elapsed(to: EDTFDate(b)) == words)
  }

  // The minimum is from the end of the first date to the start of the second, rounded down; the maximum from the start
  // of the first to the end of the second, rounded up.
  @Test(
    arguments: [
      // 28 February to 1 August: 5 months and 1 day; 1 February to 31 August: 6 months and 30 days.
      ("2007-02", "2007-08", "5 to 7 months"),
      ("2007-08", "2007-02", "5 to 7 months"),
      // 31 December 2004 to 1 January 2007: 2 years and 1 day; 1 January 2004 to 31 December 2007: under 4 years.
      ("2004", "2007", "2 to 4 years"),
      // 31 December 2004 to 1 January 2005 is a day; 2 years less a day is less than 24 months.
      ("2004", "2005", "at most 24 months"),
      ("2007-02-01", "2007-02-03/2007-02-05", "2 to 4 days"),
      ("2007-02-01/2007-02-04", "2007-02-02", "at most 2 days"),
      ("2007-02", "2007-02", "at most 27 days"),
      ("2007", "2007-02", "at most 11 months"),
      ("2007-02-10", "2007-02", "at most 18 days"),
      ("2007/..", "2004", "at least 24 months"),
      ("../2004", "2007-06-01", "at least 29 months"),
      ("2004/", "2007", "an unknown time"),
      ("2004", "2007/..", "at least 24 months"),
      ("/", "2007", "an unknown time"),
      ("../..", "2007", "an unknown time"),
      ("Y-170000002", "2004", "170,002,005 to 170,002,007 years"),
    ] as [(String, String, String)])
  func `says the least and the most between what is not known to the day`(a: String, b: String, words: String) throws {
    #expect(try EDTFDate(a).elapsed(to: EDTFDate(b)) == words)
  }

  @Test(
    arguments: [
      // 28 February to 1 March is a day; 1 February to 31 March is 58.
      ("2007-02", "2007-03", "1 to 58 days later"), ("2007-02-03", "2007-08-03", "6 months later"),
      ("2007-02-03", "2007-02-03", "the same day"), ("2007", "2007-02", "at most 11 months later"),
    ] as [(String, String, String)])
  func `says how much later something came`(a: String, b: String, words: String) throws {
    #expect(Elapsed(from: try EDTFDate(a).bounds, to: try EDTFDate(b).bounds).later == words)
  }
}
