internal import Testing
internal import Timeline

/// The quick way through an event and the thorough one must be of one mind. An unknown field at the end of an event
/// sends it the thorough way and changes nothing else, so a file is read with and without.
struct EventScanTests {
  @Test func `the quick way takes in what the thorough one does, and finds fault where it does`() throws {
    var random = Seeded(63)
    var sound = 0
    for _ in 0..<400 {
      let events = (0..<4).map { Self.event(&random, number: $0) }
      let quick = Self.load(events.map { $0 + "}" })
      let thorough = Self.load(events.map { $0 + #", "unknown": 1}"# })
      let others = thorough.findings.filter { !$0.message.hasPrefix(#"There is no field "unknown""#) }
      #expect(quick.findings.map(Self.gist) == others.map(Self.gist), "\(events)")
      try #require(quick.count == thorough.count)
      if quick.findings.isEmpty { sound += 1 }
      let (coverage, same) = (Coverage(of: quick), Coverage(of: thorough))
      #expect(coverage.undated == same.undated && coverage.single == same.single)
      for position in 0..<quick.count {
        let event = quick.event(at: position)
        #expect(event == thorough.event(at: position))
        for heading in [quick.heading(at: position), thorough.heading(at: position)] {
          #expect(heading == Heading(event))
        }
        #expect(quick.span(at: position) == thorough.span(at: position))
        #expect(quick.span(at: position) == DaySpan(event.date.bounds))
        #expect(Self.text(quick, position) == Self.text(thorough, position))
        #expect(Self.text(quick, position) == Folding.string(event.title) + "\n" + Folding.string(event.summary) + "\n")
        #expect(quick.position(of: event.id) == position)
        #expect(quick.date(at: position) == event.date)
        #expect(coverage.undated.contains(position) == Self.isUndated(event))
        #expect(quick.disputed.contains(position) == event.isDisputed)
        #expect(thorough.disputed.contains(position) == event.isDisputed)
        #expect(Response(at: position, in: quick).answers.isEmpty != quick.answered.contains(position))
        #expect(quick.answered.contains(position) == thorough.answered.contains(position))
      }
      for agency in quick.agencies {
        #expect(Array(quick.positions(agency: agency.id)) == Array(thorough.positions(agency: agency.id)))
        let expected = (0..<quick.count).filter { quick.event(at: $0).agencies.contains(agency.id) }
        #expect(quick.positions(agency: agency.id).map { Int($0) } == expected)
      }
      let citing = (0..<quick.count).filter { quick.event(at: $0).citations.contains { $0.source == "post" } }
      #expect(quick.positions(source: "post").map { Int($0) } == citing)
      let letters = (0..<quick.count).filter { quick.event(at: $0).kind == "letter" }
      #expect(quick.positions(kind: "letter").map { Int($0) } == letters)
    }
    // Else the property would speak of faulty events alone.
    #expect(sound > 30)
  }

  private static func isUndated(_ event: Event) -> Bool {
    !event.citations.isEmpty && !event.citations.contains { $0.date == .states && $0.agrees(with: event.date) }
  }

  private static func load(_ events: [String]) -> Chronology {
    Chronology.load(Bytes((Sample.header + ",\n\"events\": [\n" + events.joined(separator: ",\n") + "]}").utf8))
  }

  private static func gist(_ finding: Finding) -> String {
    "\(finding.place?.line ?? 0) \(finding.place?.path ?? "") \(finding.message)"
  }

  private static func text(_ chronology: Chronology, _ position: Int) -> String {
    let row = chronology.row(at: position)
    let segment = chronology.text.segment(ofRow: row)
    return String(decoding: segment.bytes[segment.range(ofRow: row)], as: UTF8.self)
  }

  /// An event without its closing brace: most fields sound, now and then one that is not.
  private static func event(_ random: inout Seeded, number: Int) -> String {
    func pick(_ sound: [String], _ faulty: [String]) -> String {
      let isFaulty = Int.random(in: 0..<30, using: &random) == 0
      return (isFaulty ? faulty : sound).randomElement(using: &random) ?? "null"
    }
    func citation() -> String {
      let digest = "\"\(Sample.digest)\""
      var fields = [
        #""source": "# + pick([#""post""#], [#""none""#, "1", #""""#, "null"]),
        #""paragraph": "# + pick(["1", "4"], ["0", "5", "-1", "1.0", "1e0", "null", "9999999999999999999", #""1""#]),
        #""fact": "# + pick([#""states""#, #""contradicts""#], [#""contradictz""#, #""says""#, "null", "2"]),
        #""date": "# + pick([#""implies""#, #""silent""#, #""states""#], [#""Silent""#, "[]"]),
      ]
      let more = [
        #""range": "#
          + pick(["[0, 5]", "null"], ["[5, 5]", "[6, 5]", "[1]", "[1,2,3]", "[-1,2]", "[1,2.5]", "7", "[]"]),
        #""digest": "# + pick([digest, "null"], [#""sha256:0""#, #""""#, "0"]),
        #""gives": "# + pick([#""2004""#, "null", #""2004~/..""#], [#""2004-13""#, "2004", #""""#]),
        #""note": "# + pick([#""A note.""#, "null", #""""#], ["{}", #""a\u0007""#]),
      ]
      for field in more where Bool.random(using: &random) { fields.append(field) }
      return "{" + fields.shuffled(using: &random).joined(separator: ",") + "}"
    }
    let citations = (0..<Int.random(in: 0...2, using: &random)).map { _ in citation() }
    let id = pick(
      [#""event-\#(number)""#], [#""event-0""#, #""""#, #"" x""#, #""é""#, #""\u0061""#, "null", "[]", #""a\tb""#])
    let dates = [
      #""2007-08-03""#, #""2007-08""#, #""2007""#, #""2007~""#, #""2004/2007""#, #""../2007""#, #""2007-22""#, #""""#,
      #""/""#, #""Y170000002""#,
    ]
    let titles = [
      #""A letter""#, #""Ü “quoted” text""#, #""A \"so\" called""#, #""\u00e9t\u00e9""#, #"" leading space""#,
    ]
    let links = [
      "[]", #"[{"to": "event-0", "relation": "answers"}]"#,
      #"[{"relation": "x", "to": "event-1"}, {"to": "event-1", "relation": "y"}]"#,
      #"[{"relation": "answered by", "to": "event-2"}]"#,
    ]
    let faultyLinks = [
      #"[{"to": "gone", "relation": "x"}]"#, #"[{"to": "event-0"}]"#, #"[{"to": "event-0", "relation": ""}]"#, "[{}]",
      "[1]", "{}",
    ]
    let dating = [
      #"{"basis": "stated"}"#, #"{"reason": "So.", "basis": "derived"}"#, #"{"basis": "stated", "reason": null}"#,
    ]
    let faultyDating = [
      #"{"basis": "derived"}"#, #"{"basis": "inferred", "reason": " "}"#, #"{"basis": "x"}"#, "{}", "1",
      #"{"reason": "So."}"#,
    ]
    var fields = [
      #""id": "# + id,
      #""date": "#
        + pick(Array(dates.dropLast(3)) + [#""Y170000002""#, #""/""#], [#""2007-02-30""#, #""""#, "2007", #""x""#]),
      #""dating": "# + pick(dating, faultyDating),
      #""kind": "# + pick([#""letter""#, #""report""#, #""café""#], [#""""#, "null", "3", #""a\u0000""#]),
      #""title": "#
        + pick(titles, [#""""#, #""  ""#, "null", "1", #""a\nb""#, "\"del \u{7F}\"", "\"c1 \u{85}\"", #""\u009b""#]),
      #""summary": "# + pick([#""""#, #""What happened.""#, #""Naïve — “so”""#], ["null", "{}", #""tab\t""#]),
      #""agencies": "#
        + pick(["[]", #"["north"]"#, #"[ "north" , "east" ]"#], [#"["south"]"#, #"["north","north"]"#, "[1]", "null"]),
      #""people": "# + pick(["[]", #"["clerk"]"#], [#"["none"]"#, #""clerk""#]),
      #""links": "# + pick(links, faultyLinks),
      #""citations": ["# + citations.joined(separator: ", ") + "]",
    ]
    if Int.random(in: 0..<6, using: &random) == 0 {
      fields.append(#""reading": "# + pick([#""Because.""#, "null"], ["1", "[]"]))
    }
    if Int.random(in: 0..<6, using: &random) == 0 {
      let known = #"[{"agency": "north", "date": "2008", "how": "told", "citation": 1}]"#
      fields.append(
        #""known": "# + pick(["[]", "null", #"[{"agency": null, "date": "2008", "how": "told"}]"#], [known, "1"]))
    }
    if Int.random(in: 0..<40, using: &random) == 0 { fields.removeLast() }
    if Int.random(in: 0..<40, using: &random) == 0 { fields.append(fields[0]) }
    return "{" + fields.shuffled(using: &random).joined(separator: ", ")
  }
}
