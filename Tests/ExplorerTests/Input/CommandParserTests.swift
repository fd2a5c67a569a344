import Explorer
import Testing

@Suite struct CommandParserTests {
  private static func state(after command: Command? = nil) -> State {
    var state = State(
      SmallChronology.chronology, size: Size(rows: 10, columns: 80), preferences: Preferences(isText: true))
    if let command { _ = state.apply(command) }
    return state
  }

  @Test(
    arguments: [
      ("next", Command.move(.next)), ("n", .move(.next)), ("  next\t", .move(.next)), ("NEXT", .move(.next)),
      ("find agency:works", .find("agency:works")), ("search  crack  pier ", .find("crack  pier")),
      ("/crack", .find("crack")), ("/ crack", .find("crack")), ("?", .help("")), ("help go", .help("go")),
      ("go May 1909", .go("May 1909")), ("open", .open), ("open crack", .openEvent("crack")), ("item 3", .item(3)),
      ("choose 2", .choose(2)), ("known 1910 by county", .known("1910 by county")), ("gaps", .gaps("")),
      ("gaps canal", .gaps("canal")), ("export x.json", .export("x.json")), ("screen-reader off", .screenReader(false)),
      ("screen-reader on", .screenReader(true)), ("screen-reader", .screenReader(nil)), ("quit", .quit),
      ("exit", .quit), ("leave", .quitAll),
    ] as [(String, Command)])
  func `a line is a command and what it is about`(line: String, command: Command) throws {
    #expect(try CommandParser.command(from: line, in: Self.state()) == command)
  }

  @Test(
    arguments: [
      ("ne", "ne may be next, next-link, next-event or next-match. Type one of them."), ("cov", nil), ("disag", nil),
      ("fi", "fi may be first, find, find-here or findings. Type one of them."),
    ] as [(String, String?)])
  func `any unique prefix works`(word: String, message: String?) {
    #expect(Self.failure(of: word) == message)
  }

  @Test func `a whole name is itself even where others begin with it`() throws {
    #expect(try CommandParser.command(from: "list", in: Self.state()) == .view(.list))
    #expect(try CommandParser.command(from: "source minutes", in: Self.state()) == .source("minutes"))
    #expect(try CommandParser.command(from: "next", in: Self.state()) == .move(.next))
  }

  @Test(
    arguments: [
      ("find", "Find what? Type find and a query."), ("go", "Go what? Type go and a date."),
      ("note", "Note what? Type note and words."),
      ("item", "Item what? Type item and a number."), ("item crack", "crack is not a number. Type item and a number."),
      ("list all", "List takes nothing after it. Type list alone."),
      ("findd x", "There is no command findd. Did you mean find? Type help for the words."),
      ("bakc", "There is no command bakc. Did you mean back? Type help for the words."),
      ("frobnicate", "There is no command frobnicate. Type help for the words, or find and what to look for."),
      ("\u{1B}[31m", "There is no command"),
      ("screen-reader maybe", "maybe is neither on nor off. Type screen-reader on, or screen-reader off."),
    ] as [(String, String)])
  func `what is not understood is answered with what to type`(line: String, message: String) {
    #expect(Self.failure(of: line)?.hasPrefix(message) == true, "\(Self.failure(of: line) ?? "understood")")
  }

  @Test func `a number is a row of the list, and a link of any other page`() throws {
    #expect(try CommandParser.command(from: "3", in: Self.state()) == .item(3))
    #expect(try CommandParser.command(from: "3", in: Self.state(after: .open)) == .choose(3))
    #expect(try CommandParser.command(from: "-1", in: Self.state()) == .item(-1))
  }

  @Test func `a number too large for the machine is no number`() {
    #expect(Self.failure(of: "99999999999999999999") != nil)
  }

  @Test func `what was typed is not said back at length`() throws {
    let message = try #require(Self.failure(of: String(repeating: "x", count: 100_000)))
    #expect(message.count < 160)
  }

  @Test func `an empty line goes on`() throws {
    #expect(try CommandParser.command(from: "", in: Self.state()) == .move(.next))
    #expect(try CommandParser.command(from: " \t ", in: Self.state()) == .move(.next))
    #expect(try CommandParser.command(from: "", in: Self.state(after: .help(""))) == .move(.pageDown))
  }

  @Test func `at the end of a page an empty line says where one is`() throws {
    var state = Self.state(after: .help(""))
    for _ in 0..<100 { _ = state.apply(.move(.pageDown)) }
    #expect(try CommandParser.command(from: "", in: state) == .whereAmI)
  }

  @Test(arguments: ["xn", "q1", "zz"]) func `of a word of two letters nothing is guessed`(word: String) throws {
    #expect(try #require(Self.failure(of: word)).contains("Did you mean") == false)
  }

  @Test func `every command can be said`() throws {
    for entry in Vocabulary.entries {
      let line =
        switch entry.argument {
        case .none, .optional: entry.name.rawValue
        case .required: "\(entry.name) \(entry.placeholder == "NUMBER" ? "1" : "x")"
        }
      _ = try CommandParser.command(from: line, in: Self.state())
    }
  }

  private static func failure(of line: String) -> String? {
    do {
      _ = try CommandParser.command(from: line, in: state())
      return nil
    } catch {
      return error.message
    }
  }
}
