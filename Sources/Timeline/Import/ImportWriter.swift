internal import EDTF

/// Makes a chronology of imported events, as JSON that a `Loader` reads like any other.
final class ImportWriter {
  private var agencies = NameTable(noun: "agency")
  private var people = NameTable(noun: "person")
  private var sources = NameTable(noun: "source")
  private var ids = UniqueIDs()
  private var moments = Counts()
  private var pieces: [[UInt8]] = []
  private lazy var sink = ByteSink { [unowned self] piece in
    pieces.append(Array(piece))
    return true
  }
  private var json = JSONWriter()
  private var isFirst = true
  /// For each event, the line of its file on which it begins.
  private(set) var lines: [UInt32] = []
  /// Whether there is more than one file, in which case generated event ids begin with the file's id.
  var hasSeveralFiles = false

  /// The id of the source that represents a file.
  func file(_ name: String) -> String { sources.id(of: name) }

  /// - Parameters:
  ///   - width: the number of digits that references are padded to, so that ids sort like numbers.
  ///   - source: the id of the source that represents the file.
  func add(_ event: ImportedEvent, line: Int, width: Int, from source: String) {
    let isDated = !event.date.bounds.isUnknown
    let stance = isDated ? Citation.Stance.states : .silent
    var citations = [
      Citation(source: source, paragraph: nil, fact: .states, date: stance, line: line, row: line - event.rowOffset)
    ]
    for named in event.sources {
      citations.append(
        Citation(source: sources.id(of: named.title), paragraph: nil, fact: .states, date: stance, note: named.place))
    }
    let made = Event(
      id: id(of: event, width: width, source), date: event.date, dating: event.dating,
      kind: event.kind.flatMap { $0.isEmpty ? nil : $0 } ?? "event", title: event.title, summary: event.summary,
      agencies: event.agencies.map { agencies.id(of: $0) }.uniqued,
      people: event.people.map { people.id(of: $0) }.uniqued,
      citations: citations, reading: event.reading)
    lines.append(UInt32(clamping: line))
    if !isFirst { sink.text(",\n") }
    isFirst = false
    json.clear()
    json.event(made)
    json.withBytes { sink.bytes($0) }
  }

  /// The record's own reference if usable as an id; else made from its content, so that it stays the same when records
  /// are added elsewhere: date, time of day, number among the events of that date or time, and title. Events of one date
  /// are sorted by id, so these are in the order of their times, then of the file.
  private func id(of event: ImportedEvent, width: Int, _ source: String) -> String {
    let file = hasSeveralFiles ? "\(source)-" : ""
    if let reference = event.reference.map({ Slug.make($0) }), !reference.isEmpty {
      let isNumber = reference.utf8.allSatisfy { $0 &- 48 < 10 }
      if !isNumber { return ids.take(reference) }
      return ids.take("\(file)ref-\(String(repeating: "0", count: max(0, width - reference.utf8.count)))\(reference)")
    }
    var moment = file + (event.date.bounds.isUnknown ? "undated" : Slug.make(event.date.description))
    if event.date.precision == .time, let time = event.time {
      moment = "\(file)\(Slug.make(String(event.date.description.prefix { $0 != "T" })))-\(time)"
    }
    let title = Slug.make(event.title, to: 40)
    return ids.take("\(moment)-\(moments.next(moment))\(title.isEmpty ? "" : "-\(title)")")
  }

  /// Passes the chronology on in pieces, releasing each.
  /// - Parameter take: returns false to stop.
  func finish(title: String, description: String?, _ take: (UnsafeRawBufferPointer) -> Bool) {
    var head = JSONWriter()
    head.object { writer in
      writer.field("title", title)
      if let description { writer.field("description", description) }
      writer.field("agencies") { $0.array(agencies.entries) { $0.agency(Agency(id: $1.id, name: $1.name)) } }
      writer.field("people") { $0.array(people.entries) { $0.person(Person(id: $1.id, name: $1.name)) } }
      writer.field("sources") { writer in
        writer.array(sources.entries) { $0.source(Source(id: $1.id, kind: .record, title: $1.name)) }
      }
    }
    sink.flush()
    let opening = head.text.dropLast() + ", \"events\": [\n"
    if !Array(opening.utf8).withUnsafeBytes(take) { return }
    for index in pieces.indices {
      if !pieces[index].withUnsafeBytes(take) { return }
      // Release the piece at once: the receiver's copy of the next one may need the memory.
      pieces[index] = []
    }
    _ = Array("\n]}\n".utf8).withUnsafeBytes(take)
  }
}

