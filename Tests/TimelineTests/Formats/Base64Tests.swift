internal import Testing
internal import Timeline

struct Base64Tests {
  /// RFC 4648, section 10.
  @Test(
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"),
    ] as [(String, String)])
  func `the specification's examples`(_ text: String, _ encoded: String) {
    #expect(Base64.string(text.utf8) == encoded)
  }

  @Test func `in addresses the last two digits are others, and nothing is filled up`() {
    #expect(Base64.string([0xFB, 0xFF]) == "+/8=")
    #expect(Base64.url([0xFB, 0xFF]) == "-_8")
  }
}
