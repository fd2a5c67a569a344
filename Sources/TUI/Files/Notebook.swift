internal import CSQLite
internal import Explorer
internal import Glibc
package import Timeline

/// Bookmarks and notes in a SQLite database, `notes.sqlite` in the `StateFolder`, so that concurrent sessions do not
/// overwrite each other and no write is left half done.
///
/// A chronology is identified by its title and an event by its id. Unlike a path or a digest, these stay the same when
/// a file is moved, copied, converted or added to.
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
  package func notes(of chronology: String) throws(Fault) -> Notes {
    guard let path, access(path, F_OK) == 0 else { return Notes() }
    let database = try Database(path, creates: false)
    return try Self.all(database, chronology)
  }

  /// Stores a change, and returns all stored notes, including those of other sessions.
  package func store(_ change: Notes.Change, of chronology: String) throws(Fault) -> Notes {
    guard let path else { throw Fault(message: "There is no folder for them: set HOME or XDG_STATE_HOME.") }
    let database = try Database(path, creates: true)
    try database.run("BEGIN IMMEDIATE")
    switch change {
    case .bookmark(let event, let isOn):
      try database.run(
        "INSERT INTO note (chronology, event, bookmarked) VALUES (?1, ?2, ?3) "
          + "ON CONFLICT DO UPDATE SET bookmarked = excluded.bookmarked", [chronology, event, isOn ? "1" : "0"])
    case .note(let event, let text, let before):
      var stored = ""
      try database.run("SELECT text FROM note WHERE chronology = ?1 AND event = ?2", [chronology, event]) {
        stored = $0.text(0)
      }
      try database.run(
        "INSERT INTO note (chronology, event, text) VALUES (?1, ?2, ?3) "
          + "ON CONFLICT DO UPDATE SET text = excluded.text",
        [chronology, event, Notes.joined(stored, text, before: before)])
    }
    try database.run("DELETE FROM note WHERE NOT bookmarked AND text = ''")
    let notes = try Self.all(database, chronology)
    try database.run("COMMIT")
    return notes
  }

  /// Like `store`, for a front end: the stored notes, and a sentence if the reader should know something.
  func outcome(of change: Notes.Change, of chronology: String) -> (notes: Notes?, said: String?, isError: Bool) {
    if hasFailed { return (nil, nil, false) }
    do throws(Fault) {
      let notes = try store(change, of: chronology)
      if case .note(let event, let text, _) = change, let kept = notes.texts[event], kept != text {
        return (notes, "Another session has changed this note meanwhile: both are kept.", false)
      }
      return (notes, nil, false)
    } catch {
      hasFailed = true
      return (nil, "Bookmarks and notes last only until you leave. \(error.message)", true)
    }
  }

  private static func all(_ database: borrowing Database, _ chronology: String) throws(Fault) -> Notes {
    var notes = Notes()
    try database.run("SELECT event, bookmarked, text FROM note WHERE chronology = ?1", [chronology]) { row in
      let event = row.text(0)
      if row.text(1) != "0" { notes.bookmarks.insert(event) }
      // Whatever wrote it, a note is shown as one harmless line.
      let text = Printable.line(row.text(2))
      if !text.allSatisfy(\.isWhitespace) { notes.texts[event] = text }
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
    guard creates else { return }
    try run(
      "CREATE TABLE IF NOT EXISTS note (chronology TEXT NOT NULL, event TEXT NOT NULL, "
        + "bookmarked INTEGER NOT NULL DEFAULT 0, text TEXT NOT NULL DEFAULT '', PRIMARY KEY (chronology, event)) WITHOUT ROWID"
    )
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
