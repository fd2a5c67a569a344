/// CommonMark, with tables in the GitHub and Pandoc style.
struct MarkdownMarkup: Markup {
  let sink: ByteSink

  init(_ sink: ByteSink) { self.sink = sink }

  func begin(title: String, about: [String], contents: [(title: String, anchor: Anchor)]) {
    sink.text("# \(Self.escaped(title))\n\n")
    for line in about { paragraph([.text(line)]) }
    if !contents.isEmpty { list(contents.map { [.link($0.title, to: $0.anchor)] }) }
  }

  func heading(_ level: Int, _ text: String, at anchor: Anchor) {
    sink.text("<a id=\"\(anchor.id)\"></a>\n\n")
    sink.text("\(String(repeating: "#", count: level)) \(Self.escaped(text))\n\n")
  }

  func paragraph(_ parts: [Inline]) {
    sink.text(Self.safeStart(parts.map(Self.inline).joined()) + "\n\n")
  }

  func list(_ items: [[Inline]]) {
    for item in items { sink.text("- \(Self.safeStart(item.map(Self.inline).joined()))\n") }
    sink.text("\n")
  }

  func table(_ caption: String, _ columns: [String], _ rows: [[[Inline]]]) {
    sink.text("**\(Self.escaped(caption))**\n\n")
    sink.text("| " + columns.map(Self.escaped).joined(separator: " | ") + " |\n")
    sink.text("|" + String(repeating: " --- |", count: columns.count) + "\n")
    for row in rows {
      sink.text("| " + row.map { $0.map(Self.inline).joined() }.joined(separator: " | ") + " |\n")
    }
    sink.text("\n")
  }

  func beginEntry(_ anchor: Anchor) {}
  func endEntry() {}

  func end(_ closing: String) {
    sink.text("---\n\n")
    sink.text(Self.escaped(closing) + "\n")
  }

  private static func inline(_ part: Inline) -> String {
    switch part {
    case .text(let text): escaped(text)
    case .strong(let text): "**\(escaped(text))**"
    case .link(let text, let anchor): "[\(escaped(text))](#\(anchor.id))"
    case .address(let text, let url): url.isSafeAddress ? "[\(escaped(text))](<\(url)>)" : escaped(text)
    }
  }

  /// The text with a backslash before everything that Markdown could interpret.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "&", "~", "!", "$", "{", "}":
        result.unicodeScalars.append("\\")
        result.unicodeScalars.append(scalar)
      case "\0"..<" ", "\u{7F}"..."\u{9F}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Keeps a text from being read as a list item or a thematic break.
  private static func safeStart(_ text: String) -> String {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if let next = text.dropFirst(digits.count).first, !digits.isEmpty, next == "." || next == ")" {
      return digits + "\\" + text.dropFirst(digits.count)
    }
    if let first = text.first, "+-=:".contains(first) { return "\\" + text }
    return text
  }
}
