package import Timeline

/// Everything that can be asked of the program: by keys in the browser, by words in text mode. The table
/// `Vocabulary` names them all.
package enum Command: Equatable, Sendable {
  case move(Motion)
  /// Opens what the cursor stands on.
  case open
  /// Opens the event with this id.
  case openEvent(String)
  /// The event in this row of the list, counted from 1.
  case item(Int)
  /// Follows the choice with this number, counted from 1.
  case choose(Int)
  /// From an event's page to the page of the next event shown, or of the one before.
  case neighbour(forward: Bool)
  case back
  case quit
  case quitAll

  /// Goes back to what was shown, and where, before the last command that changed it.
  case undo

  /// Shows the events that a query finds; every event for an empty one.
  case find(String)
  /// Finds words on the page on top.
  case findOnPage(String)
  case clear
  /// Shows only events whose date may fall in a typed date.
  case dates(String)
  /// Goes to the first event on or after a typed date.
  case go(String)
  case match(forward: Bool)
  /// Marks or unmarks the agency under the cursor in the chooser.
  case mark
  /// Shows only the agencies of the chooser whose name holds these letters.
  case narrow(String)

  case view(Subject)
  /// A source, agency or person by name, id or part of a name.
  case source(String)
  case agency(String)
  case person(String)
  /// What was known on a typed date, with "by" and an agency.
  case known(String)
  case gaps(String)
  /// The page about the agency or source under the cursor.
  case about
  case lanes(LanesMotion)
  case zoom(closer: Bool)

  case whereAmI
  case again
  /// Spells a word, or the name under the cursor.
  case spell(String)
  /// How many lines an answer, or a list in screen-reader mode, has at most; 0 for as many as fit.
  case lines(Int)
  /// Whether rows are told by their date and title alone.
  case brief(Bool)
  case help(String)
  /// Writes what is looked at to a file, of which the name tells the format; or a format and a file.
  case export(String)
  /// Copies the citation under the cursor, or the event's with this number, counted from 1.
  case copy(Int?)
  case copyEvent
  /// Opens the address of the source under the cursor.
  case visit
  /// Opens the file in the reader's editor.
  case openEditor
  case screenReader(Bool?)
  case theme(String)

  /// Opens the prompt for what this command takes; `.command` for a whole line.
  case prompt(CommandName)
  case edit(Edit)
  case submit
  case cancel

  /// What was done with the mouse; what it means is for the screen to say.
  case mouse(Mouse)

  /// Not asked by a person: the world reports.
  case resize(Size)
  /// No key for a while: what follows the selection may follow now.
  case settle
  /// Time to go on with a search.
  case work
  /// More of the file was read. `progress` is nil when all is there.
  case loaded(Chronology, progress: Double?)
  /// The file has changed, and this is what it holds now.
  case reloaded(Chronology)
  /// The file has changed, and cannot be read now, for this reason: what was shown of it stays.
  case unreadable(String)
  /// Back to where the reader was another day.
  case resume(State.Bookmark)
  case told(String, isError: Bool)
  /// Names of files that the line at the prompt may go on with.
  case offer([String])
}

package enum Motion: String, Equatable, Sendable, CaseIterable {
  case next, previous, pageDown, pageUp, halfDown, halfUp, first, last
  /// To the next or previous row that leads somewhere.
  case nextChoice, previousChoice
}

/// Moves that only the lanes view has: along time within a lane.
package enum LanesMotion: String, Equatable, Sendable, CaseIterable {
  case earlier, later
}

/// One editing step at a prompt.
package enum Edit: Equatable, Sendable {
  case insert(String)
  case deleteBackward, deleteForward, deleteWord, deleteToStart
  case left, right, start, end
  case older, newer
  /// What the line may go on with; with a menu open, the next candidate or the one before.
  case complete(forward: Bool)
}
