internal import EDTF

extension Condition {
  /// The condition as a person would say it, without ambiguity: "either … or …", "both … and …".
  var words: String {
    guard case .all(let parts) = self else { return phrase }
    if areWords, parts.count > 1 {
      return Wording.list(parts.map(\.phrase))
    }
    return parts.map(\.phrase).joined(separator: ", and ")
  }

  private var phrase: String {
    switch self {
    case .text(let term):
      switch term.scope {
      case .everywhere: "“\(term.shown)”"
      case .text: "“\(term.shown)” in what is said of it"
      case .title: "“\(term.shown)” in the title"
      }
    case .named(let field, let names): "\(field.rawValue) \(names.shown)"
    case .dated(.date, let date): "dated \(date.words)"
    case .dated(.within, let date):
      "certainly within \(date.words.hasPrefix("from ") ? String(date.words.dropFirst(5)) : date.words)"
    case .dated(let field, let date): "\(field.rawValue) \(date.words)"
    case .not(let part): "not \(part.phrase)"
    case .all(let parts): Self.list(parts, two: "both", more: "all of", "and")
    case .any(let parts): Self.list(parts, two: "either", more: "any of", "or")
    }
  }

  private static func list(_ parts: [Condition], two: String, more: String, _ last: String) -> String {
    let phrases = parts.map(\.phrase)
    guard phrases.count > 1 else { return phrases.first ?? "anything" }
    return "\(phrases.count == 2 ? two : more) \(Wording.list(phrases, last))"
  }
}
