import EDTF
import TestSupport
internal import Timeline

/// Chronologies generated from a seed, small enough to be evaluated event by event.
enum Generated {
  static let words = [
    "council", "nurse", "letter", "Café", "reply", "visit", "cafes", "art", "inquiry", "straße", "a", "ward",
  ]
  static let agencies = [
    ("north", "North Borough Council", "NBC"), ("health", "Department of Health", "DoH"),
    ("ward", "Ward 7 Nurses", "W7"),
  ]
  static let people = [("a-clerk", "Ann Clerk"), ("b-letter", "Bob Letterman")]
  static let kinds = ["letter", "warning", "report"]
  static let dates = [
    "2004", "2004-02", "2004-02-11", "2005", "2005-06-30", "2003/2005", "2004-12/2005-01", "../2004", "2005/..",
    "2004/",
    "/2005", "/", "199X", "2004~", "[2004,2006]", "2006-21", "2004-02-11/2004-02-12",
  ]

  static func events(_ count: Int, _ random: inout SplitMix64) -> [Event] {
    func text(_ random: inout SplitMix64) -> String {
      (0..<Int.random(in: 1...6, using: &random)).map { _ in words.randomElement(using: &random)! }.joined(
        separator: " ")
    }
    func some<T>(_ from: [T], _ random: inout SplitMix64) -> [T] {
      from.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
    }
    return (0..<count).map { number in
      Event(
        id: "e\(number)", date: try! EDTFDate(dates.randomElement(using: &random)!), dating: Dating(basis: .stated),
        kind: kinds.randomElement(using: &random)!, title: text(&random), summary: text(&random),
        agencies: some(agencies.map(\.0), &random), people: some(people.map(\.0), &random))
    }
  }

  static func chronology(_ events: [Event]) -> Chronology {
    func list(_ ids: [String]) -> String { "[" + ids.map { "\"\($0)\"" }.joined(separator: ",") + "]" }
    let json = """
      {"title": "Generated",
       "agencies": [\(agencies.map { "{\"id\": \"\($0.0)\", \"name\": \"\($0.1)\", \"short\": \"\($0.2)\"}" }.joined(separator: ","))],
       "people": [\(people.map { "{\"id\": \"\($0.0)\", \"name\": \"\($0.1)\"}" }.joined(separator: ","))],
       "sources": [{"id": "post", "kind": "record", "title": "A record", "date": null}],
       "events": [\(events.map { event in
        """
        {"id": "\(event.id)", "date": "\(event.date)", "dating": {"basis": "stated"}, "kind": "\(event.kind)",
         "title": "\(event.title)", "summary": "\(event.summary)", "agencies": \(list(event.agencies)),
         "people": \(list(event.people)), "links": [], "citations": []}
        """
      }.joined(separator: ",\n"))]}
      """
    return Chronology.load(Bytes(json.utf8))
  }

  static func chronology(_ count: Int, seed: UInt64) -> Chronology {
    var random = SplitMix64(seed)
    return chronology(events(count, &random))
  }
}

/// A query with its expected answer, evaluated event by event from the definition.
indirect enum Asked {
  case word(String)
  case agency(String)
  case person(String)
  case kind(String)
  case date(Query.Field, String)
  case not(Asked)
  case all([Asked])
  case any([Asked])

  enum Answer: Int { case no, open, yes }

  var text: String {
    switch self {
    case .word(let word): word
    case .agency(let id): "agency:\(id)"
    case .person(let id): "person:\(id)"
    case .kind(let kind): "kind:\(kind)"
    case .date(let field, let date): "\(field.rawValue):\"\(date)\""
    case .not(let part): "-(\(part.text))"
    case .all(let parts): "(" + parts.map(\.text).joined(separator: " ") + ")"
    case .any(let parts): "(" + parts.map(\.text).joined(separator: " or ") + ")"
    }
  }

  func answer(_ event: Event) -> Answer {
    switch self {
    case .word(let word):
      let names =
        Generated.agencies.filter { event.agencies.contains($0.0) }.flatMap { [$0.1, $0.2] }
        + Generated.people.filter { event.people.contains($0.0) }.map(\.1)
      return ([event.title, event.summary, event.kind] + names).contains {
        Self.holds(Folding.string($0), Folding.string(word))
      }
        ? .yes : .no
    case .agency(let id): return event.agencies.contains(id) ? .yes : .no
    case .person(let id): return event.people.contains(id) ? .yes : .no
    case .kind(let kind): return event.kind == kind ? .yes : .no
    case .date(let field, let date):
      let bounds = event.date.bounds
      let period = try! EDTFDate(date).bounds
      if bounds.isUnknown { return .open }
      let (may, must) =
        switch field {
        case .before: (bounds.mayBeBefore(period), bounds.isCertainlyBefore(period))
        case .after: (bounds.mayBeAfter(period), bounds.isCertainlyAfter(period))
        case .within: (bounds.certainlyFalls(within: period), bounds.certainlyFalls(within: period))
        default: (bounds.mayFall(within: period), bounds.certainlyFalls(within: period))
        }
      return must ? .yes : may ? .open : .no
    case .not(let part): return Answer(rawValue: 2 - part.answer(event).rawValue)!
    case .all(let parts): return parts.map { $0.answer(event) }.min { $0.rawValue < $1.rawValue } ?? .yes
    case .any(let parts): return parts.map { $0.answer(event) }.max { $0.rawValue < $1.rawValue } ?? .no
    }
  }

  private static func holds(_ text: String, _ part: String) -> Bool {
    let text = Array(text.utf8)
    let part = Array(part.utf8)
    return part.count <= text.count
      && (0...text.count - part.count).contains { text[$0..<$0 + part.count] == part[...] }
  }

  static func random(_ depth: Int, _ random: inout SplitMix64) -> Asked {
    let parts = ["nur", "café", "CAFE", "rt", "letter", "strasse", "a", "council", "zzz", "n b", "w"]
    switch Int.random(in: 0..<(depth > 0 ? 11 : 7), using: &random) {
    case 0, 1: return .word(parts.randomElement(using: &random)!.split(separator: " ").joined(separator: ""))
    case 2: return .agency(Generated.agencies.randomElement(using: &random)!.0)
    case 3: return .person(Generated.people.randomElement(using: &random)!.0)
    case 4: return .kind(Generated.kinds.randomElement(using: &random)!)
    case 5, 6:
      let field: Query.Field = [.date, .within, .before, .after].randomElement(using: &random)!
      var periods = ["2004", "2004-02", "2005-01-31", "2003/2004", "/2005", "2004/"]
      if field != .before { periods.append("../2004") }
      if field != .after { periods.append("2005/..") }
      return .date(field, periods.randomElement(using: &random)!)
    case 7: return .not(.random(depth - 1, &random))
    case 8, 9: return .all((0..<Int.random(in: 1...3, using: &random)).map { _ in .random(depth - 1, &random) })
    default: return .any((0..<Int.random(in: 1...3, using: &random)).map { _ in .random(depth - 1, &random) })
    }
  }
}
