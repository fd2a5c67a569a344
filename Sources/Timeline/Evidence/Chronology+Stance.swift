internal import EDTF

extension Chronology {
  /// What a passage says about the fact and the date, and who says it if not the author: "states it; gives no date",
  /// "DCSF states it and the date", "implies it; another date: about 2005".
  package func stance(of citation: Citation) -> String {
    let speaker = citation.speaker.map { id in
      agency(id).map { $0.short ?? $0.name } ?? person(id)?.name ?? id
    }
    return (speaker.map { "\($0) " } ?? "") + citation.stance
  }
}

extension Citation {
  fileprivate var stance: String {
    guard let factWords else { return dateWords ?? "says nothing of it" }
    if fact == date, gives == nil { return "\(factWords) and the date" }
    return "\(factWords); \(dateWords ?? "gives no date")"
  }

  private var factWords: String? {
    switch fact {
    case .states: "states it"
    case .implies: "implies it"
    case .contradicts: "contradicts it"
    case .silent: nil
    }
  }

  private var dateWords: String? {
    let given = gives.map { ": \($0.words)" }
    return switch date {
    case .states: given.map { "states the date\($0)" } ?? "states the date"
    case .implies: given.map { "implies the date\($0)" } ?? "implies the date"
    case .contradicts: given.map { "another date\($0)" } ?? "contradicts the date"
    case .silent: given.map { "speaks of a date\($0)" }
    }
  }
}
