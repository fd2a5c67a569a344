import EDTF
import Testing

@Suite struct QualifierTests {
  @Test func `qualifies components, groups and the whole without widening`() {
    DateTable.expectAccepted(
      """
      1984~ 1 1984-01-01 1984-12-31
      1984% 1 1984-01-01 1984-12-31
      2004-06? 1 2004-06-01 2004-06-30
      2004-06-11~ 1 2004-06-11 2004-06-11
      -0043? 1 -0043-01-01 -0043-12-31
      2004?-06 2 2004-06-01 2004-06-30
      2004-~06 2 2004-06-01 2004-06-30
      2004-06-?11 2 2004-06-11 2004-06-11
      2004-%06-%11 2 2004-06-11 2004-06-11
      2004%-06-11 2 2004-06-11 2004-06-11
      2004-06%-11 2 2004-06-11 2004-06-11
      2004-?06-~11 2 2004-06-11 2004-06-11
      %2004-?06-~11 2 2004-06-11 2004-06-11
      ?2004-?06-~11 2 2004-06-11 2004-06-11
      2004-?XX 2 2004-01-01 2004-12-31
      2004?-06-XX 2 2004-06-01 2004-06-30
      ?-2004-06-~11 2 -2004-06-11 -2004-06-11
      """)
  }

  @Test(
    arguments: [
      ("?2004", "2004?"),
      ("?2004-06-11", "2004?-06-11"),
      ("~2004-~06-11", "2004-06~-11"),
      ("?2004-?06-?11", "2004-06-11?"),
      ("2004-06?-~11", "?2004-?06-~11"),
      ("2004?-~06-11", "?2004-~06-11"),
      ("?2004-06-04~", "%2004-~06-~04"),
      ("2011-~06~-13", "2011-06~-13"),
      ("2004-06?-?11", "2004-06-11?"),
      ("2004?-06~", "%2004-~06"),
      ("?-2004", "-2004?"),
      ("2001?-?21", "2001-21?"),
      ("?Y170000002", "Y170000002?"),
      ("~1950S2", "1950S2~"),
      ("?2004/~2005", "2004?/2005~"),
    ] as [(String, String)])
  func `writes one sign on the right where that says it all, else one left of each component`(
    text: String, canonical: String
  ) throws {
    let date = try EDTFDate(text)
    #expect(date.description == canonical)
    #expect(try date == EDTFDate(canonical))
    #expect(date.level == 2)
  }

  @Test func `tells uncertain from approximate, in any part`() throws {
    let expected: [(String, Bool, Bool)] = [
      ("2004", false, false), ("2004?", true, false), ("2004~", false, true), ("2004%", true, true),
      ("?2004-06-~11", true, true), ("2004-~06", false, true), ("2004?/2005~", true, true), ("2004/2005?", true, false),
      ("[2004,2005~]", false, true), ("[2004..2005?]", true, false), ("Y17E7?", true, false), ("2001-21~", false, true),
      ("../2004?", true, false), ("201X", false, false), ("1950S2", false, false),
    ]
    for (text, uncertain, approximate) in expected {
      let date = try EDTFDate(text)
      #expect(date.isUncertain == uncertain, "\(text)")
      #expect(date.isApproximate == approximate, "\(text)")
    }
  }

  @Test func `refuses signs out of place`() {
    DateTable.expectRejected(
      """
      '?' 1 expected a year
      '2004??' 5 should end here
      '2004?~' 5 should end here
      '??2004' 1 expected a year
      '20?04' 2 four digits
      '-?2004' 1 expected a year
      '2004-?' 6 two digits
      '2004-06-?' 9 two digits
      '2004-?-11' 6 two digits
      '2004-06-11??' 11 should end here
      '2004-??06' 6 two digits
      '2004-0?6' 6 two digits
      '(2004)?' 0 expected a year
      '2004?~-06' 5 should end here
      'Y?170000002' 1 expected the digits
      'Y17E7??' 6 should end here
      '2004!' 4 should end here
      '2004?*' 5 should end here
      '~/2004' 1 expected a year
      """)
  }
}
