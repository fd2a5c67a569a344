/// A self-contained page of HTML: no script, no font, no picture. Its headings, landmarks and tables let a screen
/// reader navigate; colours follow the reader's own scheme, light or dark; in print each source begins a page.
struct HTMLMarkup: Markup {
  let sink: ByteSink

  init(_ sink: ByteSink) { self.sink = sink }

  func begin(title: String, about: [String], contents: [(title: String, anchor: Anchor)]) {
    sink.text("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n")
    sink.text(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
    sink.text("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    sink.text("<meta name=\"color-scheme\" content=\"light dark\">\n<title>\(title.escapedForHTML)</title>\n")
    sink.text("<style>\n\(Self.style)</style>\n</head>\n<body>\n")
    sink.text("<a class=\"skip\" href=\"#main\">To the text</a>\n")
    sink.text("<header>\n<h1>\(title.escapedForHTML)</h1>\n")
    for line in about { paragraph([.text(line)]) }
    sink.text("</header>\n")
    if !contents.isEmpty {
      sink.text("<nav aria-label=\"Contents\">\n")
      list(contents.map { [.link($0.title, to: $0.anchor)] })
      sink.text("</nav>\n")
    }
    sink.text("<main id=\"main\">\n")
  }

  func heading(_ level: Int, _ text: String, at anchor: Anchor) {
    sink.text("<h\(level) id=\"\(anchor.id)\">\(text.escapedForHTML)</h\(level)>\n")
  }

  func paragraph(_ parts: [Inline]) { sink.text("<p>\(Self.inline(parts))</p>\n") }

  func list(_ items: [[Inline]]) {
    sink.text("<ul>\n")
    for item in items { sink.text("<li>\(Self.inline(item))</li>\n") }
    sink.text("</ul>\n")
  }

  func table(_ caption: String, _ columns: [String], _ rows: [[[Inline]]]) {
    sink.text("<table>\n<caption>\(caption.escapedForHTML)</caption>\n<thead><tr>")
    for column in columns { sink.text("<th scope=\"col\">\(column.escapedForHTML)</th>") }
    sink.text("</tr></thead>\n<tbody>\n")
    for row in rows {
      sink.text("<tr>")
      for (index, cell) in row.enumerated() {
        sink.text(index == 0 ? "<th scope=\"row\">\(Self.inline(cell))</th>" : "<td>\(Self.inline(cell))</td>")
      }
      sink.text("</tr>\n")
    }
    sink.text("</tbody>\n</table>\n")
  }

  func beginEntry(_ anchor: Anchor) {
    if case .source = anchor {
      sink.text("<section class=\"source\" aria-labelledby=\"\(anchor.id)\">\n")
    } else {
      sink.text("<section class=\"event\" aria-labelledby=\"\(anchor.id)\">\n")
    }
  }

  func endEntry() { sink.text("</section>\n") }

  func end(_ closing: String) {
    sink.text("</main>\n<footer>\n")
    paragraph([.text(closing)])
    sink.text("</footer>\n</body>\n</html>\n")
  }

  private static func inline(_ parts: [Inline]) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text.escapedForHTML
      case .strong(let text): "<strong>\(text.escapedForHTML)</strong>"
      case .link(let text, let anchor): "<a href=\"#\(anchor.id)\">\(text.escapedForHTML)</a>"
      case .address(let text, let url):
        url.isSafeAddress ? "<a href=\"\(url.escapedForHTML)\">\(text.escapedForHTML)</a>" : text.escapedForHTML
      }
    }.joined()
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { font: 1rem/1.5 "Atkinson Hyperlegible", Verdana, "DejaVu Sans", sans-serif; max-width: 48rem; margin: 0 auto; padding: 1rem; }
    h1, h2, h3, h4 { line-height: 1.25; }
    body { overflow-wrap: break-word; }
    thead th { white-space: nowrap; }
    nav ul { display: flex; flex-wrap: wrap; gap: .5rem 1rem; list-style: none; padding: 0; }
    section.event { border-top: 1px solid; padding-top: .25rem; margin-top: 1.5rem; }
    table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
    caption { text-align: start; font-weight: bold; }
    th, td { border: 1px solid; padding: .25rem .5rem; text-align: start; vertical-align: top; }
    tbody th { font-weight: normal; }
    a:focus-visible { outline: 3px solid; outline-offset: 2px; }
    .skip { position: absolute; left: -100vw; }
    .skip:focus { position: static; }
    :target { outline: 2px solid; outline-offset: .25rem; }
    body { color: #111; background: #fff; }
    a { color: #0b3fa8; }
    @media screen and (prefers-color-scheme: dark) {
      body { color: #eee; background: #111; }
      a { color: #9ecbff; }
    }
    @page { size: A4; margin: 20mm 18mm; }
    @media print {
      :root { color-scheme: light; }
      body { max-width: none; padding: 0; font-size: 10.5pt; }
      nav, .skip { display: none; }
      h2, h3, h4, caption { break-after: avoid; }
      tr, section.event > p { break-inside: avoid; }
      thead { display: table-header-group; }
      section.source { break-before: page; }
      a { color: inherit; }
      a[href^="http"]::after { content: " (" attr(href) ")"; }
    }

    """
}
