internal import Testing
internal import Timeline

@Suite struct QueryRewritingTests {
  @Test(
    arguments: [
      ("", ["north"], "agency:north"),
      ("nurse", ["north", "health"], "nurse agency:north,health"),
      ("nurse", [], "nurse"),
      ("agency:north nurse", ["health"], "agency:health nurse"),
      ("nurse agency:north", [], "nurse"),
      ("agency:north", [], ""),
      ("agency:north and nurse", [], "nurse"),
      ("nurse and agency:\"North Borough\" and \"a b\" agency:x", ["w7"], "nurse agency:w7 \"a b\""),
      ("nurse or letter", ["north"], "(nurse or letter) agency:north"),
      ("(nurse or letter)", ["north"], "(nurse or letter) agency:north"),
      ("nurse or letter", [], "nurse or letter"),
      ("agency:north or letter", ["health"], "(agency:north or letter) agency:health"),
      ("-agency:north", ["health"], "-agency:north agency:health"),
      ("agency:", ["north"], "agency:north"),
      ("nurse", ["North Borough", "a,b", "say \"so\""], "nurse agency:\"North Borough\",\"a,b\",“say \"so\"”"),
    ] as [(String, [String], String)])
  func `sets the agencies of a query`(text: String, values: [String], expected: String) {
    #expect(Query.setting(.agency, to: values, in: text) == expected)
    if !values.isEmpty { #expect(Query.values(of: .agency, in: expected) == values) }
  }

  @Test func `reads and sets dates that were typed without quotes`() {
    #expect(Query.values(of: .date, in: "nurse date:2004-02 letter") == ["2004-02"])
    #expect(Query.values(of: .date, in: "nurse or date:2004") == [])
    #expect(Query.setting(.date, to: ["2004 to 2007"], in: "date:2003 nurse") == "date:\"2004 to 2007\" nurse")
  }
}
