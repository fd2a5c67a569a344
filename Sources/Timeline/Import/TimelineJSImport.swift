internal import EDTF

/// TimelineJS's JSON, version 2 or 3, alone or wrapped in a script.
/// <https://timeline.knightlab.com/docs/json-format.html>
struct TimelineJSImport: ImportReader {
  mutating func read(into run: ImportRun) {
    var cursor = JSONCursor(run.bytes)
    let padding = Self.padding(of: run.bytes)
    cursor.position = padding ?? 0
    do throws(JSONFault) {
      let tree = try JSONTree(&cursor)
      cursor.skipSpace()
      if padding == nil, cursor.peek != nil { throw cursor.fault(.textAfterEnd) }
      let root = JSONObject(tree, 0)
      if let timeline = root["timeline"] {
        readSecond(timeline, into: run)
      } else {
        readThird(root, into: run)
      }
    } catch {
      run.fault(ImportFault(offset: error.offset, path: "$", message: error.message, remedy: error.remedy))
    }
  }

  /// The offset of the object in a script that assigns it or passes it to a function; nil for anything else.
  static func padding(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let brace = bytes.prefix(200).firstIndex(of: UInt8(ascii: "{")), brace > 0 else { return nil }
    let before = String(decoding: bytes[..<brace], as: UTF8.self).filter { !$0.isWhitespace }
    let name = before.dropLast()
    guard before.last == "=" || before.last == "(", name.contains(where: \.isLetter),
      name.allSatisfy({ $0.isLetter || $0.isNumber || "_$.".contains($0) })
    else { return nil }
    return brace
  }

  // MARK: Version 3

  private func readThird(_ root: JSONObject, into run: ImportRun) {
    let isCosmological = root.text("scale") == "cosmological"
    if let title = root["title"] {
      run.record(at: title.offset) {
        let text = title["text"]
        run.title = text.map { PlainHTML.text($0.text("headline")) }.flatMap { $0.isEmpty ? nil : $0 }
        run.description.append(text.map { PlainHTML.text($0.text("text")) } ?? "")
        return .note("the title slide gives the title")
      }
    }
    for (name, kind) in [("events", nil), ("eras", "era")] {
      for (number, slide) in root.list(name).enumerated() {
        run.record(at: slide.offset) { () throws(ImportFault) in
          .event(try event(slide, kind, isCosmological, path: "$.\(name)[\(number)]"))
        }
      }
    }
  }

  private func event(
    _ slide: JSONObject, _ kind: String?, _ isCosmological: Bool, path: String
  ) throws(ImportFault) -> ImportedEvent {
    func date(_ field: String) throws(ImportFault) -> ImportedDate? {
      guard let date = slide[field], !date.isEmpty else { return nil }
      let parts = ["year", "month", "day"].map(date.text)
      guard let read = TimelineDate(year: parts[0], month: parts[1], day: parts[2], isCosmological: isCosmological)
      else {
        throw ImportFault(
          offset: date.offset, path: "\(path).\(field)",
          message: "\(quoted(parts.joined(separator: " ").trimmed)) is not a year, month and day.",
          remedy: "Write year, month and day as numbers.")
      }
      let clock = ["hour", "minute", "second"].map(date.text).prefix { !$0.isEmpty }
      let time = clock.isEmpty ? nil : ClockTime(Self.clock(Array(clock)))
      return ImportedDate(date: read.edtf).with(time)
    }
    let start = try date("start_date")
    let end = try date("end_date")
    guard start != nil else {
      throw ImportFault(
        offset: slide.offset, path: "\(path).start_date", message: "There is no start_date.",
        remedy: "Give the slide a start_date with a year.")
    }
    var (event, when) = try Self.event(slide, from: start, to: end, path: path)
    let text = slide["text"]
    event.kind = kind
    event.reference = slide.text("unique_id")
    event.agencies = [PlainHTML.text(slide.text("group"))].filter { !$0.isEmpty }
    if let date = try? EDTFDate(slide.text("edtf")) {
      let paragraphs = (text?.text("text") ?? "").split(separator: "</p>").map { PlainHTML.text(String($0)) }
      if event.takeOwn(paragraphs) {
        event.date = date
        event.title = PlainHTML.text(text?.text("headline") ?? "")
        if !event.title.isEmpty { return event }
      }
    }
    Self.describe(
      &event, headline: text?.text("headline") ?? "", text: text?.text("text") ?? "", media: slide["media"])
    event.addRemainder(of: when)
    let moment = slide["start_date"]
    for shown in [slide.text("display_date"), moment?.text("display_date"), moment?.text("display_text")] {
      let words = PlainHTML.text(shown ?? "")
      if words != event.date.words { event.add("Date shown", words) }
    }
    if let media = slide["media"] { Self.add(media, "url", to: &event) }
    return event
  }

  /// Hours, minutes and seconds as TimelineJS writes them: numbers that need not be padded.
  private static func clock(_ parts: [String]) -> String {
    let numbers = parts.map { $0.utf8.count == 1 ? "0\($0)" : $0 }
    return (numbers.count == 1 ? numbers + ["00"] : numbers).joined(separator: ":")
  }

  // MARK: Version 2

  private func readSecond(_ timeline: JSONObject, into run: ImportRun) {
    run.title = PlainHTML.text(timeline.text("headline"))
    run.description.append(PlainHTML.text(timeline.text("text")))
    for (name, kind) in [("date", nil), ("era", "era")] {
      for (number, slide) in timeline.list(name).enumerated() {
        run.record(at: slide.offset) { () throws(ImportFault) in
          .event(try secondEvent(slide, kind, path: "$.timeline.\(name)[\(number)]"))
        }
      }
    }
  }

