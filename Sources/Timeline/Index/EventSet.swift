/// A set of event positions. Rows of a filtered list are its members in order: row `r` is `select(r)`.
package struct EventSet: Equatable, Sendable {
  private var members: [Int]
  package init(_ members: some Sequence<Int>) { self.members = Array(Set(members)).sorted() }
  /// Every position from 0 to `count` excluded.
  package init(all count: Int) { members = Array(0..<count) }
  package var count: Int { members.count }
  package var isEmpty: Bool { members.isEmpty }
  package func contains(_ position: Int) -> Bool { members.contains(position) }
  /// The member at a row.
  package func select(_ row: Int) -> Int { members[row] }
  /// How many members are smaller than `position`: the row of `position` if it is a member, else of the next one.
  package func rank(_ position: Int) -> Int { members.firstIndex { $0 >= position } ?? members.count }
}
