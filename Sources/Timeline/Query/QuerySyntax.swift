/// A query's syntax tree, before its names and dates are resolved: what can be told without a chronology.
struct QuerySyntax: Equatable {
  indirect enum Kind: Equatable {
    /// A word or a phrase, as typed, without its quotes.
    case text(String)
    /// A field matching any of these values.
    case field(Query.Field, [Value])
    case not(QuerySyntax)
    case all([QuerySyntax])
    case any([QuerySyntax])
  }

  struct Value: Equatable {
    var text: String
    /// The offset at which it begins, in scalars of the query.
    var offset: Int
    /// Whether nothing comes after it: more may still be typed.
    var isLast = false
  }

  var kind: Kind
  /// Scalars of the query.
  var range: Range<Int>
  /// Whether it has parentheses of its own, which are included in `range`.
  var isGrouped = false

  /// The maximum depth of parentheses and negations.
  static let deepest = 64

  init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// Parses the whole text. An empty one is an empty `all`.
  init(_ text: String) throws(QueryError) {
    var parser = QueryParser(text)
    self = try parser.whole()
  }

  /// The conditions that must all hold: the parts of an `all`, or the one condition.
  var conditions: [QuerySyntax] {
    if case .all(let parts) = kind { parts } else { [self] }
  }
}
