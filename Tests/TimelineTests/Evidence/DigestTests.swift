internal import Testing
internal import Timeline

struct DigestTests {
  /// The examples of FIPS 180-4, and the empty message.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ]) func `agrees with the standard's examples`(message: String, digest: String) {
    #expect(Digest(of: message.utf8).hexadecimal == digest)
    #expect(Digest(of: message.utf8).description == "sha256:" + digest)
    #expect(Digest(of: Array(message.utf8).lazy.map { $0 }).hexadecimal == digest)
  }

  @Test func `reads what it writes, in either case and with or without its name`() {
    let digest = Digest(of: "abc".utf8)
    #expect(Digest(digest.description) == digest)
    #expect(Digest(digest.hexadecimal.uppercased()) == digest)
  }

  @Test(arguments: [
    "", "sha256:", "sha256:ba78", String(repeating: "g", count: 64), String(repeating: "a", count: 65),
    "md5:" + String(repeating: "a", count: 64), String(repeating: "é", count: 32),
  ]) func `refuses what is no digest`(text: String) {
    #expect(Digest(text) == nil)
  }
}
