internal import EDTF

/// Recursive descent over the grammar
///
///     any   = all ("or" all)*
///     all   = ("and"? one)+
///     one   = ("-" | "not") one | "(" any ")" | phrase | field ":" value ("," value)* | word
///     value = phrase | characters without white space, commas, quotes and parentheses
///
/// The value of a date field is the longest run of words, commas included, that is a date, so that dates need no
/// quotes: `date:feb 2007`, `date:2004 to 2007`, `before:12 March 2009`.
struct QueryParser {
  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var depth = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func whole() throws(QueryError) -> QuerySyntax {
    skipSpace()
    if at == scalars.count { return QuerySyntax(kind: .all([]), range: 0..<0) }
    let whole = try any()
    if at < scalars.count {
      throw QueryError(message: "This “)” closes nothing: take it out, or open one with “(” before it.", offset: at)
    }
    return whole
  }

  private mutating func any() throws(QueryError) -> QuerySyntax {
    var parts = [try all()]
    while let word = keyword("or") {
      skipSpace()
      if at == scalars.count || scalars[at] == ")" {
        throw unfinished("After “or” comes what may match instead.", word)
      }
      parts.append(try all())
    }
    return parts.count == 1 ? parts[0] : joined(.any(parts), parts)
  }

  private mutating func all() throws(QueryError) -> QuerySyntax {
    var parts: [QuerySyntax] = []
    while true {
      skipSpace()
      let start = at
      if let word = keyword("and") {
        skipSpace()
        if parts.isEmpty { throw QueryError(message: "Before “and” comes what else must match.", offset: word) }
        if at == scalars.count { throw unfinished("After “and” comes what else must match.", word) }
      }
      if at == scalars.count || scalars[at] == ")" || peek("or") {
        if parts.isEmpty || start < at {
          if at == scalars.count { throw unfinished("A word or a condition is expected here.", at) }
          throw scalars[at] == ")"
            ? QueryError(
              message: "There is nothing between the parentheses: put a condition in, or take them out.", offset: at)
            : QueryError(
              message: "Before “or” comes what may match; for the word itself write \"or\" in quotes.", offset: at)
        }
        return parts.count == 1 ? parts[0] : joined(.all(parts), parts)
      }
      parts.append(try one())
    }
  }

  private mutating func one() throws(QueryError) -> QuerySyntax {
    let start = at
    depth += 1
    defer { depth -= 1 }
    if depth > QuerySyntax.deepest {
      throw QueryError(message: "Parentheses and negations go at most \(QuerySyntax.deepest) deep.", offset: at)
    }
    if startsNegation {
      at += scalars[at] == "-" ? 1 : 3
      skipSpace()
      if at == scalars.count { throw unfinished("After “not” comes what must not match.", start) }
      if scalars[at] == ")" || peek("or") || peek("and") {
        throw QueryError(
          message: "After “not” comes what must not match; for the sign itself use quotes.", offset: start)
      }
      return QuerySyntax(kind: .not(try one()), range: start..<at)
    }
    if scalars[at] == "(" {
      at += 1
      skipSpace()
      if at == scalars.count { throw unfinished("After “(” come conditions, and then “)”.", start) }
      var inner = try any()
      if at == scalars.count { throw unfinished("This “(” still needs its “)”.", start) }
      at += 1
      inner.range = start..<at
      inner.isGrouped = true
      return inner
    }
    if let phrase = try phrase() {
      if phrase.allSatisfy(\.isWhitespace) {
        throw QueryError(message: "There is nothing between the quotes: put words in, or take them out.", offset: start)
      }
      return QuerySyntax(kind: .text(phrase), range: start..<at)
    }
    if let field = try field() {
      let values = try values(of: field, from: start)
      return QuerySyntax(kind: .field(field, values), range: start..<at)
    }
    let word = bare(commas: true)
    return QuerySyntax(kind: .text(word), range: start..<at)
  }

  /// A dash surrounded by spaces is an ordinary word.
  private var startsNegation: Bool {
    if peek("not") { return true }
    return scalars[at] == "-" && (at + 1 == scalars.count || !scalars[at + 1].properties.isWhitespace)
  }

