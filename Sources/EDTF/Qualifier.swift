/// What the author of a date says about its reliability: `?` uncertain, `~` approximate, `%` both.
struct Qualifier: OptionSet, Hashable, Sendable {
  let rawValue: UInt8
  init(rawValue: UInt8) { self.rawValue = rawValue }

  static let uncertain = Qualifier(rawValue: 1)
  static let approximate = Qualifier(rawValue: 2)

  init?(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "?"): self = .uncertain
    case UInt8(ascii: "~"): self = .approximate
    case UInt8(ascii: "%"): self = [.uncertain, .approximate]
    default: return nil
    }
  }

  var sign: String { ["", "?", "~", "%"][Int(rawValue & 3)] }

  /// "uncertain", "approximate", "uncertain and approximate".
  var words: String { ["", "uncertain", "approximate", "uncertain and approximate"][Int(rawValue & 3)] }

  /// A date with its qualifier when it is qualified as a whole: "about 2003".
  func words(of date: String) -> String { ["", "perhaps ", "about ", "perhaps about "][Int(rawValue & 3)] + date }

  /// The same for a list: "c. 2003", "2003?".
  func short(of date: String) -> String {
    (contains(.approximate) ? "c. " : "") + date + (contains(.uncertain) ? "?" : "")
  }
}

/// The qualifiers of the components of a date, from the left: year, month (or season), day.
///
/// A sign to the right of a component applies to it and everything to its left; a sign to the left applies to that
/// component alone. Only the effect is stored, so `?2004` equals `2004?`; see `Qualifiers.written`.
struct Qualifiers: Hashable, Sendable {
  /// Two bits per component, the year's lowest.
  private var bits: UInt8 = 0

  subscript(_ component: Int) -> Qualifier {
    get { Qualifier(rawValue: bits >> (2 * UInt8(component)) & 3) }
    set { bits = bits & ~(3 << (2 * UInt8(component))) | newValue.rawValue << (2 * UInt8(component)) }
  }

  init() {}

  /// The same qualifier for each of the first `count` components.
  init(_ qualifier: Qualifier, count: Int) {
    add(qualifier, upTo: count - 1)
  }

  mutating func add(_ qualifier: Qualifier, upTo component: Int) {
    for covered in 0...component { self[covered].formUnion(qualifier) }
  }

  var isEmpty: Bool { bits == 0 }
  /// The union of the qualifiers of all components.
  var union: Qualifier { self[0].union(self[1]).union(self[2]) }

  /// The qualifier of the date as a whole, if its `count` components share one (possibly none).
  func whole(of count: Int) -> Qualifier? {
    (1..<count).allSatisfy { self[$0] == self[0] } ? self[0] : nil
  }

  /// Adds the signs to the components: one sign on the right if that says everything (`2004-06~-11`), otherwise a sign
  /// to the left of each qualified component (`?2004-06-~11`).
  func written(_ components: [String]) -> String {
    let covered = components.indices.prefix { !self[0].isEmpty && self[$0] == self[0] }.count
    let isGroup = components.indices.dropFirst(covered).allSatisfy { self[$0].isEmpty }
    return components.indices.map { index in
      if !isGroup { return self[index].sign + components[index] }
      return components[index] + (index == covered - 1 ? self[0].sign : "")
    }.joined(separator: "-")
  }

  /// What is said after a date when only some components are qualified: "year and month approximate".
  func words(_ names: [String]) -> String {
    let kinds: [Qualifier] = [.uncertain, .approximate, [.uncertain, .approximate]]
    return kinds.compactMap { kind in
      let which = names.indices.filter { self[$0] == kind }.map { names[$0] }
      return which.isEmpty ? nil : Wording.list(which, "and") + " " + kind.words
    }.joined(separator: ", ")
  }
}
