/// The sides of an event's disputes.
struct Sides {
  private let event: Event
  private let isRecord: [Bool]

  init(_ event: Event, isRecord: [Bool]) {
    self.event = event
    self.isRecord = isRecord
  }

  var disputes: [Disagreement.Dispute] { [dateDispute, factDispute].compactMap(\.self) }

  /// Records that are not a side: they confirm or refine.
  var records: [Int] {
    event.citations.indices.filter {
      isRecord[$0] && event.citations[$0].fact != .contradicts && !stands(apart: $0)
    }.map { $0 + 1 }
  }

  /// Whether a citation is a side of its own: it denies the event's date, or gives one that the event's own date
  /// excludes, or one inside the event's date that another inside it excludes. Posts are compared with posts, records
  /// with records (see `Claims`).
  private func stands(apart index: Int) -> Bool {
    let citation = event.citations[index]
    guard let given = citation.gives else { return citation.date == .contradicts }
    if !citation.agrees(with: event.date) { return true }
    return event.citations.indices.contains { other in
      other != index && isRecord[index] == isRecord[other] && event.citations[other].agrees(with: event.date)
        && !event.citations[other].agrees(with: given)
    }
  }

  private var dateDispute: Disagreement.Dispute? {
    let apart = event.citations.indices.filter { stands(apart: $0) }
    guard !apart.isEmpty else { return nil }
    let adopted = event.citations.indices.filter {
      !apart.contains($0) && !isRecord[$0]
        && (event.citations[$0].date == .states || event.citations[$0].date == .implies)
    }
    var sides = [Disagreement.Side(date: event.date, isAdopted: true, denies: false, citations: adopted.map { $0 + 1 })]
    for date in apart.map({ event.citations[$0].gives }).uniqued {
      let holders = apart.filter { event.citations[$0].gives == date }
      sides.append(
        Disagreement.Side(date: date, isAdopted: false, denies: date == nil, citations: holders.map { $0 + 1 }))
    }
    return Disagreement.Dispute(question: .date, sides: sides)
  }

  private var factDispute: Disagreement.Dispute? {
    let denying = event.citations.indices.filter { event.citations[$0].fact == .contradicts }
    guard !denying.isEmpty else { return nil }
    let bearing = event.citations.indices.filter {
      !isRecord[$0] && (event.citations[$0].fact == .states || event.citations[$0].fact == .implies)
    }
    return Disagreement.Dispute(
      question: .fact,
      sides: [
        Disagreement.Side(date: nil, isAdopted: true, denies: false, citations: bearing.map { $0 + 1 }),
        Disagreement.Side(date: nil, isAdopted: false, denies: true, citations: denying.map { $0 + 1 }),
      ])
  }
}