  private func secondEvent(_ slide: JSONObject, _ kind: String?, path: String) throws(ImportFault) -> ImportedEvent {
    func date(_ field: String) throws(ImportFault) -> ImportedDate? {
      let text = slide.text(field)
      if text.isEmpty { return nil }
      if let date = Self.date(text) { return date }
      throw ImportFault(
        offset: slide.offset, path: "\(path).\(field)", message: "\(quoted(text)) is not a date of TimelineJS 2.",
        remedy: "Write year, month and day with commas between them: 2009,3,12.")
    }
    let start = try date("startDate")
    let end = try date("endDate")
    guard start != nil else {
      throw ImportFault(
        offset: slide.offset, path: "\(path).startDate", message: "There is no startDate.",
        remedy: "Give the slide a startDate: 2009,3,12.")
    }
    var (event, when) = try Self.event(slide, from: start, to: end, path: path)
    Self.describe(&event, headline: slide.text("headline"), text: slide.text("text"), media: slide["asset"])
    event.addRemainder(of: when)
    event.kind = kind
    event.agencies = [PlainHTML.text(slide.text("tag"))].filter { !$0.isEmpty }
    if let asset = slide["asset"] { Self.add(asset, "media", to: &event) }
    return event
  }

  /// `2011,12,10`, `2011-12-10`, or month first if separated by slashes, as TimelineJS 2 itself reads it.
  private static func date(_ text: String) -> ImportedDate? {
    var parts = text.split { ", /-T".contains($0) }.map(String.init)
    var clock: [String] = []
    if let index = parts.firstIndex(where: { $0.contains(":") }) {
      clock = [parts[index]]
      parts = Array(parts[..<index])
    } else if parts.count > 3 {
      clock = [Self.clock(Array(parts[3...].prefix(3)))]
      parts = Array(parts[..<3])
    }
    if text.hasPrefix("-"), !parts.isEmpty { parts[0] = "-" + parts[0] }
    if text.contains("/") {
      guard parts.count == 3 else { return nil }
      parts = [parts[2], parts[0], parts[1]]
    }
    guard let year = parts.first else { return nil }
    let date = TimelineDate(
      year: year, month: parts.count > 1 ? parts[1] : "", day: parts.count > 2 ? parts[2] : "")
    return date.map { ImportedDate(date: $0.edtf).with(clock.first.flatMap { ClockTime($0) }) }
  }

  // MARK: Both

  private static func event(
    _ slide: JSONObject, from start: ImportedDate?, to end: ImportedDate?, path: String
  ) throws(ImportFault) -> (ImportedEvent, ImportedDate) {
    do {
      let date = try ImportedDate.span(from: start, to: end) ?? .unknown
      var event = ImportedEvent(offset: slide.offset, date: date.date, title: "")
      event.time = date.time?.sorting
      return (event, date)
    } catch {
      throw ImportFault(
        offset: slide.offset, path: path, message: error.reason.capitalised.sentence,
        remedy: "Correct one of the two dates.")
    }
  }

  /// A slide without words of its own is called by the caption of what it shows.
  private static func describe(_ event: inout ImportedEvent, headline: String, text: String, media: JSONObject?) {
    let headline = PlainHTML.text(headline)
    let text = PlainHTML.text(text)
    let caption = headline.isEmpty && text.isEmpty ? PlainHTML.text(media?.text("caption") ?? "") : ""
    let (title, rest) = ImportedText.split([headline, text, caption].first { !$0.isEmpty } ?? "")
    if !headline.isEmpty, headline.utf8.count <= ImportedText.longestTitle {
      event.title = headline
    } else {
      event.title = title.isEmpty ? "(no text)" : title
      event.add(rest)
    }
    if !headline.isEmpty { event.add(text) }
  }

  private static func add(_ media: JSONObject, _ address: String, to event: inout ImportedEvent) {
    event.add("Media", PlainHTML.text(media.text(address)))
    let caption = PlainHTML.text(media.text("caption"))
    if caption != event.title { event.add(caption) }
    event.add("Credit", PlainHTML.text(media.text("credit")))
  }
}

/// An object of a tree, with its fields by name.
private struct JSONObject {
  private let tree: JSONTree
  private let node: JSONTree.Node
  private var fields: [String: JSONTree.Node] = [:]

  init(_ tree: JSONTree, _ node: JSONTree.Node) {
    self.tree = tree
    self.node = node
    guard tree.kind(node) == .object else { return }
    var name: String?
    for child in tree.children(node) {
      if let field = name {
        fields[field] = child
        name = nil
      } else {
        name = tree.string(child)
      }
    }
  }

  var offset: Int { tree.offset(node) }
  var isEmpty: Bool { fields.isEmpty }

  /// The object in a field; nil if there is none.
  subscript(name: String) -> JSONObject? {
    fields[name].flatMap { tree.kind($0) == .object ? JSONObject(tree, $0) : nil }
  }

  /// The objects in a list; any other value counts as an object without fields.
  func list(_ name: String) -> [JSONObject] {
    guard let list = fields[name], tree.kind(list) == .array else { return [] }
    return tree.children(list).map { JSONObject(tree, $0) }
  }

  /// A string, or a number as written; empty if there is neither.
  func text(_ name: String) -> String {
    guard let field = fields[name] else { return "" }
    switch tree.kind(field) {
    case .string: return tree.string(field).map { ImportedText.line($0) } ?? ""
    case .number: return tree.text(field)
    default: return ""
    }
  }
}
