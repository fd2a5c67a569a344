/// Where and why bytes are not JSON (RFC 8259).
package struct JSONFault: Error, Equatable {
  package enum Reason: Equatable {
    case endOfFile
    case valueExpected
    case keyExpected
    case colonExpected
    case commaExpected(in: Container)
    case trailingComma
    case unquotedControl(UInt8)
    case badEscape
    case badUnicodeEscape
    case loneSurrogate
    case badUTF8
    case badNumber
    case leadingZero
    case unterminatedString
    case tooDeep
    case textAfterEnd
  }

  package enum Container: String { case object, array }

  package var reason: Reason
  /// In bytes of the file.
  package var offset: Int

  /// Whether the fault is inside a string, so that everything around it may still be valid.
  var isInText: Bool { reason == .badUTF8 || reason == .loneSurrogate }

  package init(reason: Reason, offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  var message: String {
    switch reason {
    case .endOfFile: "The end comes in the middle of a value."
    case .valueExpected: "A JSON value is expected here."
    case .keyExpected: "A field's name in double quotes is expected here."
    case .colonExpected: "A colon is expected between a field's name and its value."
    case .commaExpected(let container):
      "A comma or the end of the \(container.rawValue) is expected here."
    case .trailingComma: "A comma is followed by nothing."
    case .unquotedControl(let byte):
      "A control character (\(controlName(byte))) is not escaped in a text."
    case .badEscape: "This is not an escape that JSON has."
    case .badUnicodeEscape: "\\u is not followed by four hexadecimal digits."
    case .loneSurrogate: "A surrogate pair has only one half."
    case .badUTF8: "These bytes are not UTF-8."
    case .badNumber: "This is not a number as JSON writes it."
    case .leadingZero: "A number begins with a zero that does not belong there."
    case .unterminatedString: "The end comes inside a text."
    case .tooDeep: "Values are nested more than \(JSONCursor.depthLimit) deep."
    case .textAfterEnd: "Something follows the end of the chronology."
    }
  }

  var remedy: String {
    switch reason {
    case .endOfFile, .unterminatedString: "It was probably cut short: copy or export it again."
    case .badUTF8: "Save the file as UTF-8."
    case .unquotedControl: "Delete it, or write a line break as \\n and a tab as \\t."
    case .badEscape: "Write a backslash itself as \\\\."
    case .badUnicodeEscape, .loneSurrogate: "Write the character itself, or its whole escape."
    case .tooDeep: "Nothing in a chronology is that deep: look for a bracket that is never closed."
    case .trailingComma: "Delete the comma."
    case .textAfterEnd: "Delete it; or, for one event a line, put a line without events first."
    default: "Fix the file here; everything before this place was read."
    }
  }

  private func controlName(_ byte: UInt8) -> String {
    switch byte {
    case 0x09: "a tab"
    case 0x0A, 0x0D: "a line break"
    default: "U+00" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }
}
