internal import CSQLite
internal import Explorer
internal import Glibc
package import Timeline

/// Bookmarks and notes in a SQLite database, `notes.sqlite` in the `StateFolder`, so that concurrent sessions do not
/// overwrite each other and no write is left half done.
///
/// A chronology is identified by its title and an event by its id. Unlike a path or a digest, these stay the same when
/// a file is moved, copied, converted or added to. That the id is not another event's by now is told by date and title.
package final class Notebook {
  package struct Fault: Error {
    /// A sentence.
    package let message: String
  }

  private let path: String?
  /// Whether something could not be stored. This is reported once; from then on the session uses what it has in memory.
  private(set) var hasFailed = false

  package convenience init() { self.init(path: StateFolder.path().map { $0 + "/notes.sqlite" }) }

  /// - Parameter path: nil if nothing can be stored.
  package init(path: String?) { self.path = path }

  /// The stored notes on a chronology; empty if there is no database yet.
  /// - Parameter subject: the event that has an id now; nil if there is none.
  package func notes(
    of chronology: String, _ subject: (String) -> Notes.Subject? = { _ in nil }
  ) throws(Fault) -> Notes {
    guard let path, access(path, F_OK) == 0 else { return Notes() }
    let database = try Database(path, creates: false)
    return try Self.all(database, chronology, subject)
  }

  /// Stores a change, and returns all stored notes, including those of other sessions.
  package func store(
    _ change: Notes.Change, of chronology: String, _ subject: (String) -> Notes.Subject? = { _ in nil }
  ) throws(Fault) -> Notes {
    guard let path else { throw Fault(message: "There is no folder for them: set HOME or XDG_STATE_HOME.") }
    let database = try Database(path, creates: true)
    try database.run("BEGIN IMMEDIATE")
    let event =
      switch change {
      case .bookmark(let event, _), .note(let event, _, _): event
      }
    var stored = Entry(event: event)
    for entry in try Self.entries(database, chronology) where entry.event.isSame(as: event) {
      stored.isBookmarked = stored.isBookmarked || entry.isBookmarked
      stored.text = [stored.text, entry.text].filter { !$0.isEmpty }.joined(separator: " | ")
      try database.run(
        "DELETE FROM entry WHERE chronology = ?1 AND event = ?2 AND date = ?3 AND title = ?4",
        [chronology, entry.event.id, entry.event.date, entry.event.title])
    }
    switch change {
    case .bookmark(_, let isOn): stored.isBookmarked = isOn
    case .note(_, let text, let before): stored.text = Notes.joined(stored.text, text, before: before)
    }
    if stored.isBookmarked || !stored.text.isEmpty {
      try database.run(
        "INSERT INTO entry VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        [chronology, event.id, event.date, event.title, stored.isBookmarked ? "1" : "0", stored.text])
    }
    let notes = try Self.all(database, chronology, subject)
    try database.run("COMMIT")
    return notes
  }

  /// Like `store`, for a front end: the stored notes, and a sentence if the reader should know something.
  func outcome(
    of change: Notes.Change, of chronology: Chronology
  ) -> (notes: Notes?, said: String?, isError: Bool) {
    if hasFailed { return (nil, nil, false) }
    do throws(Fault) {
      let notes = try store(change, of: chronology.title, chronology.subject(ofNotesOn:))
      if case .note(let event, let text, _) = change, let kept = notes.texts[event.id], kept != text {
        return (notes, "Another session has changed this note meanwhile: both are kept.", false)
      }
      return (notes, nil, false)
    } catch {
      hasFailed = true
      return (nil, "Bookmarks and notes last only until you leave. \(error.message)", true)
    }
  }

  /// What is stored about one event.
  private struct Entry {
    var event: Notes.Subject
    var isBookmarked = false
    var text = ""
  }

  private static func entries(_ database: borrowing Database, _ chronology: String) throws(Fault) -> [Entry] {
    var entries: [Entry] = []
    try database.run(
      "SELECT event, date, title, bookmarked, text FROM entry WHERE chronology = ?1 ORDER BY event, date, title",
      [chronology]
    ) { row in
      let event = Notes.Subject(id: row.text(0), date: row.text(1), title: row.text(2))
      // Whatever wrote it, a note is shown as one harmless line.
      let text = Printable.line(row.text(4))
      entries.append(
        Entry(event: event, isBookmarked: row.text(3) != "0", text: text.allSatisfy(\.isWhitespace) ? "" : text))
    }
    return entries
  }

  private static func all(
    _ database: borrowing Database, _ chronology: String, _ subject: (String) -> Notes.Subject?
  ) throws(Fault) -> Notes {
    var notes = Notes()
    for entry in try entries(database, chronology) {
      let id = entry.event.id
      if let event = subject(id), !entry.event.isSame(as: event) {
        notes.strays.append(Notes.Stray(title: Printable.line(entry.event.title), text: entry.text))
        continue
      }
      if entry.isBookmarked { notes.bookmarks.insert(id) }
      if !entry.text.isEmpty {
        notes.texts[id] = [notes.texts[id], entry.text].compactMap(\.self).joined(separator: " | ")
      }
    }
    return notes
  }
}

/// One connection.
private struct Database: ~Copyable {
  private let handle: OpaquePointer?
  private let path: String

  struct Result {
    fileprivate let statement: OpaquePointer

    func text(_ column: Int32) -> String {
      let bytes = UnsafeRawBufferPointer(
        start: sqlite3_column_blob(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Milliseconds for which another session may hold the database.
  private static let patience: Int32 = 3000

  init(_ path: String, creates: Bool) throws(Notebook.Fault) {
    self.path = path
    var handle: OpaquePointer?
    // Only the reader may read or write it.
    let mask = umask(0o077)
    let code = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | (creates ? SQLITE_OPEN_CREATE : 0), nil)
    umask(mask)
    self.handle = handle
    guard code == SQLITE_OK else { throw fault() }
    sqlite3_busy_timeout(handle, Self.patience)
    try run(
      "CREATE TABLE IF NOT EXISTS entry (chronology TEXT NOT NULL, event TEXT NOT NULL, date TEXT NOT NULL, "
        + "title TEXT NOT NULL, bookmarked INTEGER NOT NULL, text TEXT NOT NULL, "
        + "PRIMARY KEY (chronology, event, date, title)) WITHOUT ROWID")
  }

  deinit { sqlite3_close(handle) }

  /// Runs a statement with its parameters, and calls `row` for each row of the result.
  func run(_ sql: String, _ values: [String] = [], _ row: (Result) -> Void = { _ in }) throws(Notebook.Fault) {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else { throw fault() }
    defer { sqlite3_finalize(statement) }
    let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    for (index, value) in values.enumerated() {
      let bytes = Array(value.utf8).map { CChar(bitPattern: $0) }
      guard sqlite3_bind_text(statement, Int32(index + 1), bytes, Int32(bytes.count), copies) == SQLITE_OK else {
        throw fault()
      }
    }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: row(Result(statement: statement))
      case SQLITE_DONE: return
      default: throw fault()
      }
    }
  }

  private func fault() -> Notebook.Fault {
    Notebook.Fault(message: "\(path): \(String(cString: sqlite3_errmsg(handle))).")
  }
}
