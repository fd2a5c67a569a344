internal import TUI
internal import Testing

@Suite struct EditorTests {
  @Test(
    arguments: [
      ("vi", ["vi"]),
      ("  emacs   -nw ", ["emacs", "-nw"]),
      ("\"/opt/my editor/ed\" -w", ["/opt/my editor/ed", "-w"]),
      ("/opt/my\\ editor/ed", ["/opt/my editor/ed"]),
      ("ed 'a \"b\" \\c'", ["ed", "a \"b\" \\c"]),
      ("ed ''", ["ed", ""]),
      ("ed $(date); rm *", ["ed", "$(date);", "rm", "*"]),
      (" ", []),
      ("ed \\", ["ed", ""]),
    ] as [(String, [String])])
  func `parts the words of a command as a shell would, and does nothing else with them`(
    command: String, words: [String]
  ) {
    #expect(Program.words(of: command) == words)
  }

  @Test func `says what could not be started, and what ended with a fault`() {
    #expect(Editor.run(["/no/such/editor", "+1", "x"])?.contains("/no/such/editor") == true)
    #expect(Editor.run(["false"]) == "The editor false ended with a fault.")
    #expect(Editor.run(["true"]) == nil)
  }
}
