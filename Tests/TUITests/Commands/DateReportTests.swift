import TUI
import Testing

@Suite struct DateReportTests {
  @Test(
    arguments: [
      (
        "2007-02",
        #"{"input":"2007-02","valid":true,"level":0,"earliest":"2007-02-01","latest":"2007-02-28","uncertain":false,"#
          + #""approximate":false,"text":"February 2007"}"#
      ),
      (
        "../2003%",
        #"{"input":"../2003%","valid":true,"level":1,"earliest":"open","latest":"2003-12-31","uncertain":true,"#
          + #""approximate":true,"text":"up to perhaps about 2003"}"#
      ),
      (
        "/-0043",
        #"{"input":"/-0043","valid":true,"level":1,"earliest":"unknown","latest":"-0043-12-31","uncertain":false,"#
          + #""approximate":false,"text":"from an unknown date to 44 BC"}"#
      ),
      (
        "Y170000002",
        #"{"input":"Y170000002","valid":true,"level":1,"earliest":"170000002-01-01","latest":"170000002-12-31","#
          + #""uncertain":false,"approximate":false,"text":"170,000,002"}"#
      ),
      (
        "2007-13",
        #"{"input":"2007-13","valid":false,"error":"there is no month 13: months run 01 to 12 (at offset 5)"}"#
      ),
      (
        "a\"\\\u{1}\n\u{7F}é",
        #"{"input":"a\"\\\u0001\n\u007fé","valid":false,"error":"expected a year, found ‘a’ (at offset 0)"}"#
      ),
    ] as [(String, String)])
  func `is one line of JSON, keys in order`(input: String, line: String) {
    #expect(DateReport().line(input) == line)
  }

  @Test func `adds the EDTF of what was typed, and points out what is wrong with it`() {
    #expect(
      DateReport(isTyped: true).line("Mon 12 March 2009")
        == #"{"input":"Mon 12 March 2009","valid":true,"level":0,"earliest":"2009-03-12","latest":"2009-03-12","#
        + #""uncertain":false,"approximate":false,"#
        + #""text":"12 March 2009 (12 March 2009 is a Thursday, not a Monday)","edtf":"2009-03-12"}"#)
    #expect(
      DateReport(isTyped: true).line("Febuary 2007")
        == #"{"input":"Febuary 2007","valid":false,"#
        + #""error":"‘febuary’ is not part of a date. Did you mean February 2007? (at offset 0)"}"#)
  }

  @Test(arguments: [true, false])
  func `shows what is not UTF-8 as U+FFFD`(isTyped: Bool) {
    var output: [UInt8] = []
    let input: [UInt8] = [0x32, 0xFF, 0xC3]
    input.withUnsafeBufferPointer { DateReport(isTyped: isTyped).write($0, to: &output) }
    let line = String(validating: output, as: UTF8.self)
    #expect(line?.hasPrefix(#"{"input":"2"# + "\u{FFFD}\u{FFFD}\",\"valid\":false") == true)
  }

  @Test func `answers a megabyte`() {
    for character in ["1", "[", "?", "Y1E", "1985,", "é"] {
      let input = String(repeating: character, count: 1_000_000 / character.utf8.count)
      #expect(DateReport().line(input).contains(#","valid":false,"#))
    }
    let set = "[" + String(repeating: "1985,", count: 50_000) + "1985]"
    #expect(DateReport().line(set).contains(#","valid":true,"#))
  }
}
