/// A person as the sources name them.
package struct Person: Equatable, Sendable {
  package var id: String
  package var name: String
  package var role: String?
  package var aliases: [String]

  package init(id: String, name: String, role: String? = nil, aliases: [String] = []) {
    self.id = id
    self.name = name
    self.role = role
    self.aliases = aliases
  }
}
