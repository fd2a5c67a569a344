extension Query {
  /// The query language in a few rows: what to type, and what it finds. Used by the help, the documentation and
  /// speech.
  package static let help: [(form: String, meaning: String)] = [
    (
      "nurse letter",
      "events with both words, or parts of words: in title, summary, reading, kind, names, or what is cited and noted of it"
    ),
    ("title:letter  text:letter", "in the title alone; in title, summary, reading and notes"),
    ("\"serious case\"", "these words as they are; case and accents never matter"),
    ("-letter   not letter", "events without it"),
    ("nurse or doctor", "events with either; (nurse or doctor) letter groups"),
    ("agency:health", "events of every agency with that in its name; agency:health,police for either"),
    ("person:  source:  kind:", "likewise; quotes hold a name of several words together: person:\"A. Person\""),
    ("date:feb 2007", "events that may fall in that time; those that only may are marked"),
    ("within:2004 to 2007", "events that certainly fall in it"),
    ("before:2004  after:2007", "events that may be before 2004 begins, or after 2007 ends"),
  ]
}
