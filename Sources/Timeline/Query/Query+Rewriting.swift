/// Edits to one condition of a query's text, for what a reader chooses from a list.
extension Query {
  /// The query text with the top-level condition on `field` set to any of `values` (removed if empty). The other
  /// conditions stay as typed. A text that is not a query is replaced as a whole.
  package static func setting(_ field: Field, to values: [String], in text: String) -> String {
    let condition = values.isEmpty ? nil : "\(field.rawValue):" + values.map(quoted).joined(separator: ",")
    guard let syntax = try? QuerySyntax(text) else { return condition ?? "" }
    let scalars = Array(text.unicodeScalars)
    func piece(_ part: QuerySyntax) -> String {
      let text = String(String.UnicodeScalarView(scalars[part.range]))
      if case .any = part.kind, !part.isGrouped { return "(\(text))" }
      return text
    }
    let parts = syntax.conditions
    let place = parts.firstIndex { $0.isCondition(on: field) } ?? parts.count
    if condition == nil, parts.count == 1, place == 1 { return String(String.UnicodeScalarView(scalars[syntax.range])) }
    let before = parts[..<place].map(piece)
    let after = parts[place...].filter { !$0.isCondition(on: field) }.map(piece)
    return (before + [condition].compactMap(\.self) + after).joined(separator: " ")
  }

  /// The values of the top-level condition on `field`, as typed, without quotes.
  package static func values(of field: Field, in text: String) -> [String] {
    guard let syntax = try? QuerySyntax(text) else { return [] }
    return syntax.conditions.flatMap { part -> [String] in
      if case .field(field, let values) = part.kind { values.map(\.text) } else { [] }
    }
  }

  /// A value quoted if necessary.
  private static func quoted(_ value: String) -> String {
    let isPlain = !value.isEmpty && !value.unicodeScalars.contains { QueryParser.ends($0) || $0 == "," }
    return isPlain ? value : value.contains("\"") ? "“\(value)”" : "\"\(value)\""
  }
}

extension QuerySyntax {
  fileprivate func isCondition(on field: Query.Field) -> Bool {
    if case .field(field, _) = kind { true } else { false }
  }
}
