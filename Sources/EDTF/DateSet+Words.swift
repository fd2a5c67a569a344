extension DateSet {
  /// "November or December 2008", "between October 2008 and March 2009", "1667, 1668 and all of 1670 to 1672",
  /// "on or before 3 December 1760".
  var words: String {
    let words = members.indices.map { index in
      let date = members[index]
      // The month and year are said once, after the last of several days or months.
      guard case .date(let this) = date, index + 1 < members.count, let last = members.last,
        case .date(let final) = last,
        members[index...].allSatisfy({ $0.first.shared(with: final) != nil }),
        let short = this.shared(with: final)
      else { return date.words(isAll: isAll, isAlone: members.count == 1) }
      return short
    }
    return Wording.list(words, isAll ? "and" : "or")
  }
}

extension DateSet.Member {
  func words(isAll: Bool, isAlone: Bool) -> String {
    switch self {
    case .date(let date): return date.words
    case .range(let first, let last):
      let start = first.shared(with: last) ?? first.words
      if isAlone && !isAll { return "between \(start) and \(last.words)" }
      return (isAll ? "all of " : "any of ") + start + " to " + last.words
    case .onOrBefore(let date):
      return (isAll ? "all until " : "")
        + (isAll ? date.words : (date.preposition.map { "\($0) or before " } ?? "up to ") + date.words)
    case .onOrAfter(let date):
      return isAll
        ? "all from \(date.words) onwards" : (date.preposition.map { "\($0) or after " } ?? "from ") + date.words
    }
  }
}
