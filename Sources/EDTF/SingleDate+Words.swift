extension SingleDate {
  var words: String {
    switch self {
    case .calendar(let date): date.words
    case .season(let season): season.words
    case .year(let year): year.words
    }
  }
}

extension SeasonDate {
  /// "spring 2008", "winter 2007-08", "the first quarter of 2008", "the last four months of 2008".
  var words: String {
    if let whole = qualifiers.whole(of: 2) { return whole.words(of: plainWords) }
    return plainWords + " (" + qualifiers.words(["year", "season"]) + ")"
  }

  private var plainWords: String {
    switch code {
    case 21...32:
      let hemisphere = code <= 24 ? "" : code <= 28 ? " (northern hemisphere)" : " (southern hemisphere)"
      return Wording.seasons[(code - 21) % 4] + seasonYear + hemisphere
    case 33...36: return "the \(["first", "second", "third", "last"][code - 33]) quarter" + ofYear
    case 37...39: return "the \(["first", "middle", "last"][code - 37]) four months" + ofYear
    default: return "the \(["first", "second"][code - 40]) half" + ofYear
    }
  }

  private var ofYear: String { year.isSpecified ? " of " + Wording.year(year.first) : year.wordsInside }

  /// A season that begins in December is given both years.
  private var seasonYear: String {
    guard year.isSpecified else { return year.wordsInside }
    let name = " " + Wording.year(year.first)
    guard months.first == 12 else { return name }
    return (1000..<9999).contains(year.first)
      ? name + "-" + Digits.two((year.first + 1) % 100) : name + " to " + Wording.year(year.first + 1)
  }
}

extension LongYear {
  /// "170,000,002", "some time from 1900 to 1999, estimated as 1950".
  var words: String {
    let range = years
    if range.count == 1 { return qualifier.words(of: Wording.year(year)) }
    return qualifier.words(
      of: "some time from \(Wording.year(range.lowerBound)) to \(Wording.year(range.upperBound)), "
        + "estimated as \(Wording.year(year))")
  }
}

extension DateTime {
  /// "12 April 1985 at 23:20:30, 4 hours behind UTC". Seconds of `00` are left out: EDTF demands them, so they are there
  /// even if nobody gave any.
  var words: String {
    let text = date.words + " at " + (second == 0 ? String(time.dropLast(3)) : time)
    switch zone {
    case .local: return text
    case .utc, .shift(0, _): return text + " UTC"
    case .shift(let shift, _):
      let (hours, minutes) = Int(shift.magnitude).quotientAndRemainder(dividingBy: 60)
      let parts = [(hours, "hour"), (minutes, "minute")].filter { $0.0 > 0 }
        .map { "\($0.0) \($0.1)" + ($0.0 == 1 ? "" : "s") }
      return text + ", " + parts.joined(separator: " ") + (shift < 0 ? " behind UTC" : " ahead of UTC")
    }
  }
}