  private func joined(_ kind: QuerySyntax.Kind, _ parts: [QuerySyntax]) -> QuerySyntax {
    QuerySyntax(kind: kind, range: parts[0].range.lowerBound..<parts[parts.count - 1].range.upperBound)
  }

  // MARK: Fields

  /// Consumes `agency:` and the like.
  private mutating func field() throws(QueryError) -> Query.Field? {
    var end = at
    while end < scalars.count, scalars[end].properties.isAlphabetic { end += 1 }
    guard end < scalars.count, scalars[end] == ":", end > at else { return nil }
    let name = text(at..<end).lowercased()
    if let field = Query.Field(rawValue: name) {
      at = end + 1
      return field
    }
    let near = EditDistance.nearest(to: name, among: Query.Field.allCases, slips: 1) { [$0.rawValue] }
    guard name.count > 2, let near else { return nil }
    throw QueryError(
      message:
        "There is no “\(name):”. \(Wording.didYouMean("\(near.rawValue):")) For the words themselves use quotes.",
      offset: at)
  }

  private mutating func values(of field: Query.Field, from start: Int) throws(QueryError) -> [QuerySyntax.Value] {
    var values: [QuerySyntax.Value] = []
    repeat {
      skipSpace()
      let offset = at
      if at == scalars.count { throw unfinished("After “\(field.rawValue):” comes \(field.expectation).", start) }
      if let quoted = try phrase() {
        values.append(QuerySyntax.Value(text: quoted, offset: offset))
      } else if field.takesDate, let end = QueryDate.longest(in: scalars, from: at) {
        at = end
        values.append(QuerySyntax.Value(text: text(offset..<end), offset: offset))
      } else {
        values.append(QuerySyntax.Value(text: bare(commas: false), offset: offset))
      }
      values[values.count - 1].isLast = at == scalars.count
      if values[values.count - 1].text.allSatisfy(\.isWhitespace) {
        throw QueryError(message: "After “\(field.rawValue):” comes \(field.expectation).", offset: offset)
      }
    } while comma()
    return values
  }

  /// Consumes a comma between values, and the white space around it.
  private mutating func comma() -> Bool {
    var next = at
    while next < scalars.count, scalars[next].properties.isWhitespace { next += 1 }
    guard next < scalars.count, scalars[next] == "," else { return false }
    at = next + 1
    return true
  }

  // MARK: Words

  /// Consumes a phrase; nil if none begins here. “ needs ”, and " needs ".
  private mutating func phrase() throws(QueryError) -> String? {
    guard scalars[at] == "\"" || scalars[at] == "“" else { return nil }
    let close: Unicode.Scalar = scalars[at] == "“" ? "”" : "\""
    guard let end = scalars[(at + 1)...].firstIndex(of: close) else {
      throw unfinished("This quote still needs its end.", at)
    }
    defer { at = end + 1 }
    return text(at + 1..<end)
  }

  private mutating func bare(commas: Bool) -> String {
    let start = at
    while at < scalars.count, !Self.ends(scalars[at]), commas || scalars[at] != "," { at += 1 }
    return text(start..<at)
  }

  /// Whether a bare word ends before this scalar.
  static func ends(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "(" || scalar == ")" || scalar == "\"" || scalar == "“"
  }

  /// Whether this exact word comes next.
  private func peek(_ word: String) -> Bool {
    let end = at + word.unicodeScalars.count
    guard end <= scalars.count, end == scalars.count || Self.ends(scalars[end]) else { return false }
    return text(at..<end).lowercased() == word
  }

  private mutating func keyword(_ word: String) -> Int? {
    guard peek(word) else { return nil }
    defer { at += word.unicodeScalars.count }
    return at
  }

  private mutating func skipSpace() {
    while at < scalars.count, scalars[at].properties.isWhitespace { at += 1 }
  }

  private func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

  private func unfinished(_ message: String, _ offset: Int) -> QueryError {
    QueryError(message: message, offset: offset, isUnfinished: true)
  }
}
