/// Converts HTML in a text of another program to plain text: removes tags, keeps the addresses of links, decodes
/// entities.
enum PlainHTML {
  static func text(_ html: String) -> String {
    guard html.contains(where: { $0 == "<" || $0 == "&" }) else { return ImportedText.line(html) }
    var reader = Reader(scalars: Array(html.unicodeScalars))
    return ImportedText.line(reader.text())
  }

  /// In characters. A `<` without a `>` within this distance does not begin a tag.
  private static let longestTag = 8192

  private struct Reader {
    let scalars: [Unicode.Scalar]
    var at = 0
    var plain = String.UnicodeScalarView()
    /// The open link: its address, and where its text begins.
    var link: (address: String, start: Int)?

    mutating func text() -> String {
      while at < scalars.count {
        switch scalars[at] {
        case "<": tag()
        case "&": entity()
        default:
          plain.append(scalars[at])
          at += 1
        }
      }
      return String(plain)
    }

    /// Skips a tag; anything else is left unchanged.
    private mutating func tag() {
      let start = at
      if scalars[at...].starts(with: "<!--".unicodeScalars) {
        at = end(of: "-->") ?? scalars.count
        return
      }
      let rest = scalars[(at + 1)...]
      let isClosing = rest.first == "/"
      let word = (isClosing ? rest.dropFirst() : rest).prefix { Self.isSign($0) }
      let name = String(String.UnicodeScalarView(word)).lowercased()
      guard !name.isEmpty, let close = closing(from: at) else {
        plain.append("<")
        at = start + 1
        return
      }
      let attributes = scalars[(at + 1)..<close]
      at = close + 1
      switch name {
      case "script", "style":
        if !isClosing { at = end(of: "</\(name)>") ?? scalars.count }
      case "a":
        isClosing ? endLink() : beginLink(Array(attributes))
      case "b", "strong", "i", "em", "u", "s", "span", "font", "small", "big", "sub", "sup", "cite", "code", "abbr",
        "q",
        "mark", "time", "img":
        break
      default:
        // Text in a block must not join the text before it.
        plain.append(" ")
      }
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }

    /// The `>` that ends a tag, ignoring those inside quotes.
    private func closing(from start: Int) -> Int? {
      var quote: Unicode.Scalar?
      for index in start..<min(scalars.count, start + PlainHTML.longestTag) {
        let scalar = scalars[index]
        if let open = quote {
          if scalar == open { quote = nil }
        } else if scalar == "\"" || scalar == "'" {
          quote = scalar
        } else if scalar == ">" {
          return index
        }
      }
      return nil
    }

    private func end(of text: String) -> Int? {
      let wanted = Array(text.unicodeScalars)
      var index = at
      while index + wanted.count <= scalars.count {
        if scalars[index] == wanted[0],
          scalars[index..<index + wanted.count].elementsEqual(
            wanted, by: { $0.properties.lowercaseMapping == $1.properties.lowercaseMapping })
        {
          return index + wanted.count
        }
        index += 1
      }
      return nil
    }

    private mutating func beginLink(_ attributes: [Unicode.Scalar]) {
      endLink()
      var view = String.UnicodeScalarView()
      view.append(contentsOf: attributes)
      let text = String(view)
      guard let mark = text.firstRange(of: "href=") else { return }
      let value = text[mark.upperBound...]
      let address: Substring
      if let quote = value.first, quote == "\"" || quote == "'" {
        address = value.dropFirst().prefix { $0 != quote }
      } else {
        address = value.prefix { !$0.isWhitespace }
      }
      var reader = Reader(scalars: Array(address.replacing("<", with: "").unicodeScalars))
      link = (reader.text(), plain.count)
    }

    /// Writes the address after the link's text, unless they are the same.
    private mutating func endLink() {
      guard let (address, start) = link else { return }
      link = nil
      var words = String.UnicodeScalarView()
      words.append(contentsOf: plain.dropFirst(start))
      guard address.isSafeAddress, String(words) != address else { return }
      plain.append(contentsOf: " (\(address))".unicodeScalars)
    }

    /// Decodes a named or numeric character reference; anything else is left unchanged.
    private mutating func entity() {
      let body = scalars[(at + 1)...].prefix { $0 == "#" || Self.isSign($0) }
      let end = at + 1 + body.count
      var view = String.UnicodeScalarView()
      view.append(contentsOf: body)
      guard body.count <= 32, let scalar = Entity.scalar(String(view)) else {
        plain.append("&")
        at += 1
        return
      }
      plain.append(scalar)
      at = end < scalars.count && scalars[end] == ";" ? end + 1 : end
    }
  }
}

/// The named characters of HTML 4, and numeric ones.
private enum Entity {
  static func scalar(_ name: String) -> Unicode.Scalar? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.first == "x" || digits.first == "X"
      return UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10).flatMap(
        Unicode.Scalar.init)
    }
    return named[name]
  }

  /// U+00A0 to U+00FF in order. <https://www.w3.org/TR/html401/sgml/entities.html>
  private static let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para \
    middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave \
    Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc \
    Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc \
    iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
    """

  private static let named: [String: Unicode.Scalar] = {
    var named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "–", "mdash": "—", "lsquo": "‘",
      "rsquo": "’",
      "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "hellip": "…", "bull": "•", "dagger": "†", "Dagger": "‡",
      "permil": "‰", "lsaquo": "‹", "rsaquo": "›", "euro": "€", "trade": "™", "OElig": "Œ", "oelig": "œ", "Scaron": "Š",
      "scaron": "š", "Yuml": "Ÿ", "circ": "ˆ", "tilde": "˜", "ensp": " ", "emsp": " ", "thinsp": " ", "minus": "−",
      "prime": "′", "Prime": "″", "larr": "←", "rarr": "→", "ne": "≠", "le": "≤", "ge": "≥",
    ]
    for (number, name) in latin.split(separator: " ").enumerated() {
      named[String(name)] = Unicode.Scalar(0xA0 + UInt32(number))
    }
    return named
  }()
}
