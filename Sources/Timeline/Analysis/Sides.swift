internal import EDTF

/// The sides of an event's disputes.
struct Sides {
  private let event: Event
  private let isRecord: [Bool]
  /// Whether each citation dissents. It does if it denies the event's date, if the event's own date excludes the date
  /// it gives, or if its date lies inside the event's and excludes another one inside it. Posts are compared with posts
  /// and records with records (see `Claims`).
  private let standsApart: [Bool]

  init(_ event: Event, isRecord: [Bool]) {
    self.event = event
    self.isRecord = isRecord
    var (posts, records) = (Overlap(), Overlap())
    for (index, citation) in event.citations.enumerated() where citation.agrees(with: event.date) {
      guard let given = citation.gives?.bounds else { continue }
      if isRecord[index] { records.add(given) } else { posts.add(given) }
    }
    standsApart = event.citations.indices.map { index in
      let citation = event.citations[index]
      guard let given = citation.gives?.bounds else { return citation.date == .contradicts }
      return !citation.agrees(with: event.date) || (isRecord[index] ? records : posts).excludes(given)
    }
  }

  var disputes: [Disagreement.Dispute] { [dateDispute, factDispute].compactMap(\.self) }

  /// Records that are not a side: they confirm or refine.
  var records: [Int] {
    event.citations.indices.filter {
      isRecord[$0] && event.citations[$0].fact != .contradicts && !standsApart[$0]
    }.map { $0 + 1 }
  }

  private var dateDispute: Disagreement.Dispute? {
    let apart = event.citations.indices.filter { standsApart[$0] }
    guard !apart.isEmpty else { return nil }
    let adopted = event.citations.indices.filter {
      !standsApart[$0] && !isRecord[$0]
        && (event.citations[$0].date == .states || event.citations[$0].date == .implies)
    }
    var sides = [Disagreement.Side(date: event.date, isAdopted: true, denies: false, citations: adopted.map { $0 + 1 })]
    var numbers: [EDTFDate?: Int] = [:]
    var holders: [(date: EDTFDate?, citations: [Int])] = []
    for index in apart {
      let date = event.citations[index].gives
      let number = numbers[date, default: holders.count]
      if number == holders.count {
        numbers[date] = number
        holders.append((date, []))
      }
      holders[number].citations.append(index + 1)
    }
    sides += holders.map {
      Disagreement.Side(date: $0.date, isAdopted: false, denies: $0.date == nil, citations: $0.citations)
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
