import Testing
import Timeline

/// What holds for every date, over dates made from the grammar with a seed.
@Suite struct EDTFPropertyTests {
  /// As many as a debug build reads in a second or two; `Benchmarks/dates/fuzz.py` feeds a million to the program.
  private let count = 3_000

  private func made(_ seed: UInt64) -> [EDTF] {
    var grammar = Grammar(random: Seeded(seed))
    var dates: [EDTF] = []
    while dates.count < count {
      if let date = try? EDTF(grammar.date()) { dates.append(date) }
    }
    return dates
  }

  @Test func `reads back what it writes`() throws {
    for date in made(1) {
      let again = try EDTF(date.description)
      if again != date || again.description != date.description || again.hashValue != date.hashValue {
        Issue.record("\(date) comes back as \(again)")
      }
    }
  }

  @Test func `has ordered bounds and words without signs`() {
    for date in made(2) {
      if let first = date.bounds.earliest.day, let last = date.bounds.latest.day, last < first {
        Issue.record("\(date) ends before it begins")
      }
      let words = date.words
      if words.isEmpty || words.contains(where: { "/~%X[]{}".contains($0) }) || words.contains("  ") {
        Issue.record("\(date) is said as \(words)")
      }
      if date.short().isEmpty || date.short(ascii: true).utf8.contains(where: { $0 >= 0x80 }) {
        Issue.record("\(date) is shortened to \(date.short())")
      }
    }
  }

  @Test func `certainly means may`() {
    let dates = made(3)
    for (a, b) in zip(dates, dates.reversed()) {
      let (date, period) = (a.bounds, b.bounds)
      let fails =
        date.certainlyFalls(within: period) && !date.mayFall(within: period)
        || date.isCertainlyBefore(period) && !date.mayBeBefore(period)
        || date.isCertainlyAfter(period) && !date.mayBeAfter(period)
        || date.isCertainlyBefore(period) && date.mayFall(within: period)
        || date.isCertainlyBefore(period) != period.isCertainlyAfter(date)
      if fails { Issue.record("\(a) and \(b)") }
    }
  }

  @Test func `is in one total order that agrees with the bounds`() {
    let sorted = made(4).sorted { $0.key < $1.key }
    for (a, b) in zip(sorted, sorted.dropFirst()) {
      if b.key < a.key { Issue.record("\(a) and \(b) are out of order") }
      if let first = a.bounds.earliest.day, let second = b.bounds.earliest.day, second < first {
        Issue.record("\(a) begins after \(b)")
      }
    }
    for index in 0..<(sorted.count - 2) {
      let (a, b, c) = (sorted[index], sorted[(index * 7919) % sorted.count], sorted[(index * 104_729) % sorted.count])
      let isTotal = [a.key < b.key, b.key < a.key, a.key == b.key].filter { $0 }.count == 1
      let isTransitive = !(a.key < b.key && b.key < c.key) || a.key < c.key
      if !isTotal || !isTransitive { Issue.record("\(a), \(b), \(c)") }
    }
  }

  @Test func `gives a list the bounds of the whole date`() throws {
    for date in made(5) {
      var text = date.description
      let (span, precision) = try text.withUTF8 { try EDTF.span(utf8: $0) }
      if span != DaySpan(date.bounds) || precision != date.precision { Issue.record("\(date)") }
    }
  }

  @Test func `has a level that its canonical form does not exceed`() throws {
    for date in made(6) where try EDTF(date.description).level > date.level {
      Issue.record("\(date)")
    }
  }

  @Test func `never fails on arbitrary bytes`() {
    var random = Seeded(7)
    let alphabet = Array("0123456789--XYSET:Z?~%./[]{},+ \u{0}é".utf8)
    for round in 0..<50_000 {
      let length = Int.random(in: 0...24, using: &random)
      let bytes = (0..<length).map { _ in
        round % 4 == 0 ? UInt8.random(in: 0...255, using: &random) : alphabet.randomElement(using: &random)!
      }
      bytes.withUnsafeBufferPointer { bytes in
        do throws(EDTFError) {
          _ = try EDTF(utf8: bytes)
        } catch {
          if error.offset < 0 || error.offset > bytes.count { Issue.record("\(Array(bytes)): \(error)") }
        }
      }
    }
  }
}

/// Makes strings that are mostly dates, of every kind and level.
private struct Grammar {
  var random: Seeded

  private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random)! }
  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  private mutating func qualifier(_ percent: Int) -> String { chance(percent) ? pick(["?", "~", "%"]) : "" }

  private mutating func digits(_ number: Int, count: Int) -> String {
    let text = String(repeating: "0", count: count - "\(number)".count) + "\(number)"
    let percent = chance(30) ? 40 : 0
    return String(text.map { chance(percent) ? "X" : $0 })
  }

  mutating func date() -> String {
    switch number(0...9) {
    case 0...4: return single()
    case 5...6: return end() + "/" + end()
    case 7:
      return "\(number(1900...2020))-0\(number(1...9))-1\(number(0...9))T10:20:30" + pick(["", "Z", "+01", "-04:30"])
    default:
      let members = (0..<number(1...4)).map { _ in single() + (chance(20) ? ".." + single() : "") }
      let isAll = chance(50)
      let text = (chance(10) ? ".." : "") + members.joined(separator: ",") + (chance(10) ? ".." : "")
      return (isAll ? "{" : "[") + text + (isAll ? "}" : "]")
    }
  }

  private mutating func end() -> String { chance(15) ? ".." : chance(10) ? "" : single() }

  private mutating func single() -> String {
    if chance(10) {
      let exponent = chance(50) ? "E\(number(1...6))" : ""
      return "Y" + (chance(40) ? "-" : "") + "\(number(10_000...999_999))" + exponent
        + (chance(30) ? "S\(number(1...5))" : "") + qualifier(20)
    }
    let year = qualifier(10) + (chance(15) ? "-" : "") + digits(number(0...9999), count: 4)
    if chance(5) { return year + "S\(number(1...4))" + qualifier(20) }
    if chance(20) { return year + qualifier(20) }
    if chance(15) { return year + qualifier(5) + "-" + qualifier(10) + "\(number(21...41))" + qualifier(10) }
    let month = year + qualifier(8) + "-" + qualifier(8) + digits(number(1...12), count: 2) + qualifier(8)
    return chance(40) ? month : month + "-" + qualifier(8) + digits(number(1...31), count: 2) + qualifier(15)
  }
}
