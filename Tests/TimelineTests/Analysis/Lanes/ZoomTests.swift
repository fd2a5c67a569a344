import EDTF
internal import Testing
internal import Timeline

struct ZoomTests {
  @Test(
    arguments: [
      (.days, (1970, 1, 1), 0, "1 Jan 1970", "1 January 1970"),
      (.days, (1969, 12, 31), -1, "31 Dec 1969", "31 December 1969"),
      (.months, (2007, 2, 28), 24085, "Feb 2007", "February 2007"),
      (.quarters, (2007, 3, 31), 8028, "Q1 2007", "the first quarter of 2007"),
      (.quarters, (2007, 12, 1), 8031, "Q4 2007", "the fourth quarter of 2007"),
      (.years, (2007, 7, 1), 2007, "2007", "2007"), (.decades, (2009, 12, 31), 200, "2000s", "the 2000s"),
      (.years, (-1, 5, 5), -1, "2 BC", "2 BC"), (.decades, (-1, 12, 31), -1, "-10s", "the ten years from 11 BC"),
      (.quarters, (-1, 12, 31), -1, "Q4 2 BC", "the fourth quarter of 2 BC"),
    ] as [(Zoom, (Int, Int, Int), Int, String, String)])
  func `a day stands in its column`(zoom: Zoom, day: (Int, Int, Int), column: Int, label: String, words: String) {
    #expect(zoom.column(of: Day(year: day.0, month: day.1, day: day.2)!) == column)
    #expect(zoom.label(of: column) == label)
    #expect(zoom.words(of: column) == words)
  }

  @Test(arguments: Zoom.allCases) func `columns follow one another without a day between them`(zoom: Zoom) {
    for column in -30..<30 {
      #expect(zoom.lastDay(of: column).number + 1 == zoom.firstDay(of: column + 1).number)
      #expect(zoom.column(of: zoom.firstDay(of: column)) == column)
      #expect(zoom.column(of: zoom.lastDay(of: column)) == column)
    }
  }

  @Test(arguments: Zoom.allCases) func `far columns stay within the calendar`(zoom: Zoom) {
    for column in [Int.min, Int.min + 1, Int.max - 1] { _ = zoom.firstDay(of: column) }
    _ = zoom.lastDay(of: .max)
    _ = zoom.label(of: .max)
    _ = zoom.words(of: .max)
  }

  @Test func `steps nearer and farther and stops at the ends`() {
    #expect(Zoom.months.wider == .quarters)
    #expect(Zoom.months.closer == .days)
    #expect(Zoom.days.closer == .days)
    #expect(Zoom.decades.wider == .decades)
  }
}
