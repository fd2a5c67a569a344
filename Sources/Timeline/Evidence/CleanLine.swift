/// A stretch of text on one line, safe for a terminal, with a mapping from the text's scalars to its characters.
struct CleanLine {
  let text: String
  /// The number of characters in `text`.
  var count: Int { starts.count }
  /// The original offset of each scalar kept.
  private let origins: [Int]
  /// The first scalar of each character of `text`.
  private let starts: [Int]

  init(_ scalars: [Unicode.Scalar], _ range: Range<Int>) {
    var view = String.UnicodeScalarView()
    var origins: [Int] = []
    var space: Int?
    for index in range {
      let scalar = scalars[index]
      if scalar.properties.isWhitespace {
        space = space ?? index
      } else if CleanLine.isShown(scalar) {
        if let space, !origins.isEmpty {
          view.append(" ")
          origins.append(space)
        }
        space = nil
        view.append(scalar)
        origins.append(index)
      }
    }
    text = String(view)
    self.origins = origins
    var starts: [Int] = []
    var next = 0
    for character in text {
      starts.append(next)
      next += character.unicodeScalars.count
    }
    self.starts = starts
  }

  /// Controls could act as terminal commands, and formatting characters reorder or hide text; joiners are kept, since
  /// they shape letters.
  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: false
    case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
    default: true
    }
  }

  /// The characters that contain any of a range of the text's scalars.
  func characters(of range: Range<Int>) -> Range<Int> {
    var first = origins.firstIndex { $0 >= range.lowerBound } ?? origins.count
    let end = origins.firstIndex { $0 >= range.upperBound } ?? origins.count
    if first < end, text.unicodeScalars[text.unicodeScalars.index(text.startIndex, offsetBy: first)] == " " {
      first += 1
    }
    guard first < end else { return 0..<0 }
    let lower = (starts.firstIndex { $0 > first } ?? starts.count) - 1
    let upper = starts.firstIndex { $0 >= end } ?? starts.count
    return lower..<upper
  }
}
