internal import Timeline

/// A made-up chronology of twelve events, with an example of everything that a screen can show.
enum SmallChronology {
  static let chronology = Chronology.load(Bytes(json.utf8))

  private static func event(
    _ id: String, _ date: String, basis: String = "\"stated\"", kind: String = "decision", _ title: String,
    _ agencies: String..., citations: String = "", links: String = ""
  ) -> String {
    """
    {"id": "\(id)", "date": "\(date)", "dating": {"basis": \(basis)}, "kind": "\(kind)", "title": "\(title)",
     "summary": "In short: \(title.lowercased()), as the minutes have it.",
     "agencies": [\(agencies.map { "\"\($0)\"" }.joined(separator: ", "))], "people": ["clerk"],
     "links": [\(links)], "citations": [\(citations)]}
    """
  }

  private static func citation(_ source: String, _ paragraph: Int, gives: String? = nil) -> String {
    """
    {"source": "\(source)", "paragraph": \(paragraph), "range": null, "digest": null, "fact": "states", \
    "date": "states", "gives": \(gives.map { "\"\($0)\"" } ?? "null")}
    """
  }

  private static let json = """
    {"title": "The bridge at Elm Lock",
     "agencies": [
       {"id": "county", "name": "Westmark County Council", "short": "County"},
       {"id": "works", "name": "Office of Public Works", "short": "Works"},
       {"id": "canal", "name": "Canal and River Company", "short": "Canal Co."},
       {"id": "inquiry", "name": "The Hobday Inquiry", "short": "Inquiry"}],
     "people": [{"id": "clerk", "name": "Ada Finch", "role": "clerk"}],
     "sources": [
       {"id": "minutes", "kind": "post", "title": "Minutes of the bridge committee", "date": "1912", "author": null,
        "sha256": "\(String(repeating: "0a", count: 32))", "paragraphs": 3, "outline": [
          {"paragraph": 1, "gist": "The committee is named.", "speaker": null},
          {"paragraph": 2, "gist": "A crack is reported.", "speaker": null},
          {"paragraph": 3, "gist": "Nothing is decided.", "speaker": null}]},
       {"id": "letter", "kind": "post", "title": "A letter to the Gazette", "date": "1913-02", "author": null,
        "sha256": "\(String(repeating: "0b", count: 32))", "paragraphs": 2, "outline": [
          {"paragraph": 1, "gist": "The writer complains.", "speaker": null},
          {"paragraph": 2, "gist": "The bridge was known to be weak.", "speaker": null}]}],
     "events": [\(events.joined(separator: ",\n"))]}
    """

  private static let events = [
    event("opened", "1905", "The bridge is opened", "county", citations: citation("minutes", 1)),
    event(
      "crack", "1909-03", kind: "warning", "A crack is seen in the east pier", "canal", "works",
      citations: citation("minutes", 2) + ", " + citation("letter", 2, gives: "1910"),
      links: #"{"to": "reply", "relation": "answered by"}"#),
    event(
      "reply", "1909-05-12", kind: "letter", "The Office replies that the crack is old", "works",
      citations: citation("minutes", 2)),
    event(
      "survey", "1909~", basis: "\"inferred\", \"reason\": \"Between the letters.\"", "A survey is put off", "works",
      citations: citation("minutes", 3)),
    event(
      "toll", "1910/1911", "A toll is raised for repairs", "county", "canal", "works",
      citations: citation("minutes", 3)),
    event(
      "closed", "1912-08-03", kind: "closure", "The bridge is closed after a barge strikes the east pier at night",
      "canal", citations: citation("letter", 1)),
    event("asked", "1912-09", kind: "letter", "The Gazette asks who knew", citations: citation("letter", 1)),
    event("inquiry", "1913-01", kind: "inquiry", "An inquiry is ordered", "county", "inquiry"),
    event("hearing", "1913-02-10", kind: "inquiry", "The inquiry hears the Café Régence tenants", "inquiry"),
    event("report", "1913-11", kind: "report", "The inquiry reports", "inquiry", citations: citation("letter", 2)),
    event("rebuilt", "1915?", "The bridge is rebuilt", "county"),
    event("plaque", "/", basis: "\"inferred\", \"reason\": \"No source says when.\"", "A plaque is put up", "county"),
  ]
}
