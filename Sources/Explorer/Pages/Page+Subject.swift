package import Timeline

extension Page {
  /// The maximum number of events that a page decodes for the sake of a dispensable count.
  static let decodingLimit = 1000

  /// The page about a subject. The list and help build their own pages and are empty here.
  package static func of(_ subject: Subject, in chronology: Chronology, context: PageContext) -> Page {
    let page =
      switch subject {
      case .list, .help: Page(title: chronology.title)
      case .event(let id): EventPage.page(id, in: chronology, context: context)
      case .sources: SourcesPage.page(in: chronology, context: context)
      case .source(let id, let paragraph, let passage):
        SourcePage.page(id, at: paragraph, passage, in: chronology, context: context)
      case .agencies: AgenciesPage.page(in: chronology, context: context)
      case .agency(let id): PartyPage.page(.agency(id), in: chronology, context: context)
      case .people: PeoplePage.page(in: chronology, context: context)
      case .person(let id): PartyPage.page(.person(id), in: chronology, context: context)
      case .bookmarks: BookmarksPage.page(in: chronology, context: context)
      case .findings: FindingsPage.page(in: chronology, context: context)
      case .disagreements: DisagreementsPage.page(in: chronology, context: context)
      case .known(let date, let agency):
        KnownPage.page(on: date, agency: agency, in: chronology, context: context)
      case .gaps(let agency): GapsPage.page(of: agency, in: chronology, context: context)
      case .coverage: CoveragePage.page(in: chronology, context: context)
      case .lanes: LanesPage.page(in: chronology, context: context)
      }
    return (context.limit == .max ? page : page.bounded).harmless
  }

  /// The same with no more text than can be laid out and spoken between two keys: beyond that, each row keeps only its
  /// beginning.
  private var bounded: Page {
    var page = self
    var room = Self.longest
    for row in page.rows.indices {
      let most = max(room, Self.shortest)
      page.rows[row].change { $0.utf8.count <= most ? $0 : String($0.prefix(most)) + "…" }
      if let spoken = page.rows[row].spoken, spoken.utf8.count > most {
        page.rows[row].spoken = String(spoken.prefix(most)) + "…"
      }
      room -= page.rows[row].spans.reduce(0) { $0 + $1.text.utf8.count }
      room -= page.rows[row].below.joined().reduce(0) { $0 + $1.text.utf8.count }
    }
    return page
  }

  /// The length of a page up to which its texts are shown in full, and how much of each text is shown beyond it.
  private static let longest = 50_000
  private static let shortest = 200

  /// A page for what does not exist.
  static func missing(_ what: String, _ id: String) -> Page {
    Page(
      title: "No such \(what)",
      rows: [Row(.text, "There is no \(what) called \(id) in this chronology. Go back to where you came from.")])
  }

  /// The page in ASCII, for a terminal that supports no more. Converted before wrapping, since letters can get longer.
  package var inASCII: Page {
    var page = self
    page.title = Ascii.of(title)
    page.status = Ascii.of(status)
    for row in page.rows.indices {
      page.rows[row].label = Ascii.of(rows[row].label)
      page.rows[row].change { Ascii.of($0) }
    }
    return page
  }

  /// The page with its rows as spoken: no labels, no columns, no signs.
  package var asSpoken: Page {
    var page = self
    page.labelWidth = 0
    for row in page.rows.indices where rows[row].role != .blank {
      page.rows[row].label = ""
      page.rows[row].spans = [Span(rows[row].speech, rows[row].spans.first?.style ?? .plain)]
      page.rows[row].cells = []
      page.rows[row].below = []
      page.rows[row].hang = 0
    }
    return page
  }

  /// The page with each text truncated to what a pane can hold: a field may contain megabytes, and a pane is rebuilt
  /// often.
  var brief: Page {
    var page = self
    for row in page.rows.indices {
      page.rows[row].change { String($0.prefix(4096)) }
    }
    return page
  }

  /// The page with everything removed that could disturb a terminal or a voice, wherever the data come from.
  var harmless: Page {
    var page = self
    page.title = Printable.line(title)
    page.status = Printable.line(status)
    for index in page.rows.indices { page.rows[index] = page.rows[index].harmless }
    return page
  }
}

extension Row {
  /// Transforms every text of the row.
  fileprivate mutating func change(_ new: (String) -> String) {
    for span in spans.indices { spans[span].text = new(spans[span].text) }
    for line in below.indices {
      for span in below[line].indices { below[line][span].text = new(below[line][span].text) }
    }
  }

  var harmless: Row {
    var row = self
    row.label = Printable.line(label)
    row.change { Printable.line($0) }
    let said = row.speech
    let plain = Speech.plain(said)
    if plain != said || spoken != nil { row.spoken = plain }
    return row
  }
}
