import TestSupport
internal import Testing
internal import Timeline

struct RegistryScanTests {
  @Test func `the quick way takes in the agencies, people and sources that the thorough one does`() throws {
    var random = SplitMix64(65)
    var sound = 0
    for _ in 0..<400 {
      let read = try BothWays(Self.file(&random, count: 2, oneFaultIn: 40))
      if read.quick.findings.isEmpty { sound += 1 }
    }
    #expect(sound > 30)
  }

  @Test func `a sound directory never needs the thorough way`() throws {
    var random = SplitMix64(66)
    let read = try BothWays(Self.file(&random, count: 100, oneFaultIn: nil))
    #expect(read.quick.findings == [])
    #expect(read.quick.agencies.count == 100 && read.quick.people.count == 100 && read.quick.sources.count == 100)
    #expect(read.thoroughReads == 0)
  }

  @Test func `the shipped chronology is read the quick way alone, and as the thorough one reads it`() throws {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let read = try BothWays(Bytes(opening: "/\(root)/data/events.json"))
    #expect(read.quick.findings == [])
    #expect(read.quick.count > 0)
    #expect(read.thoroughReads == 0)
  }

  /// A chronology without events, with the fields of each entry in any order.
  private static func file(_ random: inout SplitMix64, count: Int, oneFaultIn rarity: Int?) -> String {
    func list(_ entry: (Int) -> String) -> String { "[" + (0..<count).map(entry).joined(separator: ", ") + "]" }
    let agencies = list { agency(&random, $0, rarity) }
    let people = list { person(&random, $0, rarity) }
    let sources = list { source(&random, $0, rarity) }
    return """
      {"$schema": null, "title": "Some \\"title\\"", "description": null,
       "agencies": \(agencies), "people": \(people), "sources": \(sources), "events": []}
      """
  }

  private static let names = [#""North — “so called”""#, #"" A name""#, #""\u00c9t\u00e9""#, #""\u0020x""#]
  private static let faultyNames = [#""""#, #""  ""#, #""\u0020 ""#, #""a\nb""#, "null", "7", #"["x"]"#]
  private static let texts = [#""A text.""#, #""""#, "null", #""\ud83d\ude00 é""#]
  private static let faultyTexts = ["1", "true", "{}", #""tab\t""#, "\"del \u{7F}\""]
  private static let lists = ["[]", "null", #"["one"]"#, #"[ "one" , "\u00e9", ""]"#]
  private static let faultyLists = [#""one""#, "[1]", #"["a\u0000"]"#, "{}"]

  private static func agency(_ random: inout SplitMix64, _ number: Int, _ rarity: Int?) -> String {
    object(
      &random, rarity,
      [
        ("id", ids(number), faultyIDs), ("name", names, faultyNames), ("short", texts, faultyTexts),
        ("aliases", lists, faultyLists), ("kind", texts, faultyTexts), ("successors", lists, faultyLists),
      ], required: 2)
  }

  private static func person(_ random: inout SplitMix64, _ number: Int, _ rarity: Int?) -> String {
    object(
      &random, rarity,
      [
        ("id", ids(number), faultyIDs), ("name", names, faultyNames), ("role", texts, faultyTexts),
        ("aliases", lists, faultyLists),
      ], required: 2)
  }

  private static func source(_ random: inout SplitMix64, _ number: Int, _ rarity: Int?) -> String {
    let line = object(
      &random, rarity,
      [
        ("paragraph", ["1", "3"], ["0", "4", "-1", "1.0", "null", #""1""#]), ("gist", names, faultyNames),
        ("speaker", texts, faultyTexts),
        (
          "part", [#""heading""#, #""text""#, #""quotation""#, #""comment""#, #""furniture""#, "null"],
          [#""Text""#, #""quotations""#, "1"]
        ),
      ], required: 2)
    let digest = "\"" + String(repeating: "0aF", count: 21) + "b\""
    // A post must be known by its file.
    let isPost = Bool.random(using: &random)
    let kind = isPost ? #""post""# : #""record""#
    let ofFile = [
      ("sha256", isPost ? [digest] : [digest, "null"], [#""0a""#, #""sha256:00""#, #""""#, "0", "null"]),
      ("paragraphs", isPost ? ["3", "100000"] : ["3", "100000", "null"], ["0", "2", "100001", "-1", "1e2", "null"]),
    ]
    return object(
      &random, rarity,
      [
        ("id", ids(number), faultyIDs), ("kind", [kind], [#""posts""#, "null", "[]"]),
        ("title", names, faultyNames),
      ] + ofFile + [
        ("date", [#""2009-03-12""#, #""2004~\/2007""#, "null", #""Y170000002""#], [#""2009-13""#, #""""#, "2009"]),
        (
          "dating",
          [#"{"basis": "stated", "reason": null}"#, #"{"reason": "\u00e9", "basis": "inferred"}"#, "null"],
          [#"{"basis": "derived"}"#, #"{"basis": "derived", "reason": " "}"#, #"{"basis": "known"}"#, "{}", "1"]
        ),
        ("author", texts, faultyTexts), ("publisher", texts, faultyTexts),
        ("url", [#""https://example.org/é""#, "null"], [#""x""#, #""""#, #""https://a b""#]),
        ("outline", ["[]", "null", "[\(line)]", "[\(line), \(line)]"], ["{}", "[1]", "[{}]"]),
      ], required: isPost ? 5 : 3)
  }

  private static func ids(_ number: Int) -> [String] {
    [#""id-\#(number)""#, #""é\#(number)""#, #""\u0061\#(number)""#]
  }
  private static let faultyIDs = [#""id-0""#, #""""#, "null", "1", #""a\rb""#]

  /// An object with some fields, the first of them required; occasionally one of them is faulty, missing, repeated or
  /// unknown.
  private static func object(
    _ random: inout SplitMix64, _ rarity: Int?, _ fields: [(name: String, sound: [String], faulty: [String])],
    required: Int
  ) -> String {
    func isFaulty(oneIn times: Int) -> Bool {
      rarity.map { Int.random(in: 0..<$0 * times, using: &random) == 0 } ?? false
    }
    var written = fields.enumerated().compactMap { index, field -> String? in
      let isLeftOut = index < required ? isFaulty(oneIn: 2) : Int.random(in: 0..<4, using: &random) == 0
      if isLeftOut { return nil }
      let value = (isFaulty(oneIn: 2) ? field.faulty : field.sound).randomElement(using: &random)
      return "\"\(field.name)\": \(value ?? "null")"
    }
    written.shuffle(using: &random)
    if isFaulty(oneIn: 8), let first = written.first { written.append(first) }
    if isFaulty(oneIn: 8) { written.append(#""unknown": 1"#) }
    return "{" + written.joined(separator: ", ") + "}"
  }
}
