internal import Testing
internal import Timeline

@testable import Explorer

/// Expanding initials, and spelling words letter by letter.
@Suite struct InitialsTests {
  private static let chronology = Chronology(
    title: "Boards",
    agencies: [
      Agency(id: "hb", name: "Harbour Board", short: "HB"), Agency(id: "ferry", name: "Ferry Office", short: "Ferry"),
    ], people: [], sources: [], events: [])

  @Test(
    arguments: [
      (["HB closes the quay.", "HB opens it."], ["Harbour Board (HB) closes the quay.", "HB opens it."]),
      (["Harbour Board. HB closes the quay."], ["Harbour Board. HB closes the quay."]),
      (["It is said of HB, and of HB's men."], ["It is said of Harbour Board (HB), and of HB's men."]),
      (["Harbour Board (HB)."], ["Harbour Board (HB)."]),
      (["The Ferry is late. BHB is none."], ["The Ferry is late. BHB is none."]),
      (["1909.", "Nothing."], ["1909.", "Nothing."]),
    ] as [([String], [String])])
  func `initials have their name before them the first time`(lines: [String], said: [String]) {
    #expect(Initials.explained(lines, in: Self.chronology) == said)
  }

  @Test(
    arguments: [
      ("HB", "H, B"), ("Quay", "capital Q, u, a, y"), ("é", "e with acute"), ("a 1", "a, space, 1"),
      ("Ø", "capital o with stroke"),
      ("-", "hyphen-minus"),
    ] as [(String, String)])
  func `a word is spelt letter by letter`(word: String, spelt: String) {
    #expect(Initials.spelt(word) == spelt)
  }
}
