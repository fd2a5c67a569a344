internal import EDTF

/// A condition compiled for one chronology: sets of events where an index has the answer, and terms to be looked for
/// in the text.
indirect enum SearchPlan: Sendable {
  /// One bit for each event of the whole chronology.
  case known(may: [UInt64], must: [UInt64])
  /// A term to be found in the text of the events, and the events that match it by what they refer to: names, kinds,
  /// gists, passages.
  case text(Condition.Term, named: [UInt64], isPrepared: Bool)
  case not(SearchPlan)
  /// Conditions that need no reading come first, then the longer terms.
  case all([SearchPlan])
  case any([SearchPlan])

  init(_ condition: Condition, in chronology: Chronology, _ order: SearchOrder) {
    switch condition {
    case .text(let term): self = .text(term, named: order.none, isPrepared: term.scope != .everywhere)
    case .named(let field, let names):
      var words = order.none
      for number in names.numbers { order.insert(Self.positions(field, number, chronology), into: &words) }
      self = .known(may: words, must: words)
    case .dated(let field, let date):
      let (may, must) = Self.questions(field, date.bounds)
      let sure = chronology.dates.events(must)
      // An event without a date leaves every question open, even those that require certainty.
      let maybe = (may.map { chronology.dates.events($0) } ?? sure).union(chronology.dates.undated)
      self = .known(may: order.words(maybe), must: order.words(sure))
    case .not(let part): self = .not(SearchPlan(part, in: chronology, order))
    case .all(let parts): self = .all(parts.map { SearchPlan($0, in: chronology, order) }.sorted { $0.cost < $1.cost })
    case .any(let parts): self = .any(parts.map { SearchPlan($0, in: chronology, order) }.sorted { $0.cost < $1.cost })
    }
  }

  /// Looks for the terms in the names, kinds and gists of the chronology, each term in one go, as long as any of `budget`
  /// is left. Nothing may be evaluated before all are prepared.
  /// - Parameter budget: reduced by the number of bytes read, and of those that could have been read meanwhile.
  /// - Returns: whether all are prepared.
  mutating func prepare(in chronology: Chronology, _ order: SearchOrder, _ budget: inout Int) -> Bool {
    switch self {
    case .known, .text(_, _, isPrepared: true): return true
    case .text(let term, _, isPrepared: false):
      guard budget > 0 else { return false }
      self = .text(term, named: Self.events(referringTo: term, in: chronology, order, &budget), isPrepared: true)
      return true
    case .not(var part):
      let isPrepared = part.prepare(in: chronology, order, &budget)
      self = .not(part)
      return isPrepared
    case .all(var parts):
      let isPrepared = Self.prepare(&parts, in: chronology, order, &budget)
      self = .all(parts)
      return isPrepared
    case .any(var parts):
      let isPrepared = Self.prepare(&parts, in: chronology, order, &budget)
      self = .any(parts)
      return isPrepared
    }
  }

  /// Finding the events of a name takes as long as reading this many bytes.
  private static let costOfName = 500

  private static func prepare(
    _ parts: inout [SearchPlan], in chronology: Chronology, _ order: SearchOrder, _ budget: inout Int
  ) -> Bool {
    for part in parts.indices where !parts[part].prepare(in: chronology, order, &budget) { return false }
    return true
  }

  private static func events(
    referringTo term: Condition.Term, in chronology: Chronology, _ order: SearchOrder, _ budget: inout Int
  ) -> [UInt64] {
    var events = order.none
    budget -= chronology.names.size + chronology.gists.text.count
    for field in [Query.Field.agency, .person, .kind] {
      let numbers = chronology.names.containing(term.search, in: field)
      budget -= numbers.count * costOfName
      for number in numbers { order.insert(positions(field, number, chronology), into: &events) }
    }
    let gists = chronology.gists.containing(term.search)
    chronology.gists.forEachEvent(citing: gists, in: chronology) { order.insert($0, into: &events) }
    order.insert(term.passages[...], into: &events)
    return events
  }

  /// What may and what must be true of a date in a field; `may` is nil if only certainty counts.
  private static func questions(_ field: Query.Field, _ period: Bounds) -> (DateIndex.Question?, DateIndex.Question) {
    switch field {
    case .before: (.may(beBefore: period), .certainly(before: period))
    case .after: (.may(beAfter: period), .certainly(after: period))
    case .within: (nil, .certainly(fallsWithin: period))
    case .date, .text, .title, .agency, .person, .source, .kind:
      (.may(fallWithin: period), .certainly(fallsWithin: period))
    }
  }

  private static func positions(_ field: Query.Field, _ number: Int, _ chronology: Chronology) -> ArraySlice<UInt32> {
    switch field {
    case .agency: chronology.positions(agency: chronology.agencies[number].id)
    case .person: chronology.positions(person: chronology.people[number].id)
    case .source: chronology.positions(source: chronology.sources[number].id)
    case .kind: chronology.positions(kind: chronology.kinds[number])
    case .text, .title, .date, .within, .before, .after: []
    }
  }

  /// Orders conditions by how much text they require reading: none, then a long term, then a short one.
  private var cost: Int {
    switch self {
    case .known: 0
    case .text(let term, _, _): 1_000_000 / (term.search.term.count + 1)
    case .not(let part): part.cost
    case .all(let parts), .any(let parts): parts.reduce(1) { $0 + $1.cost }
    }
  }

  /// The condition's truth values for the bits of these words, one mask per word. It is false for everything that is
  /// not a candidate.
  func evaluate(_ words: Range<Int>, among candidates: [UInt64], _ reader: inout TextReader) -> [KleeneMask] {
    switch self {
    case .known(let may, let must):
      return zip(words, candidates).map { KleeneMask(may: may[$0] & $1, must: must[$0] & $1) }
    case .text(let term, let named, _):
      let known = zip(words, candidates).map { named[$0] & $1 }
      let found = reader.find(
        term.search, inTitles: term.scope == .title, fromRow: words.lowerBound * 64,
        among: zip(candidates, known).map { $0 & ~$1 })
      return zip(known, found).map { KleeneMask(of: $0 | $1) }
    case .not(let part):
      return zip(part.evaluate(words, among: candidates, &reader), candidates).map { !$0 & KleeneMask(of: $1) }
    case .all(let parts):
      var result = candidates.map(KleeneMask.init(of:))
      for part in parts where result.contains(where: { $0.may != 0 }) {
        let truth = part.evaluate(words, among: result.map(\.may), &reader)
        for i in result.indices { result[i] = result[i] & truth[i] }
      }
      return result
    case .any(let parts):
      var result = candidates.map { _ in KleeneMask(of: 0) }
      for part in parts {
        let truth = part.evaluate(words, among: zip(candidates, result).map { $0 & ~$1.must }, &reader)
        for i in result.indices { result[i] = result[i] | truth[i] }
      }
      return result
    }
  }
}
