/// A date as a person types it: EDTF, or the way people in Britain write dates.
///
/// * The day comes before the month: "12/03/2009" is 12 March. If a four-digit year comes first, the order is year,
///   month, day: "2007/08/03" is 3 August.
/// * Two-digit years stand for 1930 to 2029; `words` gives all four digits.
/// * "before" and "after" exclude the date they name; "since", "from", "until", "to" and "by" include it.
/// * "early", "mid" and "late" are thirds: four months of a year, about ten days of a month, three or four years of a
///   decade. "winter 2007" is the one that begins in December 2007.
/// * In a pair of dates, one takes from the other what it lacks: "between feb and aug 2007".
public struct NaturalDate: Equatable, Sendable {
  /// What was meant.
  public let edtf: EDTFDate
  /// The interpretation, to be shown while the reader types: "12 March 2009", "before 2004 (2004 itself is out)".
  public let words: String
  /// Anything else a reader should know about the interpretation: a wrong weekday, which ten years "2000s" covers.
  public let note: String?
  /// Whether it is an early, middle or late part of something: its bounds are a convention, and were not written.
  package let isThird: Bool
  /// Whether it says between which dates something happened, rather than from when to when it lasted.
  package let isBetween: Bool

  /// A limit longer than any date that a person types, in Unicode scalars; EDTF may be longer.
  static let longest = 200

  /// Parses a date, an interval or a choice of dates. Surrounding spaces, case and full stops after abbreviations do
  /// not matter.
  /// - Throws: ``NaturalDateError`` if it is not a date, or if it is longer than 200 Unicode scalars and not EDTF.
  public init(_ text: some StringProtocol) throws(NaturalDateError) {
    let text = String(text)
    let scalars = text.unicodeScalars
    let leading = scalars.prefix { $0.properties.isWhitespace }
    let trailing = scalars.dropFirst(leading.count).reversed().prefix { $0.properties.isWhitespace }
    let trimmed = String(scalars.dropFirst(leading.count).dropLast(trailing.count))
    let fault: EDTFError
    do {
      try self.init(edtf: trimmed)
      return
    } catch {
      fault = error
    }
    do {
      try self.init(phrase: trimmed)
    } catch {
      var error = error
      // If it can only have been meant as EDTF, the EDTF parser gives the better error.
      if NaturalDate.looksLikeEDTF(trimmed) && error.suggestion == nil {
        error = NaturalDateError(reason: fault.reason, offset: fault.offset)
      }
      error.offset += leading.count
      throw error
    }
  }

  private init(edtf text: String) throws(EDTFError) {
    edtf = try EDTFDate(text)
    words = edtf.words
    note = NaturalDate.noteOnYears(edtf)
    (isThird, isBetween) = (false, false)
  }

  private init(phrase text: String, mayCorrect: Bool = true) throws(NaturalDateError) {
    let length = text.unicodeScalars.count
    guard length > 0 else {
      throw NaturalDateError(reason: "type a date, such as 12 March 2009, feb 2007, 2004 to 2007", offset: 0)
    }
    guard length <= NaturalDate.longest else {
      throw NaturalDateError(reason: "this is too long for a date", offset: 0)
    }
    let tokens = try NaturalDateToken.tokens(of: text)
    if tokens.count == 1, ["unknown", "undated"].contains(tokens[0].word), let date = try? EDTFDate("/") {
      (edtf, words, note, isThird, isBetween) = (date, date.words, nil, false, false)
      return
    }
    do {
      let phrase = try NaturalDatePhrase(tokens, end: length)
      let date = try EDTFDate(phrase.edtf)
      edtf = date
      words = phrase.words ?? date.words
      note = phrase.remarks.isEmpty ? nil : phrase.remarks.joined(separator: "; ")
      isThird = phrase.isThird
      isBetween = phrase.isBetween
    } catch let error as NaturalDateError {
      throw mayCorrect ? NaturalDate.withSuggestion(error, tokens, text) : error
    } catch {
      throw NaturalDateError(reason: "this is not a date", offset: 0)
    }
  }

  /// Notes that "2004-05" may have been meant as two years.
  private static func noteOnYears(_ date: EDTFDate) -> String? {
    guard case .single(.calendar(let day)) = date.form, day.count == 2, day.isSpecified, let month = day.month,
      day.year.first > 0, month.number == (day.year.first + 1) % 100
    else { return nil }
    return "for the two years write \(day.year.first) to \(day.year.first + 1)"
  }

  /// Whether it has only the letters and signs of EDTF, and each of its dates begins with four digits or a Y.
  private static func looksLikeEDTF(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.allSatisfy({ "0123456789-:YXSETZ?~%[{}].,/+".utf8.contains($0) }) else {
      return false
    }
    return text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { end in
      let start = end.drop { "-?~%[{.".contains($0) }
      return start.isEmpty || start.first == "Y" || start.prefix(4).filter { "0123456789X".contains($0) }.count == 4
    }
  }

  /// Replaces unknown words with the nearest known ones, and suggests the result if that is a date.
  private static func withSuggestion(_ error: NaturalDateError, _ tokens: [NaturalDateToken], _ text: String)
    -> NaturalDateError
  {
    guard error.suggestion == nil else { return error }
    var scalars = Array(text.unicodeScalars)
    var isCorrected = false
    for token in tokens.reversed() {
      guard let word = token.word, NaturalDateVocabulary.meaning(of: word) == nil,
        let better = Misspelling.correction(of: word), better.lowercased() != word
      else { continue }
      scalars.replaceSubrange(token.range, with: Array(better.unicodeScalars))
      isCorrected = true
    }
    var corrected = String.UnicodeScalarView()
    corrected.append(contentsOf: scalars)
    var error = error
    if isCorrected, (try? NaturalDate(phrase: String(corrected), mayCorrect: false)) != nil {
      error.suggestion = String(corrected)
    }
    return error
  }
}

/// Why typed text is not a date.
public struct NaturalDateError: Error, Equatable {
  /// One clause, without a capital or a full stop.
  public var reason: String
  /// The offset in Unicode scalars from the start.
  public var offset: Int
  /// What was probably meant, as one would type it: "February 2007".
  public var suggestion: String?

  /// Creates an error with these parts.
  public init(reason: String, offset: Int, suggestion: String? = nil) {
    self.reason = reason
    self.offset = offset
    self.suggestion = suggestion
  }

  /// The reason to its end, and the date that was probably meant: "‘x’ is not part of a date. Did you mean 2007?"
  package var explanation: String {
    (reason.hasSuffix("?") ? reason : reason + ".") + (suggestion.map { " " + Wording.didYouMean($0) } ?? "")
  }
}
