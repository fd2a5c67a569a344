/// The words that a typed date may contain.
enum NaturalDateVocabulary {
  enum Meaning: Equatable {
    case month(Int)
    /// 0 for Monday.
    case weekday(Int)
    /// 21 to 24.
    case season(Int)
    /// 0 for early, 1 for mid, 2 for late.
    case third(Int)
    case qualifier(Qualifier)
    case ordinal(Int)
    /// "last" for quarters and halves.
    case last
    case quarter, half, century, beforeChrist, annoDomini
    case filler
  }

  static func meaning(of word: String) -> Meaning? { meanings[word] }

  /// The spellings against which a misspelt word is compared.
  static let spellings: [String] =
    Wording.months + Wording.weekdays + Wording.seasons
    + ["before", "after", "since", "until", "between", "early", "late", "circa", "about", "quarter", "half", "century"]

  private static let meanings: [String: Meaning] = {
    var meanings: [String: Meaning] = [:]
    for (index, name) in Wording.months.enumerated() {
      meanings[name.lowercased()] = .month(index + 1)
      meanings[String(name.lowercased().prefix(3))] = .month(index + 1)
    }
    meanings["sept"] = .month(9)
    for (index, name) in Wording.weekdays.enumerated() {
      meanings[name.lowercased()] = .weekday(index)
      meanings[String(name.lowercased().prefix(3))] = .weekday(index)
    }
    for (word, day) in [("tues", 1), ("weds", 2), ("thur", 3), ("thurs", 3)] { meanings[word] = .weekday(day) }
    for (index, name) in Wording.seasons.enumerated() { meanings[name] = .season(21 + index) }
    meanings["fall"] = .season(23)
    let thirds = [["early", "beginning", "start"], ["mid", "middle"], ["late", "end"]]
    for (index, words) in thirds.enumerated() {
      for word in words { meanings[word] = .third(index) }
    }
    for word in ["c", "ca", "circa", "about", "around", "approximately", "approx", "roughly"] {
      meanings[word] = .qualifier(.approximate)
    }
    for word in ["perhaps", "possibly", "probably", "maybe"] { meanings[word] = .qualifier(.uncertain) }
    for (index, word) in ["first", "second", "third", "fourth"].enumerated() { meanings[word] = .ordinal(index + 1) }
    meanings["last"] = .last
    meanings["quarter"] = .quarter
    meanings["half"] = .half
    meanings["century"] = .century
    for word in ["bc", "bce"] { meanings[word] = .beforeChrist }
    for word in ["ad", "ce"] { meanings[word] = .annoDomini }
    for word in ["in", "on", "of", "the", "during", "year", "month", "some", "time", "sometime", "at", "a"] {
      meanings[word] = .filler
    }
    return meanings
  }()
}
