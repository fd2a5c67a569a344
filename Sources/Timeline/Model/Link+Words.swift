extension Link {
  /// The relation as the other event sees it: "answers" read from the far end is "answered by". A relation that
  /// is not known here is "linked from".
  package static func inverse(of relation: String) -> String {
    if let pair = pairs.first(where: { $0.0 == relation }) { return pair.1 }
    return pairs.first { $0.1 == relation }?.0 ?? "linked from"
  }

  private static let pairs = [
    ("answers", "answered by"), ("follows from", "led to"), ("refers to", "referred to by"),
    ("part of", "includes"), ("contradicts", "contradicted by"), ("supersedes", "superseded by"),
    ("reports", "reported by"), ("caused by", "caused"), ("published as", "publishes"),
    ("confirms", "confirmed by"), ("precedes", "follows"), ("same as", "same as"),
    ("possibly the same as", "possibly the same as"), ("related to", "related to"),
  ]
}
