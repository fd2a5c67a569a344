/// The time between two dates, in words.
enum Elapsed {
  /// Nil where an end of either date is open or unknown.
  static func known(from: EDTF, to: EDTF) -> String? { nil }
  static func words(from: EDTF, to: EDTF) -> String { known(from: from, to: to) ?? "an unknown time" }
}
