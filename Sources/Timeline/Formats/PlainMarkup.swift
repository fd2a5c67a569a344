/// Plain text: one line for each statement, a blank one before each heading.
struct PlainMarkup: Markup {
  let sink: ByteSink

  init(_ sink: ByteSink) { self.sink = sink }

  func begin(title: String, about: [String], contents: [(title: String, anchor: Anchor)]) {
    line(title)
    for text in about { line(text) }
  }

  func heading(_ level: Int, _ text: String, at anchor: Anchor) {
    sink.text("\n")
    line(text)
  }

  func paragraph(_ parts: [Inline]) { line(parts.map(Self.inline).joined()) }

  func list(_ items: [[Inline]]) {
    for item in items { line("- " + item.map(Self.inline).joined()) }
  }

  func table(_ caption: String, _ columns: [String], _ rows: [[[Inline]]]) {
    line(caption + ":")
    for row in rows {
      let cells = row.map { $0.map(Self.inline).joined() }
      line("- " + cells.filter { !$0.isEmpty }.map(\.sentence).joined(separator: " "))
    }
  }

  func beginEntry(_ anchor: Anchor) {}
  func endEntry() {}

  func end(_ closing: String) {
    sink.text("\n")
    line(closing)
  }

  private func line(_ text: String) {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { view.append(scalar.properties.generalCategory == .control ? " " : scalar) }
    sink.text(String(view) + "\n")
  }

  private static func inline(_ part: Inline) -> String {
    switch part {
    case .text(let text), .strong(let text), .link(let text, to: _): text
    case .address(let text, let url): text == url ? url : "\(text) (\(url))"
    }
  }
}
