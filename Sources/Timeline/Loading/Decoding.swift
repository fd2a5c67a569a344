internal import EDTF

/// Extracts values from a JSON tree, records what is wrong with them, and continues.
///
/// An optional field may also be null. No text returned from here contains a control character.
struct Decoding {
  let tree: JSONTree
  private(set) var faults: Faults
  /// The path from the root of the file to the value being decoded.
  private var path: JSONPath
  /// What is being decoded, such as `the event "council-warned"`, so that a finding can name it.
  private var subject: String?
  /// The offsets in the file of the targets of an event's links, at their opening quotes.
  var linkTargets: [Int] = []
  /// Which of `faults` are links to events that do not exist.
  var danglingLinks: [Int] = []

  /// - Parameter room: how many faults are worded; the rest are only counted.
  init(_ tree: JSONTree, at path: JSONPath, room: Int = 0) {
    self.tree = tree
    self.path = path
    faults = Faults(room: room)
  }

  // MARK: Faults

  mutating func fault(
    _ message: String, at node: JSONTree.Node, _ step: JSONPath.Step? = nil, remedy: String?,
    severity: Finding.Severity = .error, offset: Int? = nil
  ) {
    faults.append(
      Fault(
        severity: severity, offset: offset ?? tree.offset(node),
        path: (step.map { path.appending($0) } ?? path).description, message: message, remedy: remedy))
  }

  /// Counts a fault without wording it once the limit is reached: wording a million would be slow.
  mutating func isPassed() -> Bool {
    if faults.room > 0 { return false }
    faults.pass(1)
    return true
  }

  /// Decodes a value one level deeper.
  mutating func inside<Value>(_ step: JSONPath.Step, _ body: (inout Decoding) -> Value) -> Value {
    path.steps.append(step)
    defer { path.steps.removeLast() }
    return body(&self)
  }

  private mutating func wrongType(_ node: JSONTree.Node, _ step: JSONPath.Step, wanted: String) {
    if isPassed() { return }
    fault(
      "This should be \(wanted); it is \(tree.kind(node).words).", at: node, step, remedy: "Write \(wanted) here.")
  }

  // MARK: Objects

  /// The fields of an object by name, without those that are null. Unknown and repeated names are faults.
  mutating func fields<Name: FieldName>(of node: JSONTree.Node, as: Name.Type) -> Fields<Name>? {
    guard tree.kind(node) == .object else {
      fault("This should be an object; it is \(tree.kind(node).words).", at: node, remedy: "Write {…} here.")
      return nil
    }
    var fields = Fields<Name>(node: node)
    var children = tree.children(node)
    while let key = children.next(), let value = children.next() {
      let text = tree.string(key) ?? ""
      guard let name = Name(rawValue: text) else {
        if isPassed() { continue }
        fault(
          "There is no field \(quoted(text)) here.", at: key, .field(text),
          remedy: unknownField(text, among: Name.allCases.map(\.rawValue)), severity: .warning)
        continue
      }
      guard fields.add(name, tree.kind(value) == .null ? nil : value) else {
        if isPassed() { continue }
        fault(
          "The field \(quoted(text)) is repeated here.", at: key, .field(text),
          remedy: "Keep one of them; the first is used.")
        continue
      }
    }
    return fields
  }

  mutating func missing<Name: FieldName>(_ name: Name, in fields: Fields<Name>) {
    if isPassed() { return }
    let place = subject.map { " in \($0)" } ?? ""
    fault(
      "The field \(quoted(name.rawValue)) is missing\(place).", at: fields.node, .field(name.rawValue),
      remedy: "\(name.remedy) The line to add: \"\(name.rawValue)\": \(name.example),")
  }

  /// Makes further findings name the object with these fields by its id, or else by its title.
  mutating func begin<Name: FieldName>(_ noun: String, _ fields: Fields<Name>, named names: Name?...) {
    let name = names.compactMap { $0.flatMap { fields[$0] }.flatMap(tree.string) }.first { !$0.isEmpty }
    subject = name.map { "the \(noun) \(quoted($0))" }
  }

  // MARK: Values of fields

  mutating func text<Name: FieldName>(_ name: Name, in fields: Fields<Name>) -> String? {
    guard let node = fields[name] else { return nil }
    return text(node, .field(name.rawValue))
  }

  /// A text that must be present and not blank.
  mutating func requiredText<Name: FieldName>(_ name: Name, in fields: Fields<Name>) -> String? {
    guard let node = fields[name] else {
      missing(name, in: fields)
      return nil
    }
    guard let text = text(node, .field(name.rawValue)) else { return nil }
    if text.utf8.allSatisfy({ $0 == 0x20 }) {
      fault(
        "The field \(quoted(name.rawValue)) is empty.", at: node, .field(name.rawValue), remedy: name.remedy)
      return nil
    }
    return text
  }

  /// An id: a text that is neither empty nor in need of cleaning, because others refer to it letter by letter.
  mutating func identifier<Name: FieldName>(_ name: Name, in fields: Fields<Name>) -> String? {
    let before = faults.count
    let id = requiredText(name, in: fields)
    return faults.count == before ? id : nil
  }

