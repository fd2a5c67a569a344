extension Link {
  /// The relation as the other event sees it: "answers" read from the far end is "answered by". A relation that
  /// is not known here is "linked from".
  package static func inverse(of relation: String) -> String { inverses[relation] ?? "linked from" }

  private static let pairs = [
    ("answers", "answered by"), ("follows from", "led to"), ("refers to", "referred to by"),
    ("part of", "includes"), ("contradicts", "contradicted by"), ("supersedes", "superseded by"),
    ("reports", "reported by"), ("caused by", "caused"), ("published as", "publishes"),
    ("confirms", "confirmed by"), ("precedes", "follows"), ("same as", "same as"),
    ("possibly the same as", "possibly the same as"), ("related to", "related to"),
  ]

  private static let inverses = Dictionary(
    pairs + pairs.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
}
