package import EDTF

/// An event about which the sources cannot all be right, and what each side says.
package struct Disagreement: Sendable {
  package enum Question: Sendable {
    /// When it happened.
    case date
    /// Whether it happened, or happened like this.
    case fact
  }

  package struct Side: Sendable {
    /// The date of this side; nil for a side of the fact, or one that denies the date without giving another.
    package let date: EDTFDate?
    /// Whether this is the date, or the account, that the chronology adopts.
    package let isAdopted: Bool
    /// Whether this side denies the fact, or the date.
    package let denies: Bool
    /// Which of the event's citations say so, counted from 1. Empty for an adopted date that no citation supports.
    package let citations: [Int]
  }

  /// One question and its sides, the adopted one first.
  package struct Dispute: Sendable {
    package let question: Question
    package let sides: [Side]
  }

  package let position: Int
  package let event: Event
  package let disputes: [Dispute]
  /// Citations of records that confirm or refine the date, counted from 1. They are not sides.
  package let records: [Int]
  /// Why the chronology adopts this reading, if it says so.
  package var reading: String? { event.reading }

  /// Returns nil if the sources can all be right.
  package init?(at position: Int, in chronology: Chronology) {
    let event = chronology.event(at: position)
    guard chronology.disputed.contains(position) else { return nil }
    let isRecord = event.citations.map { chronology.source($0.source)?.kind == .record }
    self.position = position
    self.event = event
    let sides = Sides(event, isRecord: isRecord)
    disputes = sides.disputes
    records = sides.records
  }

  /// Every disputed event, in time order: those in `Chronology.disputed`. Cost: decodes these events.
  package static func all(in chronology: Chronology) -> [Disagreement] {
    chronology.disputed.compactMap { Disagreement(at: $0, in: chronology) }
  }
}
