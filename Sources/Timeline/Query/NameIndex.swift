internal import EDTF

/// The names by which a query can refer to agencies, people, sources and kinds, folded. Built once per chronology.
package struct NameIndex: Sendable {
  private var tables: [Query.Field: Table] = [:]

  package init(agencies: [Agency], people: [Person], sources: [Source], kinds: [String]) {
    tables[.agency] = Table(
      agencies.map { Names(id: $0.id, shown: $0.name, others: [$0.short].compactMap(\.self) + $0.aliases) })
    tables[.person] = Table(people.map { Names(id: $0.id, shown: $0.name, others: $0.aliases) })
    tables[.source] = Table(sources.map { Names(id: $0.id, shown: $0.title, others: []) })
    tables[.kind] = Table(kinds.map { Names(id: $0, shown: $0, others: []) })
  }

  /// All names of agencies and people, and the kinds, folded, one per line.
  var text: [UInt8] { [Query.Field.agency, .person, .kind].flatMap { tables[$0]?.names.text ?? [] } }

  private struct Names {
    var id: String
    var shown: String
    var others: [String]
  }

  /// Numbers, ascending, of those with a name (ids do not count) that contains a folded text.
  func containing(_ folded: [UInt8], in field: Query.Field) -> [Int] {
    tables[field]?.names.owners(of: folded) { _, _ in true } ?? []
  }

  /// What a person may have meant by a name: the one with that id, else those with exactly that name, short name or
  /// alias, else those with a name in which it begins a word, else those with a name containing it. If there are
  /// several, all are meant.
  func resolve(_ value: QuerySyntax.Value, in field: Query.Field) throws(QueryError) -> Condition.Names {
    let folded = Folding.bytes(value.text)
    guard let table = tables[field], !folded.isEmpty else {
      throw QueryError(message: "After “\(field.rawValue):” comes \(field.expectation).", offset: value.offset)
    }
    let whole: (ArraySlice<UInt8>, ArraySlice<UInt8>) -> Bool = { $0.isEmpty && $1.isEmpty }
    let searches = [
      { table.ids.owners(of: folded, where: whole) },
      { table.names.owners(of: folded, where: whole) },
      { table.names.owners(of: folded) { before, _ in before.last.map { !Self.isLetter($0) } ?? true } },
      { table.names.owners(of: folded) { _, _ in true } },
    ]
    for search in searches {
      let found = search()
      if !found.isEmpty { return Condition.Names(numbers: found, shown: table.shown(found, typed: value.text)) }
    }
    throw QueryError(
      message: "No \(field.rawValue) is called “\(value.text)”\(table.advice(folded))", offset: value.offset)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  private struct Table: Sendable {
    let ids: FoldedNames
    let names: FoldedNames
    private let shown: [String]

    init(_ entries: [Names]) {
      ids = FoldedNames(entries.map { [$0.id] })
      names = FoldedNames(entries.map { [$0.shown] + $0.others })
      shown = entries.map(\.shown)
    }

    /// Up to three names; beyond that, their number.
    func shown(_ numbers: [Int], typed: String) -> String {
      numbers.count > 3
        ? "with “\(typed)” in its name (\(numbers.count) of them)" : numbers.map { shown[$0] }.joined(separator: " or ")
    }

    /// The number of names that a misspelt one can be compared with at a key press.
    private static let mostCompared = 4000

    /// What to do about an unknown name: suggests the nearest one, or lists some that exist.
    func advice(_ folded: [UInt8]) -> String {
      var nearest: (distance: Int, number: Int)?
      for number in shown.indices.prefix(Self.mostCompared) {
        let name = Folding.bytes(shown[number])
        let words = name.split { !NameIndex.isLetter($0) }.map(Array.init)
        let distance = ([name] + words).map { EditDistance.distance(folded, $0) }.min() ?? .max
        if distance < nearest?.distance ?? .max { nearest = (distance, number) }
      }
      if let nearest, nearest.distance <= EditDistance.slips(in: folded.count) {
        return "; did you mean \(shown[nearest.number])?"
      }
      if shown.isEmpty { return "; this chronology names none." }
      let some = shown.prefix(5).joined(separator: ", ")
      return shown.count > 5 ? "; there are \(some) and \(shown.count - 5) more." : "; there are \(some)."
    }
  }
}

/// The names of a number of things, stored contiguously, each name between line feeds.
struct FoldedNames: Sendable {
  private(set) var text: [UInt8] = [0x0A]
  /// Where the names of each thing end.
  private var ends: [Int] = []

  init(_ names: [[String]]) {
    for names in names {
      for name in names { text += Folding.bytes(name) + [0x0A] }
      ends.append(text.count)
    }
  }

  /// Numbers, ascending, of the things with a name that contains a text in an accepted context.
  func owners(of folded: [UInt8], where accepts: (_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool)
    -> [Int]
  {
    var owners: [Int] = []
    var at = 0
    let search = ByteSearch(folded)
    while let found = search.first(in: text, from: at) {
      let end = found + folded.count
      let before = text[..<found].suffix(1).filter { $0 != 0x0A }
      let after = text[end...].prefix(1).filter { $0 != 0x0A }
      at = found + 1
      if accepts(before[...], after[...]) {
        var owner = owners.last.map { $0 + 1 } ?? 0
        while ends[owner] <= found { owner += 1 }
        owners.append(owner)
        at = ends[owner]
      }
    }
    return owners
  }
}