extension Citation {
  /// A citation of an imported file.
  /// - Parameter row: the number of the row, which is less than the line if earlier cells have line breaks.
  fileprivate init(source: String, paragraph: Int?, fact: Stance, date: Stance, line: Int, row: Int) {
    self.init(
      source: source, paragraph: paragraph, fact: fact, date: date,
      note: row == line ? "line \(line)" : "row \(row) (line \(line))")
  }

  /// Whether it says on which line of an imported file the event was, and nothing else.
  var isOfLine: Bool {
    guard paragraph == nil, gives == nil, speaker == nil, let note else { return false }
    let words = note.split(separator: " ").map { $0.filter { $0 != "(" && $0 != ")" } }
    let names = stride(from: 0, to: words.count, by: 2).map { words[$0] }
    let numbers = stride(from: 1, to: words.count, by: 2).map { words[$0] }
    return (names == ["line"] || names == ["row", "line"]) && numbers.count == names.count
      && numbers.allSatisfy { Int($0) != nil }
  }
}

/// Assigns ids to names, in order of first appearance. Names that differ only in case, or in the full stop of “Dr.” or
/// an initial, share an id.
private struct NameTable {
  let noun: String
  private(set) var entries: [(id: String, name: String)] = []
  private var known: [String: Int] = [:]
  private var ids = UniqueIDs()

  init(noun: String) { self.noun = noun }

  mutating func id(of name: String) -> String {
    if let number = known[name] { return entries[number].id }
    let key = name.lowercased().filter { $0 != "." }
    if let number = known[key] {
      known[name] = number
      return entries[number].id
    }
    let slug = Slug.make(name)
    let id = ids.take(slug.isEmpty ? "\(noun)-\(entries.count + 1)" : slug)
    known[name] = entries.count
    known[key] = entries.count
    entries.append((id, name))
    return id
  }
}

/// Assigns unique ids.
private struct UniqueIDs {
  private var taken = IdentifierTable()
  /// For each id, the number last appended to make it unique.
  private var repeats: [String: Int] = [:]

  mutating func take(_ id: String) -> String {
    if taken.insert(id) != nil { return id }
    while true {
      let number = repeats[id, default: 1] + 1
      repeats[id] = number
      if taken.insert("\(id)-\(number)") != nil { return "\(id)-\(number)" }
    }
  }
}

/// Numbers the events of each date, or of each time.
private struct Counts {
  private var known = IdentifierTable()
  private var counts: [UInt32] = []

  /// The next number, behind a letter that stands for how many digits it has, so that it sorts like a number and is no
  /// part of a date: `a1` to `a9`, `b10` to `b99`, `c100`.
  mutating func next(_ moment: String) -> String {
    if known.insert(moment) != nil { counts.append(0) }
    guard let index = known.number(of: moment) else { return "" }
    counts[index] += 1
    let digits = String(counts[index])
    return String(UnicodeScalar(UInt8(ascii: "a") + UInt8(digits.utf8.count - 1))) + digits
  }
}

/// A readable id: lower-case letters, digits and hyphens.
enum Slug {
  /// - Parameter longest: in bytes. A word that goes beyond is left out, unless it is the first.
  static func make(_ text: String, to longest: Int = 60) -> String {
    var slug: [UInt8] = []
    for byte in Folding.bytes(text) {
      let isSign = byte &- 48 < 10 || byte &- UInt8(ascii: "a") < 26
      if slug.count == longest {
        if isSign, let end = slug.lastIndex(of: UInt8(ascii: "-")) { slug.removeSubrange(end...) }
        break
      }
      if isSign {
        slug.append(byte)
      } else if let last = slug.last, last != UInt8(ascii: "-") {
        slug.append(UInt8(ascii: "-"))
      }
    }
    while slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }
}
