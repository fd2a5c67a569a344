/// An organisation that acts or is told.
package struct Agency: Equatable, Sendable {
  package var id: String
  package var name: String
  /// For a list column; if nil, the name is used.
  package var short: String?
  package var aliases: [String]
  /// What it was: "local authority", "government department" …
  package var kind: String?
  /// Ids of the agencies that took over from it, if a source says so.
  package var successors: [String]

  package init(
    id: String, name: String, short: String? = nil, aliases: [String] = [], kind: String? = nil,
    successors: [String] = []
  ) {
    self.id = id
    self.name = name
    self.short = short
    self.aliases = aliases
    self.kind = kind
    self.successors = successors
  }
}
