package import Timeline

/// Small words that every front end uses alike.
package enum Wording {
  /// "1 event", "57 events".
  package static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  package static func events(_ number: Int) -> String { count(number, "event") }

  /// "a", "a and b", "a, b and c".
  package static func list(_ words: [String], _ last: String = "and") -> String {
    guard words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) " + words[words.count - 1]
  }

  /// The first and last year in which a dated event falls; nil without one. O(1).
  package static func years(of chronology: Chronology) -> (first: Int, last: Int)? {
    guard let days = dayRange(of: chronology) else { return nil }
    return (Day(number: days.first).year, Day(number: days.last).year)
  }

  /// The earliest day of the first dated event and of the last. Open and unknown ends do not count. O(log n).
  package static func dayRange(of chronology: Chronology) -> (first: Int, last: Int)? {
    let first = chronology.firstPosition(onOrAfter: DaySpan.openStart + 1)
    let end = chronology.firstPosition(onOrAfter: .max)
    guard first < end else { return nil }
    return (Int(chronology.span(at: first).earliest), Int(chronology.span(at: end - 1).earliest))
  }
}
