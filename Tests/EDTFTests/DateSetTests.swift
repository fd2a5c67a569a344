import EDTF
import Testing

@Suite struct DateSetTests {
  @Test func `covers from its first to its last date`() {
    DateTable.expectAccepted(
      """
      [1667] 2 1667-01-01 1667-12-31
      {1667} 2 1667-01-01 1667-12-31
      [1668,1667] 2 1667-01-01 1668-12-31
      [1667,1667-06] 2 1667-01-01 1667-12-31
      [1667-06,1667] 2 1667-01-01 1667-12-31
      [1670..1670] 2 1670-01-01 1670-12-31
      [1670-05..1671-02] 2 1670-05-01 1671-02-28
      {1670-05-30..1670-06-02} 2 1670-05-30 1670-06-02
      {..1983-12-31,1984-10-10..1984-11-01} 2 open 1984-11-01
      [..1983,1984..] 2 open open
      [..1984,1900] 2 open 1984-12-31
      {1984..} 2 1984-01-01 open
      [1984..1986,1990..] 2 1984-01-01 open
      [1984?,1985~] 2 1984-01-01 1985-12-31
      [198X,2004-06-XX] 2 1980-01-01 2004-06-30
      [2004-06-~11,2004-%06] 2 2004-06-01 2004-06-30
      [2001-21,2001-24] 2 2001-03-01 2002-02-28
      [Y17E7,Y-17E7] 2 -170000000-01-01 170000000-12-31
      [-0044..-0042] 2 -0044-01-01 -0042-12-31
      {1950S2,2004} 2 1900-01-01 2004-12-31
      """)
  }

  @Test func `refuses empty sets, open dots in the middle, mixed ranges and what is no date`() {
    DateTable.expectRejected(
      """
      '[]' 1 at least one date
      '{}' 1 at least one date
      '[' 1 expected a year
      '{' 1 expected a year
      '[1667' 5 expected a comma
      '{1667]' 5 expected a comma
      '[1667}' 5 expected a comma
      '[1667,]' 6 expected a year
      '[,1667]' 1 expected a year
      '[1667,,1668]' 6 expected a year
      '[1667, 1668]' 6 no space
      '[1667 ,1668]' 5 expected a comma
      '[1667;1668]' 5 expected a comma
      '[1667-1668]' 8 here is a third
      '[..]' 3 expected a year
      '[..1667..]' 7 expected a comma
      '[1667,..1668]' 6 only the first date
      '[1667..,1668]' 8 only the last date
      '[1670..1672-01]' 7 both ends
      '[1670-01..1672]' 10 both ends
      '[1672..1670]' 7 runs backwards
      '[1670-05..1670-04]' 10 runs backwards
      '[1670...1672]' 7 expected a year
      '[1670.1672]' 5 expected a comma
      '[1667/1668]' 5 not intervals
      '[1667-01-01T10:10:10]' 11 not times
      '[1667-13]' 6 there is no month 13
      '[[1667]]' 1 expected a year
      '{[1667]}' 1 expected a year
      '[1667]?' 6 should end here
      '[1667][1668]' 6 should end here
      '1667,1668' 4 should end here
      """)
  }
}
