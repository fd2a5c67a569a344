import EDTF
import Testing

@Suite struct DateTimeTests {
  @Test func `covers its own day as written, wherever its zone is`() {
    DateTable.expectAccepted(
      """
      2004-01-01T00:00:00 0 2004-01-01 2004-01-01
      2004-01-01T23:59:59 0 2004-01-01 2004-01-01
      2004-01-01T00:00:00Z 0 2004-01-01 2004-01-01
      2004-01-01T00:00:00+14:00 0 2004-01-01 2004-01-01
      2004-12-31T23:59:59-12:00 0 2004-12-31 2004-12-31
      2004-01-01T10:10:10+00:00 0 2004-01-01 2004-01-01
      2004-01-01T10:10:10+05 0 2004-01-01 2004-01-01
      2004-01-01T10:10:10-00:30 0 2004-01-01 2004-01-01
      2004-02-29T10:10:10 0 2004-02-29 2004-02-29
      -0043-03-15T12:00:00 1 -0043-03-15 -0043-03-15
      1985-06-30T23:59:60Z 0 1985-06-30 1985-06-30
      1985-06-30T23:59:60 0 1985-06-30 1985-06-30
      1985-07-01T05:29:60+05:30 0 1985-07-01 1985-07-01
      1985-06-30T19:59:60-04 0 1985-06-30 1985-06-30
      """)
  }

  @Test func `refuses what is no time`() {
    DateTable.expectRejected(
      """
      '2004-01-01T' 11 hour
      '2004-01-01T10' 13 with colons
      '2004-01-01T10:10' 16 with colons
      '2004-01-01T101010' 13 with colons
      '2004-01-01T1:10:10' 12 two digits
      '2004-01-01T24:00:00' 11 there is no hour 24
      '2004-01-01T10:60:00' 14 there is no minute 60
      '2004-01-01T10:10:61' 17 there is no second 61
      '2004-01-01T10:10:60' 17 there is no second 60 here
      '1985-06-30T23:59:60+01' 17 there is no second 60 here
      '2004-01-01T10:10:10.5' 19 should end here
      '2004-01-01T10:10:10z' 19 should end here
      '2004-01-01T10:10:10+' 20 two digits
      '2004-01-01T10:10:10+5' 21 two digits
      '2004-01-01T10:10:10+0530' 22 should end here
      '2004-01-01T10:10:10+24' 20 there is no hour of a time shift 24
      '2004-01-01T10:10:10+05:60' 23 there is no minute of a time shift 60
      '2004-01-01T10:10:10-00:00' 19 there is no time shift -00:00
      '2004-01-01T10:10:10-00' 19 there is no time shift -00:00
      '2004-01-01T10:10:10ZZ' 20 should end here
      '2004-01-01t10:10:10' 10 should end here
      '2004-01-01 10:10:10' 10 a space
      '2004-01T10:10:10' 7 a time needs a whole date
      '2004T10:10:10' 4 a time needs a whole date
      '2004-01-XXT10:10:10' 10 a time needs a whole date
      '2004-01-01?T10:10:10' 11 no ?, ~ or %
      '2004-01-01T10:10:10?' 19 should end here
      'T10:10:10' 0 expected a year
      'Y12345T10:10:10' 6 a time needs a whole date
      """)
  }

  @Test func `keeps two ways of writing a time shift apart`() throws {
    #expect(try EDTFDate("2004-01-01T10:10:10+05") != EDTFDate("2004-01-01T10:10:10+05:00"))
  }
}
