extension EDTFDate {
  /// The date as a person would say it, on a page or in speech: never with a slash, a tilde or an X.
  public var words: String {
    switch form {
    case .single(let date): date.words
    case .time(let time): time.words
    case .interval(let interval): interval.words
    case .set(let set): set.words
    }
  }

  /// The same for a row that is spoken or read in braille, where the title should follow soon: in a month or
  /// in years if the full wording would take more than 24 cells, such as "2008 or 2009" for "between October 2008 and
  /// March 2009".
  public var brief: String {
    let words = self.words
    if words.count <= 24 { return words }
    switch form {
    case .single, .time: return words
    case .interval(let interval): return interval.brief ?? words
    case .set(let set): return set.brief ?? words
    }
  }

  /// The same for a list column on screen, as precise as fits: "12–13 Mar 2009", "Oct 2008 – Mar 2009", "by Mar 2007".
  /// - Parameters:
  ///   - columns: the number of cells available. If even the coarsest form takes more, it is returned all the same.
  ///   - ascii: whether to write a hyphen instead of a dash between two dates.
  public func short(within columns: Int = 24, ascii: Bool = false) -> String {
    let forms = ShortForms(columns: columns, dash: ascii ? "-" : "–")
    return switch form {
    case .single(let date): forms.of(date)
    case .time(let time): forms.of(.calendar(time.date))
    case .interval(let interval): forms.of(interval)
    case .set(let set): forms.of(set)
    }
  }
}
