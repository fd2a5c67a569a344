package struct QueryError: Error, Equatable {
  /// What is wrong and what to do, in one sentence.
  package var message: String
  /// Unicode scalars of the query, counted from 0.
  package var offset: Int
  /// Whether the query is right as far as it goes: the message then says what is expected next.
  package var isUnfinished: Bool

  package init(message: String, offset: Int, isUnfinished: Bool = false) {
    self.message = message
    self.offset = offset
    self.isUnfinished = isUnfinished
  }
}
