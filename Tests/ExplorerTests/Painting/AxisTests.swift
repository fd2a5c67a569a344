import EDTF
internal import Explorer
import TestSupport
internal import Testing
internal import Timeline

struct AxisTests {
  private static func day(_ year: Int, _ month: Int = 1, _ day: Int = 1) -> Day {
    Day(year: year, month: month, day: day)!
  }

  @Test(
    arguments: [
      (
        2000, 2011, 80,
        ["2000", "2001", "2002", "2003", "2004", "2005", "2006", "2007", "2008", "2009", "2010", "2011"]
      ),
      (2000, 2011, 40, ["2000", "2002", "2004", "2006", "2008", "2010"]),
      (2000, 2011, 20, ["2000", "2005", "2010"]),
      // 2000 begins in column 78, where there is no room for it.
      (1066, 2020, 80, ["1100", "1200", "1300", "1400", "1500", "1600", "1700", "1800", "1900"]),
      (-3, 4, 80, ["4 BC", "3 BC", "2 BC", "1 BC", "AD 1", "AD 2", "AD 3", "AD 4"]),
    ] as [(Int, Int, Int, [String])])
  func `labels as many years as fit, on round numbers`(first: Int, last: Int, width: Int, labels: [String]) {
    #expect(Axis(Self.day(first)...Self.day(last), width: width).labels.map(\.text) == labels)
  }

  @Test func `a short span is labelled by months and begins with the first`() {
    let axis = Axis(Self.day(2007, 11, 5)...Self.day(2008, 2, 20), width: 40)
    #expect(axis.days == Self.day(2007, 11)...Self.day(2008, 2, 29))
    #expect(axis.labels.map(\.text) == ["Nov", "Dec", "2008", "Feb"])
  }

  @Test(arguments: [1, 3, 20, 80, 131, 300])
  func `a column begins with the first of its days, and labels never touch`(width: Int) {
    var random = SplitMix64(7)
    for _ in 0..<50 {
      let start = Int.random(in: -2_000_000...2_000_000, using: &random)
      let length = Int.random(in: 0...5_000_000, using: &random) >> Int.random(in: 0...20, using: &random)
      let axis = Axis(Day(number: start)...Day(number: start + length), width: width)
      for column in 0..<width where axis.firstDay(of: column) < axis.firstDay(of: column + 1) {
        #expect(axis.column(of: Day(number: axis.firstDay(of: column))) == column)
        #expect(axis.column(of: Day(number: axis.firstDay(of: column + 1) - 1)) == column)
      }
      for (label, next) in zip(axis.labels, axis.labels.dropFirst()) {
        #expect(label.column + label.text.count < next.column)
      }
    }
  }

  @Test func `the longest span there is does not trap`() {
    let days = Day(number: Int(Int32.min) + 2)...Day(number: Int(Int32.max) - 1)
    let axis = Axis(days, width: 300)
    #expect(axis.column(of: days.lowerBound) == 0)
    #expect(axis.labels.count > 2)
  }
}
