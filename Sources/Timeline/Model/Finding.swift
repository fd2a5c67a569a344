/// Something wrong with the data: what, where, and how to fix it.
package struct Finding: Equatable, Sendable {
  package enum Severity: String, Sendable { case error, warning }

  /// A place in a file. Line and column count from 1; the column counts Unicode scalars.
  package struct Place: Equatable, Sendable {
    package var line: Int
    package var column: Int
    /// A JSON path: `$.events[3].date`.
    package var path: String

    package init(line: Int, column: Int, path: String) {
      self.line = line
      self.column = column
      self.path = path
    }
  }

  package var severity: Severity
  package var place: Place?
  /// What is wrong, in words.
  package var message: String
  /// What to do about it.
  package var remedy: String?

  package init(severity: Severity = .error, place: Place?, message: String, remedy: String? = nil) {
    self.severity = severity
    self.place = place
    self.message = message
    self.remedy = remedy
  }
}
