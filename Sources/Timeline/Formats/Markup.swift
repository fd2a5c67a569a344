/// The inline elements of a briefing, whatever it is written in.
enum Inline {
  case text(String)
  case strong(String)
  /// A text that links to a place in the briefing.
  case link(String, to: Anchor)
  /// An address and the text that links to it.
  case address(String, url: String)
}

/// A place in a briefing.
enum Anchor {
  case event(String)
  case source(String)
  case part(String)

  /// An id valid in any document: letters, digits, hyphens; any other byte is `_` and its hexadecimal digits.
  var id: String {
    let (kind, name) =
      switch self {
      case .event(let id): ("event-", id)
      case .source(let id): ("source-", id)
      case .part(let name): ("", name)
      }
    var result = kind
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "_" + String(byte, radix: 16)
      }
    }
    return result
  }
}

/// The parts of a document, in the order in which they come.
protocol Markup {
  var sink: ByteSink { get }
  /// - Parameter contents: the entries of the table of contents.
  func begin(title: String, about: [String], contents: [(title: String, anchor: Anchor)])
  /// - Parameter level: 2 to 4.
  func heading(_ level: Int, _ text: String, at anchor: Anchor)
  func paragraph(_ parts: [Inline])
  func list(_ items: [[Inline]])
  /// The first cell of each row is its header.
  func table(_ caption: String, _ columns: [String], _ rows: [[[Inline]]])
  /// What belongs to one event, or one source, is between these.
  func beginEntry(_ anchor: Anchor)
  func endEntry()
  func end(_ closing: String)
}

extension String {
  /// Escaped for HTML and XML, in texts and in attributes with double quotes. Control characters, which HTML does not
  /// allow, become spaces.
  var escapedForHTML: String {
    guard utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 })
    else { return self }
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\0"..<" ", "\u{7F}"..."\u{9F}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether an address may be followed: a web or file address, without characters that do not belong in one.
  package var isSafeAddress: Bool {
    let scheme = prefix { $0 != ":" }.lowercased()
    guard ["http", "https", "file"].contains(scheme), dropFirst(scheme.count).hasPrefix("://") else { return false }
    return utf8.allSatisfy {
      $0 > 0x20 && $0 != 0x7F && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E && $0 != 0x5C && $0 != 0x60
    }
      && unicodeScalars.allSatisfy {
        $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
      }
  }
}
