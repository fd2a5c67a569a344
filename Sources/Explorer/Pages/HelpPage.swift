internal import EDTF
internal import Timeline

/// The vocabulary as a page: keys, words and what they do. All of it is generated.
enum HelpPage {
  /// - Parameters:
  ///   - topic: the name of a command, "query" or "dates"; nil for everything.
  ///   - isText: whether it is read at a prompt, where keys have no meaning.
  ///   - glyphs: the drawn signs to explain; nil if everything is in words.
  static func page(topic: String?, isText: Bool = false, glyphs: Glyphs? = nil, bindings: KeyBindings) -> Page {
    if let topic, let entry = Vocabulary.entry(named: topic) { return about(entry, isText: isText, bindings) }
    var page = Page(title: "Help", status: "\(Vocabulary.entries.count) commands", labelWidth: 16)
    if topic == nil {
      page.rows.append(
        Row(
          "Every command has a word, and most a key. Type the word after : in the browser, or at the prompt of text mode; any unique prefix works.",
          spoken:
            "Every command has a word, and most a key. In text mode type the word; any unique prefix works. Type help and a command for one of them. A number chooses, an empty line continues."
        ))
      for group in Vocabulary.Entry.Group.allCases {
        page.rows += [.blank, .heading(group.rawValue)]
        page.rows += Vocabulary.entries.filter { $0.group == group }.map { row(of: $0, bindings, isText: isText) }
      }
    }
    page.rows += [.blank, .heading("What find understands")]
    page.rows += Query.help.map { line in
      Row(.text, [Span(line.form, .bold), Span("  " + line.meaning)], spoken: "\(line.form). \(line.meaning)".sentence)
    }
    page.rows += [.blank, .heading("Dates"), Row(dates)]
    if let glyphs {
      page.rows += [.blank, .heading("Signs")]
      page.rows += signs(glyphs).map { sign, meaning in Row(.text, [Span(sign, .bold), Span("  " + meaning)]) }
    }
    return page
  }

  private static func signs(_ glyphs: Glyphs) -> [(String, String)] {
    [
      (glyphs.disputed, "disputed: the sources disagree"),
      ("?", "maybe: matches only if its uncertain date falls in the range"),
      ("+2", "two more agencies"), (glyphs.ellipsis, "there is more than fits"),
    ] + glyphs.legend.map { ($0.sign, "in the lanes: \($0.meaning)") }
  }

  private static let dates =
    "A date may be typed as people write it: 2007, feb 2007, 12 March 2009, 12/03/2009 with the day first, spring 2008, early 2008, before 2004, since 2008, 2004 to 2007; or in EDTF."

  private static func row(of entry: Vocabulary.Entry, _ bindings: KeyBindings, isText: Bool) -> Row {
    let keys = bindings.keys(of: entry).compactMap(\.name)
    let word = entry.usage
    return Row(
      .entry, label: keys.prefix(3).joined(separator: " "), [Span(word, .bold), Span("  " + entry.help)],
      spoken: "\(word). \(entry.help)"
        + (keys.isEmpty || isText ? "" : " \(keys.count == 1 ? "Key" : "Keys") \(Wording.list(keys))."))
  }

  private static func about(_ entry: Vocabulary.Entry, isText: Bool, _ bindings: KeyBindings) -> Page {
    var page = Page(title: "Help on \(entry.name)", labelWidth: 10)
    page.rows = [Row(label: "Does", entry.help, spoken: entry.help)]
    page.rows.append(Row(label: "Words", entry.usage))
    if !entry.aliases.isEmpty { page.rows.append(Row(label: "Also", Wording.list(entry.aliases, "or"))) }
    let keys = isText ? [] : bindings.keys(of: entry).compactMap(\.name)
    if !keys.isEmpty { page.rows.append(Row(label: keys.count == 1 ? "Key" : "Keys", Wording.list(keys, "or"))) }
    return page
  }
}
