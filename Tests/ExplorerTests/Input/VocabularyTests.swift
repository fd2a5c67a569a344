import Explorer
import Testing

@Suite struct VocabularyTests {
  @Test func `no word means two things`() {
    let words = Vocabulary.entries.flatMap { [$0.name.rawValue] + $0.aliases }
    #expect(Set(words).count == words.count, "\(words.filter { word in words.count { $0 == word } > 1 })")
  }

  @Test func `words are small letters and hyphens, so that they can be typed after a colon`() {
    for word in Vocabulary.entries.flatMap({ [$0.name.rawValue] + $0.aliases }) {
      #expect(!word.isEmpty && word.allSatisfy { $0.isASCII && $0.isLowercase || $0 == "-" }, "\(word)")
    }
  }

  @Test(arguments: [Vocabulary.Entry.Scope.everywhere, .lanes, .chooser])
  func `no key means two things in one place`(scope: Vocabulary.Entry.Scope) {
    let keys = Vocabulary.entries.filter { $0.scope == scope }.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test func `every key has a name by which help can speak of it`() {
    for entry in Vocabulary.entries {
      for key in entry.keys { #expect(key.name != nil, "\(key) of \(entry.name)") }
    }
  }

  @Test func `no command takes a key that follows a number`() {
    let digits = Set("123456789".map { Key.character($0) })
    for entry in Vocabulary.entries { #expect(digits.isDisjoint(with: entry.keys), "\(entry.name)") }
  }

  @Test func `help is one sentence, with a capital and a full stop`() {
    for entry in Vocabulary.entries {
      #expect(entry.help.first?.isUppercase == true, "\(entry.name)")
      #expect(entry.help.hasSuffix(".") && !entry.help.dropLast().contains(". "), "\(entry.name)")
      #expect(!entry.help.contains { $0.isNewline }, "\(entry.name)")
    }
  }

  @Test func `an entry is found by its name and by each alias`() {
    for entry in Vocabulary.entries {
      for word in [entry.name.rawValue] + entry.aliases {
        #expect(Vocabulary.entry(named: word)?.name == entry.name)
      }
    }
    for name in CommandName.allCases { #expect(Vocabulary.entry(name).name == name) }
    #expect(Vocabulary.entry(named: "") == nil)
    #expect(Vocabulary.entry(named: "Find") == nil)
  }

  @Test func `every group has something in it`() {
    for group in Vocabulary.Entry.Group.allCases {
      #expect(Vocabulary.entries.contains { $0.group == group }, "\(group.rawValue)")
    }
  }

  @Test func `the keys that every pager has are there`() {
    let expected: [(Key, String)] = [
      (.down, "next"), (.character("j"), "next"), (.up, "previous"), (.character("k"), "previous"),
      (.pageDown, "more"), (.pageUp, "less"), (.character("g"), "first"), (.home, "first"), (.character("G"), "last"),
      (.end, "last"), (.enter, "open"), (.escape, "back"), (.backspace, "back"), (.character("/"), "find"),
      (.character("n"), "next-match"), (.character("N"), "previous-match"), (.character("d"), "go"),
      (.character("a"), "agencies"), (.character("s"), "sources"), (.character("?"), "help"),
      (.character("q"), "quit"), (.character("Q"), "leave"),
    ]
    for (key, name) in expected {
      let entry = Vocabulary.entries.first { $0.scope == .everywhere && $0.keys.contains(key) }
      #expect(entry?.name.rawValue == name, "\(key.name ?? "")")
    }
  }
}
