/// Why a file could not be opened at all; what is wrong inside it is a `Finding`.
package enum OpenError: Error, Equatable {
  case missing(path: String)
  case isDirectory(path: String)
  case notPermitted(path: String)
  case empty(path: String)
  /// A pipe or a device that does not end.
  case endless(path: String)
  /// Anything else, with the system's own description.
  case unreadable(path: String, reason: String)

  /// What is wrong and what to do about it, for a person.
  package var message: String {
    switch self {
    case .missing(let path):
      "There is no file \(path). Check the spelling and the folder."
    case .isDirectory(let path):
      "\(path) is a folder. Name the chronology's file inside it."
    case .notPermitted(let path):
      "\(path) is not readable by you. Ask its owner for permission, or copy it to a folder of your own."
    case .empty(let path):
      "\(path) is empty. A chronology holds at least a title and its events."
    case .endless(let path):
      "More than a gigabyte came from \(path). Write it to a file, and open that."
    case .unreadable(let path, let reason):
      "\(path) cannot be read: \(reason)."
    }
  }
}
