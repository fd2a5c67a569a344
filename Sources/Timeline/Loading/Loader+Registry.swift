/// The lists of agencies, people and sources.
extension Loader {
  enum List: String { case agencies, people, sources }

  /// Bytes of a list: about ten milliseconds of work.
  private static let listSlice = 1 << 18

  /// Reads one slice of a list's elements: by the fast path, and those that are not valid by the thorough one.
  mutating func elements(of list: List) throws(JSONFault) {
    let limit = position + Self.listSlice
    var cursor = JSONCursor(bytes.buffer, from: position)
    repeat {
      try element(of: list, &cursor)
      elements += 1
      position = cursor.position
      guard try cursor.next(in: .array) else {
        elements = 0
        return try endField(&cursor)
      }
      position = cursor.position
    } while position < limit
  }

  private mutating func element(of list: List, _ cursor: inout JSONCursor) throws(JSONFault) {
    let isSound = quickly(&cursor) { loader, cursor throws(JSONFault) in
      switch list {
      case .agencies: loader.registry.add(try cursor.agency())
      case .people: loader.registry.add(try cursor.person())
      case .sources: loader.registry.add(try cursor.source())
      }
    }
    if isSound { return }
    let path = JSONPath(steps: [.field(list.rawValue), .index(elements)])
    var decoding = Decoding(try tree(&cursor, at: path), at: path, room: faults.room)
    let added: (id: String, isNew: Bool)? =
      switch list {
      case .agencies: decoding.agency(0).map { ($0.id, registry.add($0)) }
      case .people: decoding.person(0).map { ($0.id, registry.add($0)) }
      case .sources: decoding.source(0).map { ($0.id, registry.add($0)) }
      }
    if let added, !added.isNew {
      decoding.fault(
        "The id \(quoted(added.id)) is taken already.", at: 0, .field("id"),
        remedy: "Give this one another id; until then it is left out.")
    }
    faults.append(decoding.faults)
  }
}
