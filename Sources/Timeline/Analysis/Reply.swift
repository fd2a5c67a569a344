package import EDTF

/// A warning or a letter, and what answered it. Whom it concerned, who answered, and whether that is disputed are
/// three separate things: a reply by somebody else is not an answer by those who were asked.
package struct Reply: Sendable {
  package struct Answer: Sendable {
    package let position: Int
    package let event: String
    package let date: EDTFDate
    /// The ids of those who answered.
    package let agencies: [String]
    /// Whether the sources disagree about it.
    package let isDisputed: Bool
    /// How much later, in words: "1 to 58 days later".
    package let later: String

    /// Whether one of the given agencies answered; if none are given, whether anybody did.
    package func isOf(_ asked: [String]) -> Bool { asked.isEmpty || !Set(asked).isDisjoint(with: agencies) }
  }

  package let position: Int
  package let event: String
  package let title: String
  package let date: EDTFDate
  /// The ids of the agencies that it names.
  package let agencies: [String]
  /// In time order; empty if nothing in the sources answers it.
  package let answers: [Answer]

  /// Kinds of event that ask for an answer.
  package static let kinds = ["warning", "letter", "complaint", "request", "question", "referral", "allegation"]

  /// The events of these kinds.
  package static func asking(
    in chronology: Chronology, kinds: [String] = Reply.kinds, agency: String? = nil
  ) -> EventSet {
    let asking = kinds.reduce(EventSet([])) { $0.union(chronology.events(kind: $1)) }
    return agency.map { asking.intersection(chronology.events(agency: $0)) } ?? asking
  }

  /// Every event of these kinds, in time order. Cost: reads the headings of these events and of their answers.
  package static func all(
    in chronology: Chronology, kinds: [String] = Reply.kinds, agency: String? = nil
  ) -> [Reply] {
    asking(in: chronology, kinds: kinds, agency: agency).map { Reply(at: $0, in: chronology) }
  }

  /// An event, with the events that it names as "answered by" or that name it with "answers".
  package init(at position: Int, in chronology: Chronology) {
    let event = chronology.heading(at: position)
    self.position = position
    self.event = event.id
    title = event.title
    date = event.date
    agencies = event.agencies
    answers = chronology.answers(to: position).map {
      let reply = chronology.heading(at: $0)
      return Answer(
        position: $0, event: reply.id, date: reply.date, agencies: reply.agencies, isDisputed: reply.isDisputed,
        later: Elapsed(from: event.date.bounds, to: reply.date.bounds).later)
    }
  }

  /// How many of a set of warnings and letters were answered, and how.
  package struct Tally: Equatable, Sendable {
    /// Answered by an undisputed event; only by disputed ones; only by others than the agency; not at all.
    package private(set) var answered = 0
    package private(set) var disputed = 0
    package private(set) var byOthers = 0
    package private(set) var open = 0

    /// - Parameter agency: whose answers count; nil for those that the warning or letter itself names, or anybody's if
    ///   it names none.
    ///
    /// Cost: a step for each answer in the chronology; without an agency it reads the headings of both events.
    package init(_ asking: EventSet, by agency: String?, in chronology: Chronology) {
      let own = agency.map(chronology.events(agency:))
      var answered = EventSet.Members(chronology.count)
      var disputed = answered
      var byOthers = answered
      for (question, answer) in chronology.answers where asking.contains(question) {
        if !(own?.contains(answer) ?? Self.isOwn(answer, of: question, in: chronology)) {
          byOthers.insert(question)
        } else if chronology.disputed.contains(answer) {
          disputed.insert(question)
        } else {
          answered.insert(question)
        }
      }
      let (sure, doubted) = (answered.set, disputed.set.subtracting(answered.set))
      self.answered = sure.count
      self.disputed = doubted.count
      self.byOthers = byOthers.set.subtracting(sure).subtracting(doubted).count
      open = asking.count - self.answered - self.disputed - self.byOthers
    }

    private static func isOwn(_ answer: Int, of question: Int, in chronology: Chronology) -> Bool {
      let asked = chronology.heading(at: question).agencies
      return asked.isEmpty || !Set(asked).isDisjoint(with: chronology.heading(at: answer).agencies)
    }
  }
}
