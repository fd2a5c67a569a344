/// The name of every command: the word that is typed for it, and what the code calls it.
package enum CommandName: String, CaseIterable, CustomStringConvertible, Sendable {
  case next
  case previous
  case more
  case less
  case halfDown = "half-down"
  case halfUp = "half-up"
  case first
  case last
  case nextLink = "next-link"
  case previousLink = "previous-link"
  case item
  case go
  case open
  case choose
  case nextEvent = "next-event"
  case previousEvent = "previous-event"
  case about
  case back
  case undo
  case `where`
  case `repeat`
  case copy
  case copyEvent = "copy-event"
  case visit
  case bookmark
  case note
  case find
  case findHere = "find-here"
  case dates
  case clear
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  case mark
  case narrow
  case list
  case agencies
  case agency
  case people
  case person
  case sources
  case source
  case lanes
  case disagreements
  case known
  case gaps
  case coverage
  case findings
  case bookmarks
  case later
  case earlier
  case closer
  case wider
  case help
  case command
  case export
  case spell
  case brief
  case verbose
  case pages
  case edit
  case screenReader = "screen-reader"
  case theme
  case quit
  case leave

  package var description: String { rawValue }
}
