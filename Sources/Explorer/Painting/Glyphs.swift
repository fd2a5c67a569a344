/// The signs that are drawn rather than written, for a terminal with Unicode and for one without.
struct Glyphs: Sendable {
  /// From none to full, nine steps.
  let density: [String]
  let horizontalRule: String
  let verticalRule: String
  let ellipsis: String
  /// Beside an event on which the sources disagree, where the word has no room.
  let disputed: String
  let fault: String

  // Lanes
  let dated: String
  let several: String
  let lasting: String
  let uncertainStart: String
  let uncertainMiddle: String
  let uncertainEnd: String
  /// At the edge of what is known, a span that runs on: to the right, and from the left.
  let goesOn: String
  let cameFrom: String
  let possible: String
  /// Where a labelled column begins, in a lane with nothing there.
  let tick: String

  /// What the signs of the lanes mean.
  var legend: [(sign: String, meaning: String)] {
    let span = uncertainStart + uncertainMiddle
    return [
      (dated, "dated"), (several, "several"), (span + uncertainEnd, "some time within"),
      (span + goesOn, "from then on"), (lasting, "lasts"), (possible, "in doubt"),
    ]
  }

  static let unicode = Glyphs(
    density: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], horizontalRule: "─", verticalRule: "│", ellipsis: "…",
    disputed: "≠", fault: "^", dated: "●", several: "◆", lasting: "━", uncertainStart: "├", uncertainMiddle: "┄",
    uncertainEnd: "┤", goesOn: "▸", cameFrom: "◂", possible: "○", tick: "·")

  static let ascii = Glyphs(
    density: [" ", ".", ":", "-", "=", "+", "*", "%", "#"], horizontalRule: "-", verticalRule: "|", ellipsis: "...",
    disputed: "!=", fault: "^", dated: "*", several: "#", lasting: "=", uncertainStart: "[", uncertainMiddle: "-",
    uncertainEnd: "]", goesOn: ">", cameFrom: "<", possible: "o", tick: ".")
}
