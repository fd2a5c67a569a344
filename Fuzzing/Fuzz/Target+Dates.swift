internal import EDTF

extension Target {
  /// Anything that is read as EDTF is also written as EDTF, and has words and bounds.
  static func edtf(_ bytes: UnsafeBufferPointer<UInt8>) {
    do throws(EDTFError) {
      check(try EDTFDate(utf8: bytes))
    } catch {
      rule((0...bytes.count).contains(error.offset), "the offset \(error.offset) is in the text")
    }
  }

  /// Typed text is either a date with words, or a fault with its place in the text. A suggestion is always a valid
  /// date.
  static func date(_ text: String) {
    do throws(NaturalDateError) {
      let date = try NaturalDate(text)
      rule(!date.words.isEmpty, "a date has words")
      check(date.edtf)
    } catch {
      rule(!error.reason.isEmpty, "a fault has a reason")
      rule((0...text.unicodeScalars.count).contains(error.offset), "the offset \(error.offset) is in the text")
      if let suggestion = error.suggestion {
        rule((try? NaturalDate(suggestion)) != nil, "the suggestion “\(suggestion)” is a date")
      }
    }
  }

  private static func check(_ date: EDTFDate) {
    let again = try? EDTFDate(date.description)
    rule(again == date, "“\(date.description)” is read as the same date")
    rule(again?.bounds == date.bounds, "“\(date.description)” has the same bounds")
    if let first = date.bounds.earliest.day, let last = date.bounds.latest.day {
      rule(first.number <= last.number, "the bounds are in order")
    }
    rule(!date.words.isEmpty && !date.brief.isEmpty, "a date has words")
    for columns in [1, 8, 24] { _ = date.short(within: columns, ascii: columns == 8) }
    _ = date.key
  }
}
