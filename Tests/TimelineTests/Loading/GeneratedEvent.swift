import TestSupport

/// Generates events of the sample's registry as JSON, with their fields in any order, each valid or occasionally not.
struct GeneratedEvent {
  private var random: SplitMix64
  private let number: Int
  private let rarity: Int?

  /// - Parameters:
  ///   - number: from 0; links point to the first three.
  ///   - rarity: one in this many fields is at fault; none if nil.
  static func json(_ random: inout SplitMix64, number: Int, oneFaultIn rarity: Int?) -> String {
    var event = GeneratedEvent(random: random, number: number, rarity: rarity)
    defer { random = event.random }
    return event.json()
  }

  private mutating func json() -> String {
    let citations = (0..<Int.random(in: 0...2, using: &random)).map { _ in citation() }
    var fields = [
      field("id", number < 3 ? [#""event-\#(number)""#] : ids, faultyIDs),
      field("date", rarity == nil ? dates : dates + [#""Y170000002""#], [#""2007-02-30""#, #""""#, "2007", #""x""#]),
      field("dating", datings, faultyDatings),
      field(
        "kind", [#""letter""#, #""report""#, #""café""#, #""\u00e9t\u00e9""#], [#""""#, "null", "3", #""a\u0000""#]),
      field("title", titles, faultyTitles),
      field("summary", [#""""#, #""What happened.""#, #""Naïve — “so”""#, "null"], ["{}", #""tab\t""#]),
      field("agencies", agencies, [#"["south"]"#, #"["north","north"]"#, "[1]"]),
      field("people", ["[]", "null", #"["clerk"]"#], [#"["none"]"#, #""clerk""#]),
      field("links", links, faultyLinks),
      #""citations": ["# + citations.joined(separator: ", ") + "]",
    ]
    if Bool.random(using: &random) { fields.append(field("reading", [#""Because.""#, #""""#, "null"], ["1", "[]"])) }
    if Bool.random(using: &random) {
      let entries = (0..<Int.random(in: 0...2, using: &random)).map { _ in knowledge(citations.count) }
      fields.append(field("known", ["[" + entries.joined(separator: " , ") + "]", "null"], ["1", "{}", "[[]]"]))
    }
    if isFaulty(oneIn: 2) { fields.removeLast() }
    if isFaulty(oneIn: 2) { fields.append(fields[0]) }
    return "{" + fields.shuffled(using: &random).joined(separator: ", ") + "}"
  }

  private mutating func citation() -> String {
    var fields = [
      field("source", [#""post""#, #""p\u006fst""#], [#""none""#, "1", #""""#, "null"]),
      field("paragraph", ["1", "4"], ["0", "5", "-1", "1.0", "1e0", "null", "9999999999999999999", #""1""#]),
      field("fact", [#""states""#, #""contradicts""#], [#""contradictz""#, #""says""#, "null", "2"]),
      field("date", [#""implies""#, #""silent""#, #""states""#], [#""Silent""#, "[]"]),
    ]
    let more = [
      field(
        "range", ["[0, 5]", "null"], ["[5, 5]", "[6, 5]", "[1]", "[1,2,3]", "[-1,2]", "[1,2.5]", "7", "[]"]),
      field("digest", ["\"\(Sample.digest)\"", "null"], [#""sha256:0""#, #""""#, "0"]),
      field("gives", [#""2004""#, "null", #""2004~\/..""#], [#""2004-13""#, "2004", #""""#]),
      field("speaker", [#""north""#, #""e\u0061st""#, "null"], [#""nobody""#, "1", "[]"]),
      field("note", [#""A note.""#, "null", #""""#], ["{}", #""a\u0007""#]),
    ]
    for field in more where Bool.random(using: &random) { fields.append(field) }
    return "{" + fields.shuffled(using: &random).joined(separator: ",") + "}"
  }

  private mutating func knowledge(_ citations: Int) -> String {
    var fields = [
      field("date", [#""2008""#, #""2008-02~""#, #""../2009""#], [#""2008-13""#, "null", "2008", #""""#]),
      field("how", [#""told""#, #""\u00e0 l'écrit""#], [#""""#, #"" ""#, "null", "1"]),
    ]
    if Bool.random(using: &random) {
      fields.append(field("agency", [#""north""#, "null", #""e\u0061st""#], [#""south""#, #""""#, "1"]))
    }
    if Bool.random(using: &random) {
      let faulty = ["0", "\(citations + 1)", "-1", "1.5", #""1""#, "9999999999999999999"]
      fields.append(field("citation", (citations > 0 ? ["1", "\(citations)"] : []) + ["null"], faulty))
    }
    if isFaulty(oneIn: 2) { fields.removeFirst() }
    if isFaulty(oneIn: 2) { fields.append(#""since": 1"#) }
    return "{" + fields.shuffled(using: &random).joined(separator: ", ") + "}"
  }

  // MARK: Choosing

  private mutating func isFaulty(oneIn times: Int) -> Bool {
    rarity.map { Int.random(in: 0..<$0 * times, using: &random) == 0 } ?? false
  }

  private mutating func field(_ name: String, _ sound: [String], _ faulty: [String]) -> String {
    let colon = [": ", ":", " : ", " :\n  "].randomElement(using: &random) ?? ":"
    return "\"\(name)\"\(colon)" + ((isFaulty(oneIn: 1) ? faulty : sound).randomElement(using: &random) ?? "null")
  }

  // MARK: Values

  private var ids: [String] {
    [#""event-\#(number)""#, #""é-\#(number)""#, #""\u0061\/\#(number)""#, #"" \#(number)""#]
  }
  private let faultyIDs = [#""event-0""#, #""""#, #""  ""#, #""\u0020""#, "null", "[]", #""a\tb""#]
  private let dates = [
    #""2007-08-03""#, #""2007-08""#, #""2007""#, #""2007~""#, #""2004/2007""#, #""2004\/2007""#, #""../2007""#, #""/""#,
  ]
  private let datings = [
    #"{"basis": "stated"}"#, #"{"reason": "So.", "basis": "derived"}"#, #"{"basis": "stated", "reason": null}"#,
    #"{"basis": "inferred", "reason": " \"So\"."}"#,
  ]
  private let faultyDatings = [
    #"{"basis": "derived"}"#, #"{"basis": "inferred", "reason": " "}"#, #"{"basis": "x"}"#, "{}", "1",
    #"{"reason": "So."}"#, #"{"basis": "derived", "reason": null}"#,
  ]
  private let titles = [
    #""A letter""#, #""Ü “quoted” text""#, #""A \"so\" called""#, #""\"So\" called""#, #""\u00e9t\u00e9""#,
    #"" leading space""#, #"" \u0020x""#,
  ]
  private let faultyTitles = [
    #""""#, #""  ""#, #"" \u0020""#, "null", "1", #""a\nb""#, "\"del \u{7F}\"", "\"c1 \u{85}\"", #""\u009b""#,
  ]
  private let agencies = ["[]", "null", #"["north"]"#, #"[ "north" , "east" ]"#, #"["n\u006frth"]"#]
  private let links = [
    "[]", "null", #"[{"to": "event-0", "relation": "answers"}]"#,
    #"[{"relation": "x", "to": "event-1"}, {"to": "event-1", "relation": "y"}]"#,
    #"[{"relation": "answered by", "to": "event-2"}]"#, #"[{"to": "\u0065vent-2", "relation": "answer\u0073"}]"#,
    #"[{"to": "event-0", "relation": "réponse"}]"#,
  ]
  private let faultyLinks = [
    #"[{"to": "gone", "relation": "x"}]"#, #"[{"to": "event-0"}]"#, #"[{"to": "event-0", "relation": ""}]"#, "[{}]",
    "[1]", "{}",
  ]

  private init(random: SplitMix64, number: Int, rarity: Int?) {
    (self.random, self.number, self.rarity) = (random, number, rarity)
  }
}
