extension OutlineLine {
  /// Whose words these are, if not simply the author's: "a comment by A. Clerk"; otherwise nil.
  package var caveat: String? {
    switch part {
    case .comment: speaker.map { "A comment by \($0)" } ?? "A comment"
    case .quotation: speaker.map { "A quotation of \($0)" } ?? "A quotation"
    case .text, .heading, .furniture: speaker.map { "\($0) speaks" }
    }
  }
}
