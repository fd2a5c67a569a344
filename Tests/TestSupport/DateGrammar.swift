/// Generates strings of every kind and level, most of which are dates.
package struct DateGrammar {
  private var random: SplitMix64

  package init(_ random: SplitMix64) { self.random = random }

  private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random)! }
  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  private mutating func qualifier(_ percent: Int) -> String { chance(percent) ? pick(["?", "~", "%"]) : "" }

  private mutating func digits(_ number: Int, count: Int) -> String {
    let text = String(repeating: "0", count: count - "\(number)".count) + "\(number)"
    let percent = chance(30) ? 40 : 0
    return String(text.map { chance(percent) ? "X" : $0 })
  }

  package mutating func date() -> String {
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
