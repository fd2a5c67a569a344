internal import Testing

@testable internal import Timeline

struct DecodedTextTests {
  private static let text = "Date;Event\r\n2009;Café “new” – €\r\n"
  private static let windows: [UInt8] =
    Array("Date;Event\r\n2009;Caf".utf8) + [0xE9, 0x20, 0x93] + Array("new".utf8) + [
      0x94, 0x20, 0x96, 0x20, 0x80, 0x0D, 0x0A,
    ]

  private static func utf16(isBig: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap {
      isBig ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
  }

  private static let files: [([UInt8], String?)] = [
    (Array(text.utf8), nil), ([0xEF, 0xBB, 0xBF] + Array(text.utf8), nil), (windows, "Windows-1252"),
    (utf16(isBig: false, mark: true), "UTF-16"), (utf16(isBig: true, mark: true), "UTF-16"),
    (utf16(isBig: false, mark: false), "UTF-16"), (utf16(isBig: true, mark: false), "UTF-16"),
  ]

  @Test(arguments: files)
  func `every encoding gives the same text, and is said`(_ bytes: [UInt8], _ encoding: String?) throws {
    let decoded = try DecodedText(Bytes(bytes))
    #expect(String(decoding: decoded.bytes.buffer, as: UTF8.self) == Self.text)
    #expect(decoded.encoding == encoding)
    #expect(decoded.faults.isEmpty)
    let made = try Imported(bytes)
    #expect(made.titles == ["Café “new” – €"])
    #expect(made.report.sentences.contains { $0.contains("Windows-1252") } == (encoding == "Windows-1252"))
  }

  @Test func `a byte that is no UTF-8 in a text that otherwise is makes a finding where it stands`() throws {
    let made = try Imported(Array("Date,Event\n2009,Été à l’été ".utf8) + [0xFF] + Array("x\n".utf8))
    #expect(made.places == ["2:18"])
    #expect(made.titles == ["Été à l’été \u{FFFD}x"])
  }

  @Test func `a byte that Windows-1252 has not makes a finding where it stands`() throws {
    let made = try Imported(Array("Date,Event\n2009,caf".utf8) + [0xE9, 0x81] + Array("\n".utf8))
    #expect(made.places == ["2:10"])
    #expect(made.titles == ["café\u{FFFD}"])
  }

  @Test func `carriage returns alone end lines`() throws {
    let made = try Imported("Date,Event\r2009,A\r31/02/2009,B\r")
    #expect(made.titles == ["A"])
    #expect(made.places == ["3:1"])
  }

  @Test(
    arguments: [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0], Array("%PDF-1.7".utf8), [0x1F, 0x8B, 8, 0]]
      as [[UInt8]])
  func `what is no text is named`(_ bytes: [UInt8]) {
    #expect { try Imported(bytes) } throws: { error in
      if case .binary = error as? Import.Failure { true } else { false }
    }
  }
}
