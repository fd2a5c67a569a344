/// A date as a person types it.
package struct TypedDate: Equatable, Sendable {
  package let edtf: EDTF
  /// The reading, to be shown while one types: "12 March 2009", "before 2004 (2004 itself is out)".
  package let words: String
  /// What a reader should know of the reading: a weekday that is wrong, the century of a two-digit year.
  package let note: String?

  package init(_ text: some StringProtocol) throws(TypedDateError) {
    do {
      edtf = try EDTF(text)
    } catch {
      throw TypedDateError(reason: error.reason, offset: error.offset, suggestion: nil)
    }
    words = edtf.words
    note = nil
  }
}

/// Why what was typed is no date.
package struct TypedDateError: Error, Equatable {
  /// One clause, without a capital and a full stop.
  package var reason: String
  /// Unicode scalars from the start.
  package var offset: Int
  /// What was probably meant, as it would be typed: "February 2007".
  package var suggestion: String?
}
