internal import TUI
internal import Testing

struct HarmlessJSONTests {
  static let rows: [(text: String, unicode: String, ascii: String)] = [
    (#"{"a":"b"}"#, #"{"a":"b"}"#, #"{"a":"b"}"#),
    ("é“", "é“", #"\u00e9\u201c"#),
    ("x\u{9B}31m", #"x\u009b31m"#, #"x\u009b31m"#),
    ("a\u{202E}b\u{2066}c", #"a\u202eb\u2066c"#, #"a\u202eb\u2066c"#),
    ("\u{E0041}", #"\udb40\udc41"#, #"\udb40\udc41"#),
    ("q\u{E0100}", #"q\udb40\udd00"#, #"q\udb40\udd00"#),
    ("\u{1B}]0;t\u{7}", #"\u001b]0;t\u0007"#, #"\u001b]0;t\u0007"#),
    ("😀", "😀", #"\ud83d\ude00"#),
  ]

  @Test(arguments: rows)
  func `what a terminal cannot show stands as an escape of the same meaning`(
    text: String, unicode: String, ascii: String
  ) {
    #expect(HarmlessJSON.text(text, isASCII: false) == unicode)
    #expect(HarmlessJSON.text(text, isASCII: true) == ascii)
  }
}
