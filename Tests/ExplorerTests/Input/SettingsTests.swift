import Explorer
import Testing

@Suite struct SettingsTests {
  private static func settings(_ text: String) -> Settings { Settings(text, path: "config") }

  @Test func `takes what the lines say, in any spacing, and leaves out comments`() {
    let settings = Self.settings(
      """
      # a comment
      screen-reader = on
      \trows=7   # another
      theme = dark
      mouse = on

      posts = /a folder/with spaces
      """)
    #expect(settings.faults == [])
    #expect(settings.screenReader && settings.mouse && !settings.text)
    #expect(settings.rows == 7 && settings.theme == .dark && settings.posts == "/a folder/with spaces")
  }

  @Test(
    arguments: [
      "colour = red", "rows = 0", "rows = ten", "theme = pink", "mouse = yes", "screen-reader", "= on", "key = on",
    ])
  func `says which line it does not understand, and takes the others`(line: String) throws {
    let settings = Self.settings("text = on\n\(line)\nmouse = on")
    #expect(settings.text && settings.mouse)
    #expect(settings.faults.count == 1)
    #expect(try #require(settings.faults.first).hasPrefix("config, line 2: "))
  }

  @Test(
    arguments: [
      ("F2 = known", Key.function(2), CommandName.known), ("Ctrl-T = theme", .control("t"), .theme),
      ("= = open", .character("="), .open), ("Space = next", .character(" "), .next),
      ("x = disag", .character("x"), .disagreements),
    ] as [(String, Key, CommandName)])
  func `binds a key to a command`(line: String, key: Key, command: CommandName) {
    let settings = Self.settings("key \(line)")
    #expect(settings.faults == [])
    #expect(settings.keys.keys(of: Vocabulary.entry(command)).first == key)
  }

  @Test func `switches a key off`() {
    let settings = Self.settings("key q = off")
    #expect(settings.faults == [])
    #expect(!settings.keys.keys(of: Vocabulary.entry(.quit)).contains(.character("q")))
  }

  @Test(
    arguments: [
      ("key Foo = known", "there is no key “Foo”"), ("key F2 = knwon", "Did you mean known?"),
      ("key F2", "needs a command"), ("key Ctrl-C = help", "always leaves"), ("key F2 =", "needs a command"),
    ])
  func `says what is wrong with a binding`(line: String, fault: String) throws {
    let settings = Self.settings(line)
    #expect(settings.keys == KeyBindings())
    #expect(try #require(settings.faults.first).contains(fault))
  }

  @Test(
    arguments: [
      ("theme = drak", "contrast or plain, not"), ("theme = drak", "not “drak”. Did you mean dark?"),
      ("tehme = dark", "there is no setting “tehme”. Did you mean theme?"),
      ("rows = 0", "rows takes a number from 1 to 9999, not “0”."),
      ("posts =", "posts takes a folder, not “”."), ("mouse", "needs an equals sign and on or off"),
      ("frobnicate = on", "The settings are screen-reader (on or off)"), ("= on", "no name"),
      ("mouse on", "equals sign after mouse"),
    ] as [(String, String)])
  func `says what a setting takes, and what was probably meant`(line: String, fault: String) throws {
    let settings = Self.settings(line)
    #expect(settings.faults.count == 1)
    #expect(try #require(settings.faults.first).contains(fault))
  }

  @Test func `says that something is set twice, and takes the last`() {
    let settings = Self.settings("rows = 5\nkey F2 = known\nkey  F2 = gaps\nrows = 7\nkey F3 = gaps")
    #expect(settings.rows == 7)
    #expect(settings.keys.keys(of: Vocabulary.entry(.gaps)).prefix(2) == [.function(2), .function(3)])
    #expect(
      settings.faults == [
        "config, line 3: key F2 was set above already; this line is the one that counts.",
        "config, line 4: rows was set above already; this line is the one that counts.",
      ])
  }
}
