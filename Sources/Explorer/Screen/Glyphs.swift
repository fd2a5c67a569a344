/// The signs that are drawn rather than written, with and without Unicode.
struct Glyphs: Sendable {
  /// From empty to full in nine steps.
  let density: [String]
  let horizontalRule: String
  let verticalRule: String
  let ellipsis: String
  /// Marks an event on which the sources disagree, if there is no room for the word.
  let disputed: String
  let fault: String

  // Lanes
  let dated: String
  let several: String
  let lasting: String
  let uncertainStart: String
  let uncertainMiddle: String
  let uncertainEnd: String
  /// A span that continues beyond the edge of what is known: to the right, and to the left.
  let goesOn: String
  let cameFrom: String
  let possible: String
  /// The start of a labelled column, in an empty part of a lane.
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
