internal import EDTF
internal import Timeline

/// The answer of `chronology date` for a string: one JSON object on one line.
///
/// The input is taken as bytes, so that nothing a file can contain is rejected before it is read; what is not UTF-8
/// appears as U+FFFD in the answer.
package struct DateReport {
  /// Whether a person typed the strings (`NaturalDate`), rather than a program (`EDTFDate`).
  package let isTyped: Bool

  /// Whether the answer is in ASCII, with everything beyond it as an escape.
  package let isASCII: Bool

  package init(isTyped: Bool = false, isASCII: Bool = false) {
    self.isTyped = isTyped
    self.isASCII = isASCII
  }

  /// Appends the object, without a line end.
  package func write(_ input: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    output.append("{\"input\":")
    writeText(input, to: &output)
    if isTyped {
      writeTyped(String(decoding: input, as: UTF8.self), to: &output)
    } else {
      do {
        let date = try EDTFDate(utf8: input)
        write(date, to: &output)
        output.append(",\"text\":")
        writeText(date.words, to: &output)
      } catch {
        write(reason: error.reason, offset: error.offset, to: &output)
      }
    }
    output.append("}")
  }

  /// The object as a string.
  package func line(_ input: String) -> String {
    var input = input
    var output: [UInt8] = []
    input.withUTF8 { write($0, to: &output) }
    return String(decoding: output, as: UTF8.self)
  }

  private func writeTyped(_ input: String, to output: inout [UInt8]) {
    do {
      let typed = try NaturalDate(input)
      write(typed.edtf, to: &output)
      output.append(",\"text\":")
      writeText(typed.note.map { "\(typed.words) (\($0))" } ?? typed.words, to: &output)
      output.append(",\"edtf\":")
      writeText(typed.edtf.description, to: &output)
    } catch {
      let suggestion = error.suggestion.map { ". " + Wording.didYouMean($0) } ?? ""
      write(reason: error.reason + suggestion, offset: error.offset, to: &output)
    }
  }

  private func write(reason: String, offset: Int, to output: inout [UInt8]) {
    output.append(",\"valid\":false,\"error\":")
    writeText("\(reason) (at offset \(offset))", to: &output)
  }

  private func write(_ date: EDTFDate, to output: inout [UInt8]) {
    output.append(",\"valid\":true,\"level\":")
    output.append(UInt8(ascii: "0") + UInt8(date.level))
    let bounds = date.bounds
    output.append(",\"earliest\":\"")
    write(bounds.earliest, to: &output)
    output.append("\",\"latest\":\"")
    write(bounds.latest, to: &output)
    output.append(date.isUncertain ? "\",\"uncertain\":true" : "\",\"uncertain\":false")
    output.append(date.isApproximate ? ",\"approximate\":true" : ",\"approximate\":false")
  }

  private func write(_ bound: Bound, to output: inout [UInt8]) {
    switch bound {
    case .open: output.append("open")
    case .unknown: output.append("unknown")
    case .day(let day): output.append(contentsOf: day.description.utf8)
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

extension DateReport {
  private func writeText(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { writeText($0, to: &output) }
  }

  /// A JSON string, with its quotation marks.
  private func writeText(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    guard bytes.allSatisfy(Self.isPlain) else {
      var writer = JSONWriter()
      writer.string(String(decoding: bytes, as: UTF8.self))
      output.append(contentsOf: HarmlessJSON.text(writer.text, isASCII: isASCII).utf8)
      return
    }
    output.append(UInt8(ascii: "\""))
    output.append(contentsOf: bytes)
    output.append(UInt8(ascii: "\""))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }
}
