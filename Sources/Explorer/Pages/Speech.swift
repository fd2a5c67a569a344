internal import EDTF
package import Timeline

/// The wording that all pages and the narrator share.
package enum Speech {
  /// "1 event", "2 events", "no events", "12,345 events".
  package static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    let noun = number == 1 ? one : many ?? one + "s"
    return number == 0 ? "no \(noun)" : "\(Wording.grouped(number)) \(noun)"
  }

  /// "1 to 3 and 5", of ascending numbers.
  package static func runs(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return Wording.list(
      runs.flatMap { run in
        run.count < 3 ? run.map(String.init) : ["\(run.lowerBound) to \(run.upperBound)"]
      })
  }

  /// Parts said one after another, each as a sentence; empty ones are left out.
  package static func sentences(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.map { $0.capitalised.sentence }.joined(separator: " ")
  }

  /// One event as a line of short sentences: "2004. Ms Kemal warns the council. Disputed. Haringey Council. 2
  /// citations."
  package static func event(_ event: Event, in chronology: Chronology, counted: Bool = false) -> String {
    self.event(
      EventHeading(event, isDisputed: chronology.isDisputed(event)), in: chronology,
      citations: counted ? event.citations.count : nil)
  }

  static func event(_ event: EventHeading, in chronology: Chronology, citations: Int? = nil) -> String {
    sentences([
      event.date.brief, event.title, event.isDisputed ? "Disputed" : "",
      event.agencies.first.map { chronology.agency($0)?.name ?? $0 } ?? "",
      citations.map { count($0, "citation") } ?? "",
    ])
  }

  /// A row of the list as spoken: "2004, Ms Kemal warns the council", followed by ", disputed, Haringey", which is
  /// never cut. The agency is left out if the row would be wider than a screen.
  static func row(
    _ event: EventHeading, in chronology: Chronology, mayMatch: Bool = false, isBrief: Bool = false, width: Int = .max
  ) -> (text: String, tail: String) {
    let text = "\(event.date.brief.capitalised), \(event.title)"
    var tail = event.isDisputed ? ", disputed" : ""
    if mayMatch { tail += ", may match" }
    let agency = event.agencies.first.map { ", " + (chronology.agency($0).map { $0.short ?? $0.name } ?? $0) } ?? ""
    return (text, !isBrief && CellWidth.of(text + tail + agency) <= width ? tail + agency : tail)
  }

  /// Said after an event that a condition on dates may match but need not.
  package static let possible = "Matches only if its uncertain date falls in the range."

  /// The number of such events: "8 match only if their uncertain date falls in the range."
  static func possible(_ count: Int) -> String {
    count == 1
      ? "1 matches" + possible.dropFirst(7)
      : "\(Wording.grouped(count)) match only if their uncertain date falls in the range."
  }

  /// A text without the signs that a voice stumbles over: "
  /// 28" becomes "paragraph 28", arrows become "to", and box drawing, blocks and shapes are left out.
  package static func plain(_ text: String) -> String {
    let text = Printable.line(text)
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = ""
    var isAfterParagraphSign = false
    for scalar in text.unicodeScalars {
      if isAfterParagraphSign, scalar != " " { result += " " }
      isAfterParagraphSign = false
      switch scalar {
      case "¶":
        result += "paragraph"
        isAfterParagraphSign = true
      case "\u{2190}"..."\u{21FF}": result += "to"
      case "\u{2500}"..."\u{25FF}", "\u{2800}"..."\u{28FF}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension String {
  /// Padded on the right to a number of columns; unchanged if wider.
  func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - CellWidth.of(self)))
  }

  /// Padded on the left to a number of columns.
  func padded(from columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - CellWidth.of(self))) + self
  }
}
