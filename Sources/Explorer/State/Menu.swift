/// The possible completions of the line at the prompt, to choose from.
package struct Menu: Equatable, Sendable {
  package let candidates: [Candidate]
  /// The one inserted in the line; nil if none is chosen.
  package private(set) var chosen: Int?
  /// The line as typed, and the part of it that stays before a candidate.
  package let typed: String
  package let kept: String

  init(_ completion: Completion, for line: String) {
    candidates = completion.candidates
    typed = line
    kept = String(line.dropLast(completion.replacing))
  }

  /// The line with the chosen candidate.
  var line: String { chosen.map { kept + candidates[$0].text } ?? typed }

  /// Chooses the next or the previous candidate, wrapping around at the ends.
  mutating func choose(_ step: Int) {
    let here = chosen ?? (step > 0 ? -1 : candidates.count)
    chosen = (here + step + candidates.count) % candidates.count
  }

  /// As a sentence: "3 candidates: health, Department of Health; …".
  var spoken: String {
    let shown = candidates.prefix(Self.mostShown).map { $0.what.isEmpty ? $0.text : "\($0.text), \($0.what)" }
    let more = candidates.count > shown.count ? "; and \(candidates.count - shown.count) more" : ""
    return "\(Speech.count(candidates.count, "candidate")): \(shown.joined(separator: "; "))\(more)."
  }

  /// How many are on the screen at once.
  static let mostShown = 8

  /// The candidates to show in this many rows, including the chosen one.
  func shown(rows: Int) -> Range<Int> {
    let rows = max(0, min(rows, Self.mostShown))
    let first = max(0, min((chosen ?? 0) - rows / 2, candidates.count - rows))
    return first..<min(candidates.count, first + rows)
  }
}
