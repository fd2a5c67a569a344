import EDTF
import Testing

@Suite struct DateIntervalTests {
  @Test func `reaches from the first day of its start to the last of its end`() {
    DateTable.expectAccepted(
      """
      2004/2004 0 2004-01-01 2004-12-31
      2004-06-11/2004-06 0 2004-06-11 2004-06-30
      2004-06/2004-06-11 0 2004-06-01 2004-06-11
      2004/2004-01-01 0 2004-01-01 2004-01-01
      2004-12-31/2004 0 2004-12-31 2004-12-31
      0000/0001 0 0000-01-01 0001-12-31
      -0044/-0043 1 -0044-01-01 -0043-12-31
      -0001/0001 1 -0001-01-01 0001-12-31
      1984?/2004~ 1 1984-01-01 2004-12-31
      1984-06-02?/2004-08-08~ 1 1984-06-02 2004-08-08
      1984~/.. 1 1984-01-01 open
      ../1984% 1 open 1984-12-31
      2001-21/2003 1 2001-03-01 2003-12-31
      2001-21/2001-22 1 2001-03-01 2001-08-31
      2001-24/2002-01 1 2001-12-01 2002-01-31
      2001-34/2001-36 2 2001-04-01 2001-12-31
      Y-170000002/2004 1 -170000002-01-01 2004-12-31
      Y17E7/Y17E8 2 170000000-01-01 1700000000-12-31
      199X/2004 2 1990-01-01 2004-12-31
      1999-XX/2004-XX 2 1999-01-01 2004-12-31
      2004-06-XX/2004-06-03 2 2004-06-01 2004-06-03
      2004-XX-XX/.. 2 2004-01-01 open
      1950S2/2004 2 1900-01-01 2004-12-31
      -2004-06-?01/2006-06-~20 2 -2004-06-01 2006-06-20
      2003/2004-06-11% 1 2003-01-01 2004-06-11
      2004-?06-11/2004-08 2 2004-06-11 2004-08-31
      ../.. 1 open open
      / 1 unknown unknown
      ../ 1 open unknown
      /.. 1 unknown open
      """)
  }

  @Test func `refuses what runs backwards or holds no dates`() {
    DateTable.expectRejected(
      """
      '2005/2004' 5 runs backwards
      '2004-06/2004-05' 8 runs backwards
      '2004-06-12/2004-06-11' 11 runs backwards
      '2005/2004-12' 5 runs backwards
      '2004-07-01/2004-06' 11 runs backwards
      '2004-07-XX/2004-06-~30' 11 runs backwards
      '-0043/-0044' 6 runs backwards
      '2004/-2004' 5 runs backwards
      '2004//2005' 5 should end here
      '2004/2005/2006' 9 should end here
      '2004/2005/' 9 should end here
      '2004/now' 5 expected a year
      '2004/open' 5 expected a year
      'unknown/2004' 0 capital X
      '2004/P1Y' 5 expected a year
      '2004/...' 7 should end here
      '2004/.' 5 expected a year
      '.../2004' 2 expected the slash
      '2004/ 2005' 5 a space
      '2004 /2005' 4 a space
      '2004-2005' 7 here is a third
      '2004/05' 7 four digits
      '2004-13/2005' 5 there is no month 13
      '2004/2005-13' 10 there is no month 13
      '2004-01-01T10:10:10Z/2005' 10 not times
      '2004/2005-01-01T10:10:10Z' 15 not times
      '[2004]/2005' 6 should end here
      '2004/[2005]' 5 expected a year
      '2004..2005' 4 should end here
      '..2004' 0 expected a year
      '?/2004' 1 expected a year
      """)
  }
}
