package import Timeline

/// Everything that the program can be asked to do: by keys in the browser, by words in text mode. The table
/// `Vocabulary` names them all.
package enum Command: Equatable, Sendable {
  case move(Motion)
  /// Opens what the cursor is on.
  case open
  /// Opens the event with this id.
  case openEvent(String)
  /// Opens the event in this row of the list, counted from 1.
  case item(Int)
  /// Follows the link with this number, counted from 1.
  case choose(Int)
  /// From an event's page, goes to the page of the next or previous event shown.
  case neighbour(forward: Bool)
  case back
  case quit
  case quitAll

  /// Goes back to what was shown, and where, before the last command that changed it.
  case undo

  /// Shows the events that match a query; every event if it is empty.
  case find(String)
  /// Finds words on the topmost page.
  case findOnPage(String)
  case clear
  /// Shows only events whose date may fall in a typed date.
  case dates(String)
  /// Goes to the first event on or after a typed date.
  case go(String)
  case match(forward: Bool)
  /// Marks or unmarks the agency under the cursor in the chooser.
  case mark
  /// Shows only the agencies in the chooser whose name contains these letters.
  case narrow(String)

  case view(Subject)
  /// Opens a source, agency or person by name, id or part of a name.
  case source(String)
  case agency(String)
  case person(String)
  /// What was known on a typed date: with "by" and an agency in the text, or with an agency apart from it.
  case known(String, by: String? = nil)
  case gaps(String)
  /// Opens the page about the agency or source under the cursor.
  case about
  case lanes(LanesMotion)
  case zoom(closer: Bool)

  case whereAmI
  case again
  /// Spells a word, or the name under the cursor.
  case spell(String)
  /// The maximum number of lines of an answer, or of a list in screen-reader mode; 0 for as many as fit.
  case lines(Int)
  /// Whether rows give only their date and title.
  case brief(Bool)
  case help(String)
  /// Writes what is open to a file, whose name implies the format; or takes a format and a file.
  case export(String)
  /// Copies the citation under the cursor, or the event's citation with this number, counted from 1.
  case copy(Int?)
  case copyEvent
  /// Opens the address of the source under the cursor.
  case visit
  /// Opens the file in the reader's editor.
  /// Bookmarks the current event, or removes its bookmark.
  case bookmark
  /// Writes a note on the current event; empty, or a hyphen, removes it.
  case note(String)
  case openEditor
  case screenReader(Bool?)
  case theme(String)

  /// Opens the prompt for what this command takes; `.command` for a whole line.
  case prompt(CommandName)
  case edit(Edit)
  case submit
  case cancel

  /// A mouse action; the screen determines what it means.
  case mouse(Mouse)

  /// Events from outside rather than from a person.
  case resize(Size)
  /// No key has been pressed for a while: what follows the selection may catch up.
  case settle
  /// Time to continue a search.
  case work
  /// More of the file has been read. `progress` is nil when it is complete.
  case loaded(Chronology, progress: Double?)
  /// The file has changed, and this is its new content.
  case reloaded(Chronology)
  /// The file has changed and cannot be read now, for this reason; what was shown stays.
  case unreadable(String)
  /// Returns to where the reader was in an earlier session.
  case resume(State.LastPlace)
  /// The stored bookmarks and notes.
  case noted(Notes)
  case told(String, isError: Bool)
  /// File names that could complete the line at the prompt.
  case offer([String])
}

package enum Motion: String, Equatable, Sendable, CaseIterable {
  case next, previous, pageDown, pageUp, halfDown, halfUp, first, last
  /// To the next or previous row with a link.
  case nextChoice, previousChoice
}

/// Movements that only the lanes view has: along time within a lane.
package enum LanesMotion: String, Equatable, Sendable, CaseIterable {
  case earlier, later
}

/// One editing step at a prompt.
package enum Edit: Equatable, Sendable {
  case insert(String)
  case deleteBackward, deleteForward, deleteWord, deleteToStart
  case left, right, start, end
  case older, newer
  /// Completes the line; with a menu open, selects the next or the previous candidate.
  case complete(forward: Bool)
}
