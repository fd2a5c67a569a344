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

  @Test func `an event whose lists are too long to copy says how many more there are`() throws {
    func event(_ id: String, agencies: [String] = [], citations: [Citation] = [], links: [Link] = []) throws -> Event {
      Event(
        id: id, date: try EDTFDate("2004"), dating: Dating(basis: .stated), kind: "report", title: "Title of \(id)",
        agencies: agencies, links: links, citations: citations)
    }
    let agencies = (0..<5).map { Agency(id: "a\($0)", name: "Agency \($0)") }
    let citation = Citation(source: "s", paragraph: nil, fact: .states, date: .silent)
    let long = try event(
      "long", agencies: agencies.map(\.id), citations: Array(repeating: citation, count: 2004),
      links: [Link(to: "e0", relation: "answers")])
    let others = try (0..<7).map { try event("e\($0)", links: [Link(to: "long", relation: "follows from")]) }
    let chronology = Chronology(
      title: "T", agencies: agencies, people: [], sources: [Source(id: "s", kind: .record, title: "Minutes")],
      events: others + [long])
    let position = try #require(chronology.position(of: "long"))
    let export = Export(chronology, EventSet([position]))
    let text = export.eventText(at: position, most: 3)
    #expect(text.contains("Agencies: Agency 0, Agency 1, Agency 2, and 2 more\n"))
    #expect(text.contains("- 3. Minutes.") && !text.contains("- 4. Minutes."))
    #expect(text.contains("\nAnd 2001 more.\n"))
    #expect(text.contains("- Answers: Title of e0, 2004\n- Followed by: Title of e0, 2004\n"))
    #expect(text.contains("Title of e2, 2004\n- And 4 more events that link here\n"))
    let whole = export.eventText(at: position)
    #expect(whole.contains("Agency 4\n") && whole.contains("- 1000. Minutes.") && whole.contains("Title of e6, 2004\n"))
    #expect(whole.contains("\nAnd 1004 more.\n") && !whole.contains("more events"))
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
