extension Proof {
  /// "12 of 12 citations verified in 2 of 2 posts", followed by how many are moved, missing, or could not be checked.
  /// A passage found elsewhere in its text counts both as verified and as moved.
  package var summary: String {
    if posts.allSatisfy({ $0.text == nil }) { return "No citation verified: none of \(posts.count) posts is at hand" }
    var verified = 0
    var moved = 0
    var missing = 0
    var without = 0
    var unproven = 0
    for entry in entries {
      switch entry.outcome {
      case .verified: verified += 1
      case .moved: moved += 1
      case .missing: missing += 1
      case .noText: without += 1
      case .unproven: unproven += 1
      }
    }
    let found = posts.count { $0.text != nil }
    let details = [
      (moved, "moved"), (missing, "missing"), (without, "without a text at hand"),
      (unproven, "without a passage to check"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "\(verified + moved) of \(entries.count - unproven) citations verified in \(found) of \(posts.count) posts"
      + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
  }

  /// One line for a report: `Event council-warned, citation 2: the passage cited from paragraph 3 of a-post is missing
  /// from copy.txt.`
  package func sentence(for entry: Entry) -> String {
    let source = entry.citation.source
    let name = posts.first { $0.source == source }?.name ?? source
    let passage = "the passage cited from \(entry.citation.paragraph.map { "paragraph \($0) of " } ?? "")\(source)"
    let finding =
      switch entry.outcome {
      case .verified: "\(passage) is there in \(name)"
      case .moved(let place):
        "\(passage) is in paragraph \(place.paragraph) of \(name), "
          + "characters \(place.range.lowerBound) to \(place.range.upperBound)"
      case .missing: "\(passage) is missing from \(name)"
      case .noText: "no text of \(source) is at hand"
      case .unproven: "it names no passage of \(source), so there is nothing to check"
      }
    return "Event \(entry.event), citation \(entry.number): \(finding)."
  }
}
