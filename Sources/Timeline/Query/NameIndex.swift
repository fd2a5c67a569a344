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

  /// The length of that text, in bytes.
  var size: Int { [Query.Field.agency, .person, .kind].reduce(0) { $0 + (tables[$1]?.names.text.count ?? 0) } }

  private struct Names {
    var id: String
    var shown: String
    var others: [String]
  }

  /// Numbers, ascending, of those with a name (ids do not count) that contains a text.
  func containing(_ search: ByteSearch, in field: Query.Field) -> [Int] {
    tables[field]?.names.owners(of: search) { _, _ in true } ?? []
  }

  /// Candidates for a typed name: the entry with that id; else those with exactly that name, short name or alias; else
  /// those with a name that contains it at the beginning of a word; else those with one that contains it anywhere.
  /// - Returns: their numbers, ascending.
  package func matches(_ name: String, in field: Query.Field) -> [Int] {
    let folded = Folding.bytes(name)
    guard let table = tables[field], !folded.isEmpty else { return [] }
    let whole: (ArraySlice<UInt8>, ArraySlice<UInt8>) -> Bool = { $0.isEmpty && $1.isEmpty }
    let search = ByteSearch(folded)
    let searches = [
      { table.ids.owners(of: search, where: whole) },
      { table.names.owners(of: search, where: whole) },
      { table.names.owners(of: search) { before, _ in before.last.map { !Self.isLetter($0) } ?? true } },
      { table.names.owners(of: search) { _, _ in true } },
    ]
    return searches.lazy.map { $0() }.first { !$0.isEmpty } ?? []
  }

  /// Numbers, ascending, of those with an id or a name in which a word begins with a text; of all, if that is empty.
  package func beginning(with text: String, in field: Query.Field) -> [Int] {
    let folded = Folding.bytes(text)
    guard let table = tables[field] else { return [] }
    if folded.isEmpty { return Array(table.shown.indices) }
    let search = ByteSearch(folded)
    let found = [table.ids, table.names].flatMap { names in
      names.owners(of: search) { before, _ in before.last.map { !Self.isLetter($0) } ?? true }
    }
    return found.uniqued.sorted()
  }

  /// The name by which an entry is shown.
  package func shown(_ number: Int, in field: Query.Field) -> String { tables[field]?.shown[number] ?? "" }

  /// Says that nothing has such a name, and suggests the nearest one, or gives some examples.
  package func unknown(_ name: String, in field: Query.Field) -> String {
    let start = "There is no \(field.rawValue) “\(name)”. "
    guard let table = tables[field], !table.shown.isEmpty else { return start + "This chronology names none." }
    if let nearest = table.nearest(to: name) { return start + Wording.didYouMean(nearest) }
    return start + (table.shown.count == 1 ? "There is " : "There are ") + Wording.list(table.shown, atMost: 5) + "."
  }

  func resolve(_ value: QuerySyntax.Value, in field: Query.Field) throws(QueryError) -> Condition.Names {
    guard let table = tables[field], !Folding.bytes(value.text).isEmpty else {
      throw QueryError(message: "After “\(field.rawValue):” comes \(field.expectation).", offset: value.offset)
    }
    let found = matches(value.text, in: field)
    guard !found.isEmpty else { throw QueryError(message: unknown(value.text, in: field), offset: value.offset) }
    return Condition.Names(numbers: found, shown: table.shown(found, typed: value.text))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  private struct Table: Sendable {
    let ids: FoldedNames
    let names: FoldedNames
    let shown: [String]

    init(_ entries: [Names]) {
      ids = FoldedNames(entries.map { [$0.id] })
      names = FoldedNames(entries.map { [$0.shown] + $0.others })
      shown = entries.map(\.shown)
    }

    /// Up to three names; beyond that, their number.
    func shown(_ numbers: [Int], typed: String) -> String {
      numbers.count > 3
        ? "with “\(typed)” in its name (\(numbers.count) of them)" : Wording.list(numbers.map { shown[$0] }, "or")
    }

    /// The number of names that a misspelt one can be compared with at a key press.
    private static let mostCompared = 4000

    /// The name that has the nearest spelling, or a word with it.
    func nearest(to name: String) -> String? {
      EditDistance.nearest(to: Folding.string(name), among: shown.prefix(Self.mostCompared)) { shown in
        let name = Folding.bytes(shown)
        return ([name[...]] + name.split { !NameIndex.isLetter($0) }).map { String(decoding: $0, as: UTF8.self) }
      }
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
  func owners(
    of search: ByteSearch, where accepts: (_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool
  ) -> [Int] {
    var owners: [Int] = []
    var at = 0
    while let found = search.first(in: text, from: at) {
      let end = found + search.term.count
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
