import Explorer
import Testing

@Suite struct KeyTests {
  @Test(
    arguments: [
      (Key.character("q"), "q"), (.character("G"), "G"), (.character(" "), "Space"), (.enter, "Enter"),
      (.escape, "Esc"),
      (.backTab, "Shift-Tab"), (.pageDown, "PgDn"), (.control("l"), "Ctrl-L"), (.control(" "), "Ctrl-Space"),
      (.alt("x"), "Alt-x"), (.alt(" "), "Alt-Space"), (.function(12), "F12"), (.character("-"), "-"),
      (.control("\\"), "Ctrl-\\"),
    ] as [(Key, String)])
  func `has a name that is read back`(key: Key, name: String) {
    #expect(key.name == name)
    #expect(Key(name: name) == key)
  }

  @Test(arguments: [("pgdn", Key.pageDown), ("ctrl-l", .control("l")), ("CTRL-L", .control("l")), ("f1", .function(1))])
  func `ignores the case of names`(name: String, key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(arguments: ["", "Ctrl-", "Ctrl-é", "Ctrl-ab", "F0", "F25", "Alt-", "PageDownward", "\u{1B}", "\t", "qq"])
  func `refuses what names no key`(name: String) {
    #expect(Key(name: name) == nil)
  }

  @Test(arguments: [Key.unknown, .hangUp, .resize(Size(rows: 1, columns: 1)), .paste("x")])
  func `has no name for what is no key`(key: Key) {
    #expect(key.name == nil)
  }
}
