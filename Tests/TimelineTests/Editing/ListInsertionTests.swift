internal import Testing
internal import Timeline

struct ListInsertionTests {
  static let element = #"{"id": "new", "tags": ["a", "b"]}"#

  /// A file, a list, and the file with the element added; `¦` stands for the element and its lines.
  static let cases: [(String, String, String, String)] = [
    (
      "in a list of elements over several lines, indented as they are",
      "{\n\t\"title\": \"T\",\n\t\"events\": [\n\t\t{\n\t\t\t\"id\": \"a\"\n\t\t}\n\t]\n}\n", "events",
      "{\n\t\"title\": \"T\",\n\t\"events\": [\n\t\t{\n\t\t\t\"id\": \"a\"\n\t\t},\n\t\t{\n\t\t\t\"id\": \"new\",\n\t\t\t\"tags\": [\"a\", \"b\"]\n\t\t}\n\t]\n}\n"
    ),
    (
      "in a list with an element a line", "{\"events\": [\n {\"id\":\"a\"} \n]}", "events",
      "{\"events\": [\n {\"id\":\"a\"},\n {\"id\": \"new\", \"tags\": [\"a\", \"b\"]} \n]}"
    ),
    (
      "in a list within one line", #"{"events":[{"id":"a"}],"title":"T"}"#, "events",
      #"{"events":[{"id":"a"}, {"id": "new", "tags": ["a", "b"]}],"title":"T"}"#
    ),
    (
      "in an empty list", "{\r\n  \"events\": [ ],\r\n  \"title\": \"T\"\r\n}", "events",
      "{\r\n  \"events\": [\r\n    {\r\n      \"id\": \"new\",\r\n      \"tags\": [\"a\", \"b\"]\r\n    }\r\n  ],\r\n  \"title\": \"T\"\r\n}"
    ),
    (
      "in place of null", #"{"agencies": null, "events": []}"#, "agencies",
      #"{"agencies": [{"id": "new", "tags": ["a", "b"]}], "events": []}"#
    ),
    (
      "before the first field where there is no such list", "{\n  \"events\": []\n}", "people",
      "{\n  \"people\": [\n    {\n      \"id\": \"new\",\n      \"tags\": [\"a\", \"b\"]\n    }\n  ],\n  \"events\": []\n}"
    ),
    (
      "as a last line", "{\"title\": \"T\"}\n{\"id\": \"a\"}", "events",
      "{\"title\": \"T\"}\n{\"id\": \"a\"}\n{\"id\": \"new\", \"tags\": [\"a\", \"b\"]}\n"
    ),
  ]

  @Test(arguments: cases) func `adds an element`(_ place: String, _ file: String, _ list: String, _ wanted: String)
    throws
  {
    var insertion = ListInsertion(Array(file.utf8))
    try insertion.add(Self.element, to: list)
    #expect(String(decoding: insertion.bytes, as: UTF8.self) == wanted, "\(place)")
  }

  @Test(arguments: ["", "[]", "{", #"{"events": 7}"#, #"{"events": [1 2]}"#])
  func `leaves alone what is no chronology`(_ file: String) {
    var insertion = ListInsertion(Array(file.utf8))
    #expect(throws: ListInsertion.Fault.self) { try insertion.add(Self.element, to: "events") }
    #expect(insertion.bytes == Array(file.utf8))
  }
}
