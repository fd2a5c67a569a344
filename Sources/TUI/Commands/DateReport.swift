internal import EDTF

/// The answer of `chronology date` for a string: one JSON object on one line.
///
/// The input is taken as bytes, so that nothing a file can contain is rejected before it is read; what is not UTF-8
/// appears as U+FFFD in the answer.
package struct DateReport {
  /// Whether a person typed the strings (`NaturalDate`), rather than a program (`EDTFDate`).
  package let isTyped: Bool

  package init(isTyped: Bool = false) { self.isTyped = isTyped }

  /// Appends the object, without a line end.
  package func write(_ input: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    output.append("{\"input\":")
    JSONText.write(input, to: &output)
    if isTyped {
      writeTyped(String(decoding: input, as: UTF8.self), to: &output)
    } else {
      do {
        let date = try EDTFDate(utf8: input)
        write(date, to: &output)
        output.append(",\"text\":")
        JSONText.write(date.words, to: &output)
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
      JSONText.write(typed.note.map { "\(typed.words) (\($0))" } ?? typed.words, to: &output)
      output.append(",\"edtf\":")
      JSONText.write(typed.edtf.description, to: &output)
    } catch {
      let suggestion = error.suggestion.map { "; did you mean \($0)?" } ?? ""
      write(reason: error.reason + suggestion, offset: error.offset, to: &output)
    }
  }

  private func write(reason: String, offset: Int, to output: inout [UInt8]) {
    output.append(",\"valid\":false,\"error\":")
    JSONText.write("\(reason) (at offset \(offset))", to: &output)
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

/// JSON strings, with their quotation marks.
private enum JSONText {
  static func write(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { write($0, to: &output) }
  }

  static func write(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    if bytes.allSatisfy(isPlain) {
      output.append(contentsOf: bytes)
    } else {
      for byte in String(decoding: bytes, as: UTF8.self).utf8 { escape(byte, to: &output) }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static func escape(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      output.append(UInt8(ascii: "\\"))
      output.append(byte)
    case 0..<0x20, 0x7F:
      let hexadecimal = Array("0123456789abcdef".utf8)
      output.append("\\u00")
      output.append(hexadecimal[Int(byte >> 4)])
      output.append(hexadecimal[Int(byte & 15)])
    default: output.append(byte)
    }
  }
}
