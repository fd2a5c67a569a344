/// A query's form, before its names and dates are looked up: what can be said of it without a chronology.
struct QuerySyntax: Equatable {
  indirect enum Kind: Equatable {
    /// A word or a phrase, as it was typed, without its quotes.
    case text(String)
    /// One of several values of a field.
    case field(Query.Field, [Value])
    case not(QuerySyntax)
    case all([QuerySyntax])
    case any([QuerySyntax])
  }

  struct Value: Equatable {
    var text: String
    /// Where it begins, in scalars of the query.
    var offset: Int
    /// Nothing comes after it: more may still be typed.
    var isLast = false
  }

  var kind: Kind
  /// Scalars of the query.
  var range: Range<Int>
  /// It stands in parentheses of its own, which are part of `range`.
  var isGrouped = false

  /// How deep parentheses and negations may go.
  static let deepest = 64

  init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// Reads the whole text. An empty one is an empty `all`.
  init(_ text: String) throws(QueryError) {
    var parser = QueryParser(text)
    self = try parser.whole()
  }

  /// The conditions that must all hold: the parts of an `all`, or the one condition.
  var conditions: [QuerySyntax] {
    if case .all(let parts) = kind { parts } else { [self] }
  }
}
