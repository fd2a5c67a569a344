/// The visible part of a typed line: as much as fits, including the insertion point. Columns count from the start of
/// that part.
package struct PromptLine {
  package let visible: String
  package let cursor: Int
  /// Where the text ends.
  package let end: Int
  /// Where the fault is; nil if there is none, or if it is out of view.
  package let fault: Int?

  /// - Parameter shown: the text as the terminal shows it, character by character.
  package init(_ prompt: Prompt, width: Int, shown: (String) -> String) {
    let pieces = prompt.text.map { shown(String($0)) }
    let widths = pieces.map { CellWidth.of($0) }
    let insertion = min(max(0, prompt.cursor), pieces.count)
    var start = insertion
    // One column is reserved for the cursor after the last character.
    var room = width - 1
    while start > 0, widths[start - 1] <= room {
      room -= widths[start - 1]
      start -= 1
    }
    cursor = widths[start..<insertion].reduce(0, +)
    var stop = insertion
    var used = cursor
    while stop < pieces.count, used + widths[stop] <= width {
      used += widths[stop]
      stop += 1
    }
    visible = pieces[start..<stop].joined()
    end = used

    var wrong: Int?
    if let offset = prompt.faultOffset {
      var scalars = 0
      var index = 0
      for character in prompt.text where scalars + character.unicodeScalars.count <= offset {
        scalars += character.unicodeScalars.count
        index += 1
      }
      if (start...stop).contains(index) { wrong = widths[start..<index].reduce(0, +) }
    }
    fault = wrong
  }
}
