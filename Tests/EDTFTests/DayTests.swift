import EDTF
import Testing

@Suite struct DayTests {
  @Test(
    arguments: [
      (1970, 1, 1, 0), (1970, 1, 2, 1), (1969, 12, 31, -1), (2000, 3, 1, 11_017), (2000, 2, 29, 11_016),
      (1600, 1, 1, -135_140), (0, 1, 1, -719_528), (-1, 12, 31, -719_529), (1, 1, 1, -719_162), (2038, 1, 19, 24_855),
    ] as [(Int, Int, Int, Int)])
  func `counts days from the start of 1970`(year: Int, month: Int, day: Int, number: Int) throws {
    let date = try #require(Day(year: year, month: month, day: day))
    #expect(date.number == number)
    #expect(date.civil == (year, month, day))
  }

  @Test func `gives back every day of eight centuries`() {
    var number = Day(year: -400, month: 1, day: 1)!.number
    for year in -400..<400 {
      for month in 1...12 {
        for day in 1...Day.count(month: month, year: year) {
          let date = Day(year: year, month: month, day: day)
          if date?.number != number || date?.civil ?? (0, 0, 0) != (year, month, day) {
            Issue.record("\(year)-\(month)-\(day) is \(date?.number ?? 0), not \(number)")
          }
          number += 1
        }
      }
    }
  }

  @Test(
    arguments: [
      (2007, 2, 29), (1900, 2, 29), (-1, 2, 29), (2007, 0, 1), (2007, 13, 1), (2007, 1, 0), (2007, 4, 31),
      (1_000_000_000_000_000, 1, 1), (.max, 1, 1), (.min, 1, 1), (2007, .min, 1), (2007, 1, .max),
    ] as [(Int, Int, Int)])
  func `has no day that the calendar has not`(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test func `keeps its last and first days when asked for later and earlier ones`() throws {
    let last = try #require(Day(year: Day.lastYear, month: 12, day: 31))
    #expect(Day(number: .max) == last)
    #expect(last.civil == (Day.lastYear, 12, 31))
    #expect(Day(number: .min).civil == (-Day.lastYear, 1, 1))
  }

  @Test(arguments: [(2009, 3, 12, 3), (1970, 1, 1, 3), (1969, 12, 29, 0), (2000, 2, 29, 1), (1600, 1, 1, 5)])
  func `knows its weekday, Monday being 0`(year: Int, month: Int, day: Int, weekday: Int) {
    #expect(Day(year: year, month: month, day: day)?.weekday == weekday)
  }

  @Test(
    arguments: [
      (2007, "2007-02-01"), (44, "0044-02-01"), (0, "0000-02-01"), (-43, "-0043-02-01"),
      (170_000_002, "170000002-02-01"), (-170_000_002, "-170000002-02-01"),
    ] as [(Int, String)])
  func `is written with at least four digits of the year`(year: Int, text: String) {
    #expect(Day(year: year, month: 2, day: 1)?.description == text)
  }
}
