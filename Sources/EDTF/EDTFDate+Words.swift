extension EDTFDate {
  /// What a person says, for the detail pane and for speech: never a slash, a tilde or an X.
  public var words: String {
    switch form {
    case .single(let date): date.words
    case .time(let time): time.words
    case .interval(let interval): interval.words
    case .set(let set): set.words
    }
  }

  /// The same for a list column, in at most some twelve cells where it can be said so shortly; see `short(ascii:)`.
  public var short: String { short(ascii: false) }

  /// - Parameter ascii: a hyphen instead of the dash between two dates.
  public func short(ascii: Bool) -> String {
    let dash = ascii ? "-" : "–"
    return switch form {
    case .single(let date): date.short(dash)
    case .time(let time): time.date.short(dash)
    case .interval(let interval): interval.short(dash)
    case .set(let set): set.short(dash)
    }
  }
}
