/// The lines of a calendar, unfolded (RFC 5545, 3.1).
struct CalendarLines {
  struct Line {
    var offset: Int
    var text: String
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next line that is not blank.
  mutating func next() -> Line? {
    while position < bytes.count {
      let start = position
      var line = Array(physicalLine())
      // A continuation line begins with a space or a tab.
      while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 {
        line.append(contentsOf: physicalLine().dropFirst())
      }
      // In vCalendar 1.0, a quoted-printable line that continues ends with an equals sign.
      while line.last == UInt8(ascii: "="), position < bytes.count,
        String(decoding: line, as: UTF8.self).uppercased().contains("QUOTED-PRINTABLE")
      {
        line.removeLast()
        line.append(contentsOf: physicalLine())
      }
      if line.contains(where: { $0 > 0x20 }) { return Line(offset: start, text: String(decoding: line, as: UTF8.self)) }
    }
    return nil
  }

  private mutating func physicalLine() -> Slice<UnsafeBufferPointer<UInt8>> {
    let start = position
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    var end = position
    if position < bytes.count { position += 1 }
    while end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return bytes[start..<end]
  }
}

/// A property: name, parameters and value (RFC 5545, 3.1).
struct CalendarProperty {
  /// In upper case.
  let name: String
  let offset: Int
  /// Exactly as in the file, still escaped.
  let value: String
  private var parameters: [(name: String, value: String)] = []

  init?(_ line: CalendarLines.Line) {
    offset = line.offset
    let text = line.text
    var isQuoted = false
    // A colon or a semicolon inside quotes belongs to a parameter.
    guard
      let colon = text.unicodeScalars.firstIndex(where: { scalar in
        if scalar == "\"" { isQuoted.toggle() }
        return scalar == ":" && !isQuoted
      }) ?? text.unicodeScalars.firstIndex(of: ":")
    else { return nil }
    let head = text[..<colon]
    value = String(text[text.unicodeScalars.index(after: colon)...])
    var parts = Self.parts(of: head)
    // Before a full stop there may be a group, as in vCard.
    name = parts.removeFirst().uppercased().trimmed
    guard !name.isEmpty,
      name.utf8.allSatisfy({ $0 == 0x2D || $0 == 0x2E || $0 == 0x5F || $0 &- 48 < 10 || $0 &- 65 < 26 })
    else { return nil }
    for part in parts {
      guard let sign = part.firstIndex(of: "=") else { continue }
      let value = part[part.index(after: sign)...].filter { $0 != "\"" }
      parameters.append((part[..<sign].uppercased().trimmed, String(value)))
    }
  }

  private static func parts(of head: Substring) -> [String] {
    var parts = [""]
    var isQuoted = false
    for scalar in head.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if scalar == ";", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      }
    }
    return parts
  }

  func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// The text with its line breaks, unescaped (RFC 5545, 3.3.11) or decoded from vCalendar 1.0's quoted-printable.
  var lines: String {
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in (parameter("ENCODING")?.uppercased() == "QUOTED-PRINTABLE" ? quotedPrintable : value).unicodeScalars {
      if isEscaped {
        text.append(scalar == "n" || scalar == "N" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }

  /// The same on one line.
  var text: String { ImportedText.line(lines) }

  private var quotedPrintable: String {
    var bytes: [UInt8] = []
    var rest = value.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "="), let high = rest.first.flatMap(SWAR.hexDigit),
        let low = rest.dropFirst().first.flatMap(SWAR.hexDigit)
      {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The texts of a list separated by commas.
  var list: [String] {
    var parts = [""]
    var isEscaped = false
    for scalar in value.unicodeScalars {
      if !isEscaped, scalar == "," {
        parts.append("")
      } else {
        if isEscaped || scalar != "\\" {
          parts[parts.count - 1].unicodeScalars.append(isEscaped && (scalar == "n" || scalar == "N") ? " " : scalar)
        }
        isEscaped = !isEscaped && scalar == "\\"
      }
    }
    return parts.map { ImportedText.line($0) }.filter { !$0.isEmpty }
  }
}
