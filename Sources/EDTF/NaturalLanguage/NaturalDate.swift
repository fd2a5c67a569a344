/// A date as a person types it: EDTF, or what people in Britain write.
///
/// * The day comes before the month: "12/03/2009" is 12 March. A year of four digits in front is read as year, month,
///   day: "2007/08/03" is 3 August.
/// * Two digits of a year stand for 1930 to 2029; the words give all four.
/// * "before" and "after" leave out the date that they name, "since", "from", "until", "to" and "by" do not.
/// * "early", "mid" and "late" are thirds: four months of a year, some ten days of a month, three or four years of a
///   decade. "winter 2007" is the one that begins in December 2007.
/// * Of two dates, one takes from the other what it lacks: "between feb and aug 2007".
public struct NaturalDate: Equatable, Sendable {
  /// What was meant.
  public let edtf: EDTFDate
  /// The reading, to be shown while one types: "12 March 2009", "before 2004 (2004 itself is out)".
  public let words: String
  /// What a reader should know of the reading: a weekday that is wrong, which ten years "2000s" are.
  public let note: String?

  /// Longer than any date that a person types, in Unicode scalars; EDTF may be longer.
  static let longest = 200

  /// Reads a date, an interval or a choice of dates; spaces around it, case and points after abbreviations do not
  /// matter.
  /// - Throws: ``NaturalDateError`` where it is no date, or where it is longer than 200 Unicode scalars and no EDTF.
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
      // Of what can only have been meant as EDTF, its own reader knows best what is wrong.
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
      (edtf, words, note) = (date, date.words, nil)
      return
    }
    do {
      let phrase = try NaturalDatePhrase(tokens, end: length)
      let date = try EDTFDate(phrase.edtf)
      edtf = date
      words = phrase.words ?? date.words
      note = phrase.remarks.isEmpty ? nil : phrase.remarks.joined(separator: "; ")
    } catch let error as NaturalDateError {
      throw mayCorrect ? NaturalDate.withSuggestion(error, tokens, text) : error
    } catch {
      throw NaturalDateError(reason: "this is no date", offset: 0)
    }
  }

  /// "2004-05" may have been meant as two years.
  private static func noteOnYears(_ date: EDTFDate) -> String? {
    guard case .single(.calendar(let day)) = date.form, day.count == 2, day.isSpecified, let month = day.month,
      day.year.first > 0, month.number == (day.year.first + 1) % 100
    else { return nil }
    return "for the two years write \(day.year.first) to \(day.year.first + 1)"
  }

  /// Whether it has the letters and signs of EDTF alone, and each of its dates begins with four digits or a Y.
  private static func looksLikeEDTF(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.allSatisfy({ "0123456789-:YXSETZ?~%[{}].,/+".utf8.contains($0) }) else {
      return false
    }
    return text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { end in
      let start = end.drop { "-?~%[{.".contains($0) }
      return start.isEmpty || start.first == "Y" || start.prefix(4).filter { "0123456789X".contains($0) }.count == 4
    }
  }

  /// Puts the nearest words in place of those that are not known, and offers what comes of it if that is a date.
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

/// Why what was typed is no date.
public struct NaturalDateError: Error, Equatable {
  /// One clause, without a capital and a full stop.
  public var reason: String
  /// Unicode scalars from the start.
  public var offset: Int
  /// What was probably meant, as it would be typed: "February 2007".
  public var suggestion: String?

  /// An error with these parts.
  public init(reason: String, offset: Int, suggestion: String? = nil) {
    self.reason = reason
    self.offset = offset
    self.suggestion = suggestion
  }
}
