internal import Explorer
internal import Testing
internal import Timeline

/// What must hold of every page, whatever it is about.
@Suite struct PageSpeechTests {
  static let chronologies = [PageFixture.bridge, PageFixture.shipped, hostile].compactMap { $0 }

  /// Controls, shapes and signs wherever there can be text.
  static let hostile = PageFixture.load(
    #"""
    {"title": "A\u0007█", "agencies": [{"id": "a/b", "name": "Box ─ \u001b[31m"}],
     "people": [{"id": "p q", "name": "→ Pat", "role": "¶"}],
     "sources": [{"id": "s", "kind": "post", "title": "\u202eS\u0000", "url": "https://example.org/\u001b", "sha256": "\#(String(repeating: "0a", count: 32))",
        "paragraphs": 2,
      "outline": [{"paragraph": 1, "gist": "▌\n\tgist ⠿", "speaker": "\u0085", "part": "comment"}]}],
     "events": [{"id": "e", "date": "1984/..", "dating": {"basis": "inferred", "reason": "¶3 → ¶4"}, "kind": "letter",
      "title": "◆ E\r\n", "summary": "x\u009b1m", "agencies": ["a/b"], "people": ["p q"], "links": [{"to": "e", "relation": "│"}],
      "citations": [{"source": "s", "paragraph": 1, "fact": "contradicts", "date": "contradicts", "gives": "1985/1986",
       "note": "\u001b]0;x\u0007"}], "reading": "█"}]}
    """#)

  @Test(arguments: chronologies)
  func `says whole sentences without a sign that a voice stumbles over`(chronology: Chronology) {
    for subject in PageFixture.subjects(of: chronology) {
      for isReader in [false, true] {
        let page = PageFixture.page(subject, in: chronology, isScreenReader: isReader)
        #expect(!page.rows.isEmpty, "\(subject)")
        for row in page.rows where row.role != .blank {
          let speech = row.speech
          #expect(!speech.isEmpty && row.text.unicodeScalars.allSatisfy(isHarmless), "\(subject): \(row.text)")
          #expect(speech.unicodeScalars.allSatisfy { isHarmless($0) && !isShape($0) }, "\(subject): \(speech)")
          #expect(!speech.contains("¶"), "\(subject): \(speech)")
          if row.key != "address" { #expect(speech == speech.sentence, "\(subject): \(speech)") }
        }
      }
    }
  }

  @Test(arguments: chronologies)
  func `never says a date with a slash`(chronology: Chronology) {
    for subject in PageFixture.subjects(of: chronology) {
      for speech in PageFixture.page(subject, in: chronology).speech where !speech.hasPrefix("Link 1:") {
        let slashed = speech.split(separator: " ").filter { word in
          guard let slash = word.firstIndex(of: "/") else { return false }
          return word[..<slash].last?.isNumber == true || word[slash...].dropFirst().first?.isNumber == true
        }
        #expect(slashed.isEmpty, "\(subject): \(speech)")
      }
    }
  }

  @Test(arguments: chronologies)
  func `leads only to what is there`(chronology: Chronology) {
    for subject in PageFixture.subjects(of: chronology) {
      for target in PageFixture.page(subject, in: chronology).targets {
        #expect(resolves(target, in: chronology), "\(subject): \(target)")
      }
    }
  }

  @Test(arguments: chronologies)
  func `keeps labels within their column and keys apart`(chronology: Chronology) {
    for subject in PageFixture.subjects(of: chronology) {
      let page = PageFixture.page(subject, in: chronology)
      #expect(
        page.rows.allSatisfy { $0.label.isEmpty || CellWidth.of($0.label) < page.labelWidth }, "\(subject)")
      let keys = page.rows.compactMap(\.key)
      #expect(Set(keys).count == keys.count, "\(subject)")
      #expect(page.rows.indices.contains(page.start), "\(subject)")
    }
  }

  private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
  }

  private func isShape(_ scalar: Unicode.Scalar) -> Bool {
    (0x2500...0x25FF).contains(scalar.value) || (0x2800...0x28FF).contains(scalar.value)
  }

  private func resolves(_ target: Target, in chronology: Chronology) -> Bool {
    switch target {
    case .view(.event(let id)): chronology.position(of: id) != nil
    case .view(.source(let id, let paragraph, _)):
      chronology.source(id).map { source in
        paragraph.map { (1...max(1, source.paragraphs ?? $0)).contains($0) } ?? true
      } ?? false
    case .view(.agency(let id)): chronology.agency(id) != nil
    case .view(.person(let id)): chronology.person(id) != nil
    case .query(let text): (try? Query(text, in: chronology)) != nil
    case .view(let subject):
      !PageFixture.page(subject, in: chronology).title.hasPrefix("No such")
    }
  }
}
