internal import EDTF
internal import Testing
internal import Timeline

struct BriefingTests {
  @Test func `HTML takes no sign of the data for its own`() {
    let text = Written.text(Written.all(Written.hard), as: .html)
    #expect(text.contains("A &quot;quoted&quot;, &lt;b&gt;bold&lt;/b&gt; &amp; slanted title; with \\ and `code`"))
    #expect(!text.contains("<b>"))
  }

  @Test func `Markdown takes no sign of the data for its own`() {
    let text = Written.text(Written.all(Written.hard), as: .markdown)
    #expect(text.contains(#"A "quoted", \<b\>bold\</b\> \& slanted title; with \\ and \`code\`"#))
  }

  @Test func `every link within leads somewhere, and every event is reached from its source`() throws {
    let text = Written.text(Written.all(Written.hard), as: .html)
    let targets = Set(text.split(separator: " id=\"").dropFirst().compactMap { $0.split(separator: "\"").first })
    let links = text.split(separator: "href=\"#").dropFirst().compactMap { $0.split(separator: "\"").first }
    #expect(links.count > 6)
    for link in links { #expect(targets.contains(link), "\(link)") }
    let source = try #require(text.firstRange(of: "id=\"source-first\""))
    #expect(text[source.upperBound...].contains("href=\"#event-quoted\""))
    #expect(text[..<source.lowerBound].contains("href=\"#source-first\""))
  }

  @Test(arguments: [ExportFormat.html, .markdown, .text])
  func `a passage is quoted where it is at hand`(_ format: ExportFormat) {
    let export = Export(Written.hard, EventSet(all: 4)) { position, number in
      position == 1 && number == 1 ? "A made-up passage." : nil
    }
    #expect(Written.text(export, as: format).contains("“A made-up passage.”"))
  }

  @Test func `the head says what was asked, of which events, of which data`() {
    let heading = ExportHeading(
      question: "Known to North", filter: "after 2004", data: "made-up.json, saved on 2009-03-12",
      lead: [.init(.text, "The rule."), .init(.entry, "An event.", event: "quoted")])
    let text = Written.text(Export(Written.hard, EventSet([0, 1]), heading: heading), as: .text)
    #expect(
      text.hasPrefix(
        "Made up\nKnown to North.\nEvents shown: after 2004. 2 of 4 events.\nData: made-up.json, saved on 2009-03-12.\n"
      ))
    #expect(text.contains("\nKnown to North\nThe rule.\n- An event.\n"))
  }

  @Test func `an anchor holds whatever an id holds`() {
    var event = Made.event("a b\"é", "2004")
    event.title = "T"
    let text = Written.text(Written.all(Made.chronology([event])), as: .html)
    #expect(text.contains("id=\"event-a_20b_22_c3_a9\""))
  }

  private static let addresses: [(String, Bool)] = [
    ("https://example.org/a?b=c#d", true), ("http://example.org", true), ("file:///srv/a.txt", true),
    ("HTTPS://EXAMPLE.ORG", true), ("javascript:alert(1)", false), ("data:text/html,x", false),
    ("ftp://example.org", false),
    ("https:example.org", false), ("https://exa mple.org", false), ("https://example.org/\u{1B}[31m", false),
    ("https://example.org/\"onclick", false), ("https://example.org/\u{202E}", false), ("", false),
    ("--help", false),
  ]

  @Test(arguments: addresses)
  func `only plain addresses of the web and of files are followed`(_ address: String, _ isSafe: Bool) {
    #expect(address.isSafeAddress == isSafe)
  }
}
