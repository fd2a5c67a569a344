/// The agencies, people and sources that events refer to.
struct Registry: Sendable {
  private(set) var agencies: [Agency] = []
  private(set) var people: [Person] = []
  private(set) var sources: [Source] = []
  private(set) var agencyIDs = IdentifierTable()
  private(set) var personIDs = IdentifierTable()
  private(set) var sourceIDs = IdentifierTable()
  /// For each source the highest paragraph number allowed, and whether it is a post, whose citations must name a
  /// paragraph.
  private var lastParagraphs: [Int] = []
  private var arePosts: [Bool] = []
  /// Whether any source can support an event. Without one, as in data from a spreadsheet, records do.
  private(set) var hasPosts = false

  /// Returns false if there already is one with that id.
  mutating func add(_ agency: Agency) -> Bool {
    guard agencyIDs.insert(agency.id) != nil else { return false }
    agencies.append(agency)
    return true
  }

  mutating func add(_ person: Person) -> Bool {
    guard personIDs.insert(person.id) != nil else { return false }
    people.append(person)
    return true
  }

  mutating func add(_ source: Source) -> Bool {
    guard sourceIDs.insert(source.id) != nil else { return false }
    sources.append(source)
    lastParagraphs.append(source.paragraphs ?? .max)
    arePosts.append(source.kind == .post)
    if source.kind == .post { hasPosts = true }
    return true
  }

  func agency(_ id: String) -> Agency? { agencyIDs.number(of: id).map { agencies[$0] } }
  func person(_ id: String) -> Person? { personIDs.number(of: id).map { people[$0] } }
  func source(_ id: String) -> Source? { sourceIDs.number(of: id).map { sources[$0] } }

  /// Whether a citation of a source may name this paragraph, or none if nil.
  func isSound(paragraph: Int?, source number: Int) -> Bool {
    if let paragraph { return paragraph >= 1 && paragraph <= lastParagraphs[number] }
    return !arePosts[number]
  }

  func isPost(_ source: Int) -> Bool { arePosts[source] }
}
