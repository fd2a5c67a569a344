/// The program's vocabulary: every command with its words, its keys and its help. Key maps, the words of text mode,
/// the help page, the manual and the README's tables are all generated from this one table.
package enum Vocabulary {
  package struct Entry: Sendable {
    package enum Argument: Equatable, Sendable {
      case none
      case optional(String)
      case required(String)

      /// The word that stands for the argument in help.
      var placeholder: String? {
        switch self {
        case .none: nil
        case .optional(let word), .required(let word): word
        }
      }
      /// Whether it is a whole number from 0 to 9,999.
      var isNumber: Bool { placeholder == "NUMBER" }
    }
    package enum Group: String, CaseIterable, Sendable {
      case moving = "Moving"
      case reading = "Reading and following"
      case finding = "Finding"
      case views = "Views"
      case lanes = "In the lanes"
      case program = "The program"
    }
    /// Where an entry's keys apply; its words apply everywhere.
    package enum Scope: Equatable, Sendable { case everywhere, lanes, chooser, page }

    package let name: CommandName
    package let aliases: [String]
    package let keys: [Key]
    package let argument: Argument
    package let group: Group
    package let scope: Scope
    /// One sentence.
    package let help: String
    package let make: @Sendable (String) -> Command

    init(
      _ name: CommandName, _ aliases: [String] = [], keys: [Key] = [], takes argument: Argument = .none, _ group: Group,
      scope: Scope = .everywhere, _ help: String, _ make: @escaping @Sendable (String) -> Command
    ) {
      self.name = name
      self.aliases = aliases
      self.keys = keys
      self.argument = argument
      self.group = group
      self.scope = scope
      self.help = help
      self.make = make
    }

    package var placeholder: String? { argument.placeholder }
    /// What is typed: "known DATE [by AGENCY]".
    package var usage: String { argument.placeholder.map { "\(name) \($0)" } ?? name.rawValue }
  }

  package static let entries: [Entry] = moving + reading + finding + views + lanes + program

  private static let moving: [Entry] = [
    Entry(.next, ["n"], keys: [.down, .character("j"), .control("n")], .moving, "The next event, or the next line.") {
      _ in
      .move(.next)
    },
    Entry(
      .previous, ["p", "prev"], keys: [.up, .character("k"), .control("p")], .moving,
      "The previous event, or the previous line."
    ) { _ in
      .move(.previous)
    },
    Entry(
      .more, ["m"], keys: [.pageDown, .character(" "), .control("f")], .moving,
      "The next page, or the rest of an answer."
    ) { _ in
      .move(.pageDown)
    },
    Entry(.less, [], keys: [.pageUp, .character("b"), .control("b")], .moving, "The previous page.") { _ in
      .move(.pageUp)
    },
    Entry(.halfDown, [], keys: [.control("d")], .moving, "Half a page forward.") { _ in .move(.halfDown) },
    Entry(.halfUp, [], keys: [.control("u")], .moving, "Half a page back.") { _ in .move(.halfUp) },
    Entry(.first, ["top"], keys: [.home, .character("g"), .character("<")], .moving, "The first.") { _ in .move(.first)
    },
    Entry(.last, ["end", "bottom"], keys: [.end, .character("G"), .character(">")], .moving, "The last.") { _ in
      .move(.last)
    },
    Entry(.nextLink, [], keys: [.tab], .moving, "The next line with a link; in the list, opens the event.") {
      _ in
      .move(.nextChoice)
    },
    Entry(.previousLink, [], keys: [.backTab], .moving, "The previous line with a link.") { _ in
      .move(.previousChoice)
    },
    Entry(
      .item, [], takes: .required("NUMBER"), .moving,
      "The event with this number in the list; a number alone does the same."
    ) {
      .item(Int($0) ?? 0)
    },
    Entry(
      .go, ["goto"], keys: [.character("d")], takes: .required("DATE"), .moving,
      "To the first event on or after a date: go feb 2007."
    ) {
      .go($0)
    },
  ]

  private static let reading: [Entry] = [
    Entry(
      .open, ["o", "read"], keys: [.enter, .right, .character("l")], takes: .optional("EVENT"), .reading,
      "Opens what the cursor is on, or the event with this id, number or words in its title."
    ) {
      $0.isEmpty ? .open : .openEvent($0)
    },
    Entry(
      .choose, [], takes: .required("NUMBER"), .reading,
      "Follows the source or link with this number; keys 1 to 9 do the same."
    ) {
      .choose(Int($0) ?? 0)
    },
    Entry(
      .nextEvent, [], keys: [.character("J"), .character("]")], .reading,
      "From an event's page to the next event's."
    ) { _ in
      .neighbour(forward: true)
    },
    Entry(
      .previousEvent, [], keys: [.character("K"), .character("[")], .reading,
      "From an event's page to the previous event's."
    ) { _ in
      .neighbour(forward: false)
    },
    Entry(.about, [], keys: [.character("i")], .reading, "The page about the agency under the cursor.") { _ in .about
    },
    Entry(
      .back, [], keys: [.escape, .backspace, .left, .character("h")], .reading,
      "Goes back; in the list, clears the filter."
    ) { _ in
      .back
    },
    Entry(
      .undo, [], keys: [.character("u")], .reading,
      "Undoes the last change of filter or place; repeat to go further back."
    ) { _ in
      .undo
    },
    Entry(.where, [], keys: [.character("=")], .reading, "Says where you are.") { _ in .whereAmI },
    Entry(
      .repeat, ["again"], keys: [.control("l")], .reading, "Repeats the answer; in the browser, redraws the screen."
    ) { _ in
      .again
    },
    Entry(
      .copy, ["cite"], keys: [.character("y")], takes: .optional("NUMBER"), .reading,
      "Copies the citation under the cursor, or the one with this number; in the list the event."
    ) {
      .copy(Int($0))
    },
    Entry(.copyEvent, [], keys: [.character("Y")], .reading, "Copies the event with all its citations.") { _ in
      .copyEvent
    },
    Entry(.visit, [], keys: [.character("o")], .reading, "Opens the address of the source under the cursor.") { _ in
      .visit
    },
    Entry(.bookmark, [], keys: [.character("m")], .reading, "Bookmarks the event, or removes its bookmark.") { _ in
      .bookmark
    },
    Entry(
      .note, [], keys: [.character("A")], takes: .required("WORDS"), .reading,
      "Writes a note of your own on the event, beside the chronology; a hyphen alone removes it."
    ) {
      .note($0)
    },
  ]

  private static let finding: [Entry] = [
    Entry(
      .find, ["search"], keys: [.character("/")], takes: .required("QUERY"), .finding,
      "Shows the events that match: find letter agency:haringey before:2008."
    ) {
      .find($0)
    },
    Entry(
      .findHere, [], keys: [.character("/")], takes: .required("WORDS"), .finding, scope: .page,
      "Finds words on the open page; n and N go from match to match."
    ) {
      .findOnPage($0)
    },
    Entry(
      .dates, [], keys: [.character("f")], takes: .required("DATE"), .finding,
      "Shows the events that may fall in a date: dates 2004 to 2007."
    ) {
      .dates($0)
    },
    Entry(.clear, ["all"], keys: [.character("c")], .finding, "Clears the filters: shows every event.") { _ in .clear
    },
    Entry(.nextMatch, [], keys: [.character("n")], .finding, "The next match of the last search.") { _ in
      .match(forward: true)
    },
    Entry(.previousMatch, [], keys: [.character("N")], .finding, "The previous match.") { _ in .match(forward: false)
    },
    Entry(
      .mark, [], keys: [.character("x"), .character(" ")], .finding, scope: .chooser,
      "Chooses the agency under the cursor, with others; Enter applies."
    ) { _ in
      .mark
    },
    Entry(
      .narrow, [], keys: [.character("/")], takes: .optional("LETTERS"), .finding, scope: .chooser,
      "Shows only the agencies with these letters."
    ) {
      .narrow($0)
    },
  ]

  private static let views: [Entry] = [
    Entry(.list, ["events"], keys: [.character("L")], .views, "The list of events.") { _ in .view(.list) },
    Entry(.agencies, [], keys: [.character("a")], .views, "Agencies with their counts, to choose from.") { _ in
      .view(.agencies)
    },
    Entry(.agency, [], takes: .required("NAME"), .views, "The page about one agency.") { .agency($0) },
    Entry(.people, [], keys: [.character("p")], .views, "The people named.") { _ in .view(.people) },
    Entry(.person, [], takes: .required("NAME"), .views, "The page about one person.") { .person($0) },
    Entry(.sources, [], keys: [.character("s")], .views, "The sources that the events rest on.") { _ in .view(.sources)
    },
    Entry(.source, [], takes: .required("NAME"), .views, "One source, paragraph by paragraph.") { .source($0) },
    Entry(.lanes, ["view"], keys: [.character("v")], .views, "Agencies side by side in time.") { _ in .view(.lanes) },
    Entry(.disagreements, [], keys: [.character("D")], .views, "Where the sources disagree.") { _ in
      .view(.disagreements)
    },
    Entry(
      .known, [], keys: [.character("w")], takes: .required("DATE [by AGENCY]"), .views,
      "What was known on a day: known august 2007 by haringey."
    ) {
      .known($0)
    },
    Entry(
      .gaps, ["silences"], keys: [.character("S")], takes: .optional("AGENCY"), .views,
      "The longest silences, and what answered each warning and letter."
    ) {
      .gaps($0)
    },
    Entry(.coverage, [], keys: [.character("C")], .views, "How well each event is supported.") { _ in .view(.coverage)
    },
    Entry(.findings, [], keys: [.character("F")], .views, "What is wrong with the data.") { _ in .view(.findings) },
    Entry(.bookmarks, ["notes"], keys: [.character("M")], .views, "Your bookmarks and notes.") { _ in .view(.bookmarks)
    },
  ]

  private static let lanes: [Entry] = [
    Entry(.later, [], keys: [.right, .character("l")], .lanes, scope: .lanes, "The next event of this agency.") { _ in
      .lanes(.later)
    },
    Entry(.earlier, [], keys: [.left, .character("h")], .lanes, scope: .lanes, "The previous event of this agency.") {
      _ in
      .lanes(.earlier)
    },
    Entry(
      .closer, [], keys: [.character("+"), .character("z")], .lanes, scope: .lanes,
      "Zooms in: from years to quarters, months, days."
    ) { _ in
      .zoom(closer: true)
    },
    Entry(
      .wider, [], keys: [.character("-"), .character("Z")], .lanes, scope: .lanes,
      "Zooms out: from months to quarters, years, decades."
    ) { _ in
      .zoom(closer: false)
    },
  ]

  private static let program: [Entry] = [
    Entry(
      .help, [], keys: [.character("?"), .function(1)], takes: .optional("COMMAND"), .program,
      "Lists the keys and words, or explains one command."
    ) {
      .help($0)
    },
    Entry(.command, [], keys: [.character(":")], .program, "Asks for a command by its words.") { _ in .prompt(.command)
    },
    Entry(
      .export, [], keys: [.character("e")], takes: .required("FILE"), .program,
      "Writes what is shown to a new file, whose extension sets the format: .html or .md for a briefing, .csv, .ics, .json."
    ) {
      .export($0)
    },
    Entry(.spell, [], takes: .optional("WORD"), .program, "Spells a word, or the name under the cursor.") {
      .spell($0)
    },
    Entry(.brief, [], .program, "Shortens events to date and title, and passages to their place.") { _ in
      .brief(true)
    },
    Entry(.verbose, [], .program, "Gives events and passages in full again.") { _ in .brief(false) },
    Entry(
      .pages, ["rows"], takes: .required("NUMBER"), .program,
      "The most lines of an answer, or rows in screen-reader mode; 0 for as many as fit."
    ) {
      .lines(Int($0) ?? 0)
    },
    Entry(
      .edit, [], keys: [.character("E")], .program, "Opens the file in your editor, at the event; then reloads it."
    ) { _ in
      .openEditor
    },
    Entry(
      .screenReader, [], keys: [.character("R")], takes: .optional("on or off"), .program,
      "Screen-reader mode: one pane, nothing that rewrites itself."
    ) {
      .screenReader($0.isEmpty ? nil : $0.lowercased() == "on")
    },
    Entry(.theme, [], takes: .required("NAME"), .program, "Colours: normal, dark, light, contrast or plain.") {
      .theme($0)
    },
    Entry(
      .quit, ["exit", "bye"], keys: [.character("q")], .program,
      "Goes back one level: out of a page, then the filter, then the program."
    ) { _ in .quit },
    Entry(.leave, [], keys: [.character("Q"), .control("c")], .program, "Leaves the program from anywhere.") { _ in
      .quitAll
    },
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0) })

  package static func entry(_ name: CommandName) -> Entry { byName[name]! }

  /// The entry with exactly this name or alias.
  package static func entry(named word: String) -> Entry? {
    CommandName(rawValue: word).map(entry) ?? entries.first { $0.aliases.contains(word) }
  }
}
