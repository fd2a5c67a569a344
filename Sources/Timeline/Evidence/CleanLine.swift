/// A stretch of a text on one line, fit for a terminal, with the way from the text's scalars to its characters.
struct CleanLine {
  let text: String
  /// How many characters `text` has.
  var count: Int { starts.count }
  /// For each scalar kept, where it stood.
  private let origins: [Int]
  /// For each character of `text`, its first scalar.
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

  /// Controls could reach the terminal as commands and formatting characters reorder or hide text; joiners shape letters.
  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: false
    case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
    default: true
    }
  }

  /// The characters that hold something of a range of the text's scalars.
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