  mutating func text(_ node: JSONTree.Node, _ step: JSONPath.Step) -> String? {
    guard let raw = tree.rawString(node) else {
      wrongType(node, step, wanted: "a text in double quotes")
      return nil
    }
    var text = tree.cursor.value(of: raw)
    let longest = if case .field(let name) = step { TextLimit.of(name) } else { TextLimit.label }
    if text.utf8.count > longest {
      if !isPassed() {
        fault(
          "This text has \(text.utf8.count) bytes; the first \(longest) are read.", at: node, step,
          remedy: "Say it in fewer words.", severity: .warning)
      }
      text = TextLimit.cut(text, to: longest)
    }
    guard raw.hasControls, let control = text.unicodeScalars.first(where: isControl) else { return text }
    fault(
      "This text contains the control character \(codePoint(control)).", at: node, step,
      remedy: "Delete it; until then a space is shown in its place.")
    var mended = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { mended.append(isControl(scalar) ? " " : scalar) }
    return String(mended)
  }

  mutating func date<Name: FieldName>(_ name: Name, in fields: Fields<Name>) -> EDTFDate? {
    guard let node = fields[name], let text = text(node, .field(name.rawValue)) else { return nil }
    do {
      return try EDTFDate(text)
    } catch {
      // The offset counts in the text; escapes before it would shift it in the file, but no date contains any.
      fault(
        "\(quoted(text)) is not a date: \(error.reason).", at: node, .field(name.rawValue),
        remedy: "Write an EDTF date such as 2007-08-03, 2007-08, 2007, 2007~ or 2004/2007.",
        offset: tree.offset(node) + 1 + min(error.offset, text.utf8.count))
      return nil
    }
  }

  mutating func integer<Name: FieldName>(_ name: Name, in fields: Fields<Name>) -> Int? {
    guard let node = fields[name] else { return nil }
    return integer(node, .field(name.rawValue))
  }

  /// A whole number, however it is written: 2, 2.0, 2e0.
  mutating func integer(_ node: JSONTree.Node, _ step: JSONPath.Step) -> Int? {
    if let value = tree.integer(node) { return value }
    if tree.kind(node) == .number, let value = Double(tree.text(node)).flatMap(Int.init(exactly:)) { return value }
    wrongType(node, step, wanted: "a whole number")
    return nil
  }

  mutating func choice<Name: FieldName, Choice: RawRepresentable & CaseIterable>(
    _ name: Name, in fields: Fields<Name>, as: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let node = fields[name], let text = text(node, .field(name.rawValue)) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    fault(
      "\(quoted(text)) is not known as a \(name.rawValue).", at: node, .field(name.rawValue),
      remedy: "Write one of \(known).")
    return nil
  }

  /// The array with each element transformed by `body`; elements for which it returns nil are dropped.
  mutating func list<Name: FieldName, Element>(
    _ name: Name, in fields: Fields<Name>, _ body: (inout Decoding, JSONTree.Node, JSONPath.Step) -> Element?
  ) -> [Element] {
    guard let node = fields[name] else { return [] }
    guard tree.kind(node) == .array else {
      wrongType(node, .field(name.rawValue), wanted: "a list")
      return []
    }
    return inside(.field(name.rawValue)) { decoding in
      var elements: [Element] = []
      for (index, child) in decoding.tree.children(node).enumerated() {
        if let element = body(&decoding, child, .index(index)) { elements.append(element) }
      }
      return elements
    }
  }
}

/// The names of an object's fields.
protocol FieldName: RawRepresentable<String>, CaseIterable, Hashable {
  /// What to do when the field is missing or empty.
  var remedy: String { get }
  /// A value that it may have, as JSON.
  var example: String { get }
}

/// The fields of one object. There are few, so a list is faster than a dictionary.
struct Fields<Name: FieldName> {
  let node: JSONTree.Node
  private var entries: [(name: Name, value: JSONTree.Node?)] = []

  init(node: JSONTree.Node) {
    self.node = node
    entries.reserveCapacity(Name.allCases.count)
  }

  /// The value of a field; nil if it is missing or null.
  subscript(name: Name) -> JSONTree.Node? {
    for entry in entries where entry.name == name { return entry.value }
    return nil
  }

  func has(_ name: Name) -> Bool { self[name] != nil }

  /// Returns false if there already is a field of that name.
  fileprivate mutating func add(_ name: Name, _ value: JSONTree.Node?) -> Bool {
    for entry in entries where entry.name == name { return false }
    entries.append((name, value))
    return true
  }
}

extension JSONTree.Kind {
  fileprivate var words: String {
    switch self {
    case .object: "an object"
    case .array: "a list"
    case .string: "a text"
    case .number: "a number"
    case .boolean: "true or false"
    case .null: "null"
    }
  }
}

/// What to do about a field that is not known.
func unknownField(_ name: String, among known: [String]) -> String {
  let nearest = EditDistance.nearest(to: name.lowercased(), among: known) { [$0] }
  return (nearest.map { Wording.didYouMean(quoted($0)) + " " } ?? "Delete it or correct its name. ")
    + "The fields here are \(known.joined(separator: ", "))."
}

/// A value of the file for use in a message: shortened, and safe for a terminal.
func quoted(_ text: String) -> String {
  var shown = String.UnicodeScalarView("\"".unicodeScalars)
  for (index, scalar) in text.unicodeScalars.enumerated() {
    if index == 60 {
      shown.append(contentsOf: "...".unicodeScalars)
      break
    }
    shown.append(isControl(scalar) ? "\u{FFFD}" : scalar)
  }
  shown.append("\"")
  return String(shown)
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
}

private func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
