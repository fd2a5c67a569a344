/// A date, an interval or a set of dates as the Library of Congress writes them (EDTF, 4 February 2019).
package struct EDTF: Hashable, Sendable, CustomStringConvertible {
  package let description: String
  package let bounds: Bounds
  package init(_ text: String) throws(EDTFError) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard let year = parts.first, let first = Day(year: year, month: parts.count > 1 ? parts[1] : 1, day: parts.count > 2 ? parts[2] : 1),
      let last = Day(year: year, month: parts.count > 1 ? parts[1] : 12, day: parts.count > 2 ? parts[2] : 28)
    else { throw EDTFError(reason: "not a date", offset: 0) }
    description = text
    bounds = Bounds(earliest: .day(first), latest: .day(last))
  }
  package var words: String { description }
  package var short: String { description }
  package var isUncertain: Bool { false }
  package var isApproximate: Bool { false }
}

package struct EDTFError: Error, Equatable {
  package var reason: String
  package var offset: Int
}

package struct Bounds: Hashable, Sendable {
  package var earliest: Bound
  package var latest: Bound
}

package enum Bound: Hashable, Sendable { case day(Day), open, unknown }

package struct Day: Hashable, Comparable, Sendable {
  package let number: Int
  package init?(year: Int, month: Int, day: Int) { number = year * 372 + month * 31 + day }
  package static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}
