internal import Testing
internal import Timeline

struct JSONLayoutTests {
  @Test func `a value that fits stands in one line, and a longer one has a line for each element`() {
    var layout = JSONLayout()
    layout.width = 24
    let text = layout.text(of: #"{"a": [1, 2], "b": {}, "list": ["eleven", "twelve", "thirteen"], "c": null}"#)
    #expect(
      text == """
        {
          "a": [1, 2],
          "b": {},
          "list": [
            "eleven",
            "twelve",
            "thirteen"
          ],
          "c": null
        }
        """)
  }

  @Test func `what is laid out holds the same`() throws {
    let json = Sample.json
    let laid = Chronology.load(Bytes(JSONLayout().text(of: json).utf8))
    #expect(Sample.events(laid) == Sample.events(Chronology.load(Bytes(json.utf8))))
    #expect(laid.sources.count == 1 && laid.findings == [])
  }
}
