import Testing

@Suite struct LongYearTests {
  @Test func `reads years beyond four digits`() {
    DateTable.expectAccepted(
      """
      Y10000 1 10000-01-01 10000-12-31
      Y-10000 1 -10000-01-01 -10000-12-31
      Y12345? 1 12345-01-01 12345-12-31
      Y-12345~ 1 -12345-01-01 -12345-12-31
      Y999999999999999 1 999999999999999-01-01 999999999999999-12-31
      Y-999999999999999 1 -999999999999999-01-01 -999999999999999-12-31
      Y1E4 2 10000-01-01 10000-12-31
      Y17E7 2 170000000-01-01 170000000-12-31
      Y17101E0 2 17101-01-01 17101-12-31
      Y1E14 2 100000000000000-01-01 100000000000000-12-31
      Y3E14% 2 300000000000000-01-01 300000000000000-12-31
      """)
  }

  @Test func `covers every year that begins with the significant digits`() {
    DateTable.expectAccepted(
      """
      1950S1 2 1000-01-01 1999-12-31
      1950S3 2 1950-01-01 1959-12-31
      1950S4 2 1950-01-01 1950-12-31
      -1950S2 2 -1999-01-01 -1900-12-31
      0950S2 2 0950-01-01 0959-12-31
      0950S1 2 0900-01-01 0999-12-31
      1950S2~ 2 1900-01-01 1999-12-31
      Y12345S1 2 10000-01-01 19999-12-31
      Y12345S5 2 12345-01-01 12345-12-31
      Y-12345S2 2 -12999-01-01 -12000-12-31
      Y-17E7S1 2 -199999999-01-01 -100000000-12-31
      Y-17E7S3? 2 -170999999-01-01 -170000000-12-31
      """)
  }

  @Test func `refuses a year with Y that four digits can write, and numbers that are too large`() {
    DateTable.expectRejected(
      """
      'Y' 1 expected the digits
      'Y-' 2 expected the digits
      'Y2007' 0 more than four digits; this one is 2007
      'Y-1985' 0 this one is -1985
      'Y9999' 0 more than four digits
      'Y17E1' 0 this one is 0170
      'Y012345' 1 does not begin with a zero
      'Y-012345' 2 does not begin with a zero
      'Y0E9' 1 does not begin with a zero
      'Y+12345' 1 expected the digits
      'Y12345X' 6 should end here
      'Y17000e7' 6 should end here
      'Y17E' 4 expected the digits of an exponent
      'Y17E-7' 4 expected the digits of an exponent
      'Y17E07' 4 does not begin with a zero
      'Y17E7S' 6 number of significant digits
      'Y17E7E2' 5 should end here
      'Y1E15' 3 too large
      'Y1E400' 3 too large
      'Y1E99999999999999999999999' 3 too large
      'Y1000000000000000' 1 too large
      'Y123456789012345678901' 1 too large
      'Y-99999999999999999999999999' 2 too large
      'Y12345-01' 6 should end here
      'y12345' 0 capital Y
      '1950S' 5 number of significant digits
      '1950S0' 5 1 to 4 significant digits
      '1950S5' 5 1 to 4 significant digits
      '1950S02' 5 does not begin with a zero
      '1950S99999999999999999999' 5 too large
      '0000S1' 5 the year 0 has no significant digits
      '0950S4' 5 1 to 3 significant digits
      '195XS2' 4 a year with an X
      '1950s2' 4 should end here
      '1950S2-01' 6 should end here
      '1950?S2' 5 should end here
      '1950E2' 4 should end here
      """)
  }
}
