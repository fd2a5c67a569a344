/// Replacements for characters on a terminal that only supports ASCII.
package enum Ascii {
  /// The replacement for a scalar: empty for a combining mark, `?` if nothing better is known. It may be wider than
  /// the scalar.
  package static func of(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return String(scalar) }
    if let standIn = standIns[scalar] { return standIn }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return ""
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return " "
    case .dashPunctuation: return "-"
    default: return "?"
    }
  }

  package static func of(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return String(text) }
    return text.unicodeScalars.reduce(into: "") { $0 += of($1) }
  }

  private static let standIns: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    for (standIn, scalars) in groups {
      for scalar in scalars.unicodeScalars { table[scalar] = standIn }
    }
    return table
  }()

  /// Each replacement with the precomposed scalars it stands for.
  private static let groups: [(String, String)] = letters + punctuation + signs + shapes

  private static let letters: [(String, String)] = [
    ("A", "ÀÁÂÃÄÅĀĂĄǍ"), ("a", "àáâãäåāăąǎª"), ("AE", "Æ"), ("ae", "æ"), ("C", "ÇĆĈĊČ"), ("c", "çćĉċč"),
    ("D", "ĎĐÐ"), ("d", "ďđð"), ("E", "ÈÉÊËĒĔĖĘĚ"), ("e", "èéêëēĕėęě"), ("G", "ĜĞĠĢ"), ("g", "ĝğġģ"), ("H", "ĤĦ"),
    ("h", "ĥħ"), ("I", "ÌÍÎÏĨĪĬĮİǏ"), ("i", "ìíîïĩīĭįıǐ"), ("J", "Ĵ"), ("j", "ĵ"), ("K", "Ķ"), ("k", "ķĸ"),
    ("L", "ĹĻĽĿŁ"), ("l", "ĺļľŀł"), ("N", "ÑŃŅŇŊ"), ("n", "ñńņňŉŋ"), ("O", "ÒÓÔÕÖØŌŎŐǑ"), ("o", "òóôõöøōŏőǒº"),
    ("OE", "Œ"), ("oe", "œ"), ("R", "ŔŖŘ"), ("r", "ŕŗř"), ("S", "ŚŜŞŠȘ"), ("s", "śŝşšșſ"), ("ss", "ß"), ("SS", "ẞ"),
    ("T", "ŢŤŦȚ"), ("t", "ţťŧț"), ("Th", "Þ"), ("th", "þ"), ("U", "ÙÚÛÜŨŪŬŮŰŲǓ"), ("u", "ùúûüũūŭůűųǔ"),
    ("W", "ŴẀẂẄ"), ("w", "ŵẁẃẅ"), ("Y", "ÝŶŸỲ"), ("y", "ýÿŷỳ"), ("Z", "ŹŻŽ"), ("z", "źżž"),
    ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ffi", "ﬃ"), ("ffl", "ﬄ"),
  ]

  private static let punctuation: [(String, String)] = [
    ("'", "‘’‚‛′ʼ`´"), ("\"", "“”„‟″"), ("<<", "«"), (">>", "»"), ("<", "‹"), (">", "›"), ("-", "‐‑‒–—―−"),
    ("...", "…"),
    ("!", "¡"), ("?", "¿\u{FFFD}"), ("|", "¦"), (".", "·"), ("*", "•‣"), ("+", "†"), ("++", "‡"),
  ]

  private static let signs: [(String, String)] = [
    ("par. ", "¶"), ("s. ", "§"), ("GBP ", "£"), ("EUR ", "€"), ("(c)", "©"), ("(R)", "®"), ("(TM)", "™"),
    ("No. ", "№"),
    ("1/4", "¼"), ("1/2", "½"), ("3/4", "¾"), ("1", "¹"), ("2", "²"), ("3", "³"), (" deg", "°"), ("+/-", "±"),
    ("u", "µμ"),
    ("x", "×✗✘"), ("/", "÷⁄"), ("<=", "≤"), (">=", "≥"), ("!=", "≠"), ("~", "≈∼"), ("->", "→⇒"), ("<-", "←⇐"),
    ("^", "↑▲"), ("v", "↓▼✓✔"),
  ]

  /// Drawing signs: one column each, so that drawings keep their shape.
  private static let shapes: [(String, String)] = [
    ("-", "─╌┄╴╶"), ("=", "━═▬▄"), ("|", "│┃║▌▐▏▎▍▕┆╎"), ("+", "┌┐└┘┬┴┼╭╮╯╰┏┓┗┛┳┻╋┣┫▅"), ("[", "├╞"), ("]", "┤╡"),
    ("*", "●◆★▆"), ("o", "○◇◯☆"), (">", "▶►▸"), ("<", "◀◄◂"), (".", "▁░"), (":", "▂▒"), ("-", "▃"), ("%", "▇▓"),
    ("#", "█■"),
    (" ", "□▀"),
  ]
}
