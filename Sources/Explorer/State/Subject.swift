package import EDTF
internal import Timeline

/// What a view is about. The subject and the chronology determine the view's page.
package enum Subject: Hashable, Sendable {
  case list
  case event(String)
  case sources
  /// A source, at a cited paragraph; the cited range, in scalars as the chronology counts them.
  case source(String, paragraph: Int?, passage: Range<Int>? = nil)
  case agencies
  case agency(String)
  case people
  case person(String)
  case disagreements
  /// What was known on a day, to one agency or to all.
  case known(on: EDTFDate, agency: String?)
  case gaps(agency: String?)
  case coverage
  case lanes
  case findings
  case bookmarks
  case help(topic: String?)

  /// Whether it is shown in columns.
  var isTable: Bool {
    switch self {
    case .sources, .agencies, .people, .disagreements, .known, .gaps, .coverage, .bookmarks: true
    case .list, .event, .source, .agency, .person, .lanes, .findings, .help: false
    }
  }
}
