import EDTF
import Testing

@Suite struct BoundsTests {
  struct Row: CustomTestStringConvertible {
    var date: String
    var period: String
    /// One letter for each relation that holds: m may fall within, w certainly within, b may be before, B certainly
    /// before, a may be after, A certainly after.
    var holds: String

    init(_ date: String, _ period: String, _ holds: String) {
      (self.date, self.period, self.holds) = (date, period, holds)
    }

    var testDescription: String { "\(date) and \(period)" }
  }

  @Test(
    arguments: [
      Row("2007", "2007", "mw"), Row("2007-02", "2007", "mw"), Row("2007", "2007-02", "mba"),
      Row("2006", "2007", "bB"), Row("2008", "2007", "aA"), Row("2006/2007", "2007", "mb"),
      Row("2007/2008", "2007", "ma"), Row("2004/2009", "2007", "mba"), Row("200X", "2007", "mba"),
      Row("2006-12-31", "2007", "bB"), Row("2007-01-01", "2007", "mw"), Row("2007-12-31", "2007", "mw"),
      Row("2008-01-01", "2007", "aA"), Row("2007-24", "2007", "ma"), Row("1985/..", "2007", "mba"),
      Row("../1985", "2007", "bB"), Row("../2008", "2007", "mba"), Row("2007-02/..", "2007", "ma"),
      Row("2008/..", "2007", "aA"), Row("/2007", "2007", "mb"), Row("2007/", "2007", "ma"),
      Row("1985/", "2007", "mba"), Row("/", "2007", "mba"), Row("../..", "2007", "mba"),
      Row("2007", "2004/..", "mw"), Row("2004/..", "2004/..", "mw"), Row("2003", "2004/..", "bB"),
      Row("2003/2004", "2004/..", "mb"), Row("2004/", "2004/..", "m"), Row("../2003", "../2003", "mw"),
      Row("2004", "../2003", "aA"), Row("2003/2004", "../2003", "ma"), Row("/2003", "../2003", "m"),
      Row("2007", "../..", "mw"), Row("/", "../..", "m"), Row("../..", "../..", "mw"),
      Row("2007", "/", "mba"), Row("/", "/", "mba"),
    ] as [Row])
  func `tells what may be from what certainly is`(row: Row) throws {
    let date = try EDTFDate(row.date).bounds
    let period = try EDTFDate(row.period).bounds
    let found =
      (date.mayFall(within: period) ? "m" : "") + (date.certainlyFalls(within: period) ? "w" : "")
      + (date.mayBeBefore(period) ? "b" : "") + (date.isCertainlyBefore(period) ? "B" : "")
      + (date.mayBeAfter(period) ? "a" : "") + (date.isCertainlyAfter(period) ? "A" : "")
    #expect(found == row.holds)
    #expect(date.canAgree(with: period) == period.canAgree(with: date))
  }
}
