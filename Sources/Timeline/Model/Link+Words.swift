extension Link {
  /// The relation seen from the other event: "answers" becomes "answered by". For an unknown relation, "linked from".
  package static func inverse(of relation: String) -> String {
    if let pair = pairs.first(where: { $0.0 == relation }) { return pair.1 }
    return pairs.first { $0.1 == relation }?.0 ?? "linked from"
  }

  private static let pairs = [
    ("answers", "answered by"), ("follows from", "followed by"), ("refers to", "referred to by"),
    ("part of", "includes"), ("contradicts", "contradicted by"), ("supersedes", "superseded by"),
    ("reports", "reported by"), ("caused by", "caused"), ("published as", "publishes"),
    ("confirms", "confirmed by"), ("precedes", "follows"), ("same as", "same as"),
    ("possibly the same as", "possibly the same as"), ("related to", "related to"),
  ]
}
