/// What is written, whatever the format: a set of events of a chronology, and the question that they answer.
package struct Export: Sendable {
  package let chronology: Chronology
  /// Positions.
  package let events: EventSet
  package let heading: ExportHeading
  /// The words of a cited passage, on one line, if the post's text is available and was asked for: by an event's
  /// position and the number of its citation, counted from 1.
  package let passage: (@Sendable (_ position: Int, _ citation: Int) -> String?)?
  /// The reader's notes, if they were asked for.
  package var notes = Notes()

  package init(
    _ chronology: Chronology, _ events: EventSet, heading: ExportHeading = ExportHeading(),
    passage: (@Sendable (Int, Int) -> String?)? = nil
  ) {
    self.chronology = chronology
    self.events = events
    self.heading = heading
    self.passage = passage
  }

  package var isWhole: Bool { events.count == chronology.count }

  /// Writes everything in a format, event by event.
  /// - Parameter progress: called from time to time with the fraction written, 0 to 1.
  /// - Returns: what the format could not hold.
  package func write(
    as format: ExportFormat, to sink: ByteSink, progress: (Double) -> Void = { _ in }
  ) -> LossReport {
    var writer = format.writer(for: self, to: sink)
    writer.begin()
    var written = 0
    for position in events {
      writer.event(at: position)
      if sink.isBroken { break }
      written += 1
      if written % 1000 == 0 { progress(Double(written) / Double(events.count)) }
    }
    writer.end()
    sink.flush()
    return LossReport(format: format, events: events.count, losses: writer.losses)
  }
}

/// What is written above the events: which view it was, and of which data.
package struct ExportHeading: Equatable, Sendable {
  /// The question as a title: "Known to Haringey Council by 31 August 2007". Nil for the list of events.
  package var question: String?
  /// Which events are shown, in words; nil for all.
  package var filter: String?
  /// The state of the data: a file's name and the day on which it was saved.
  package var data: String?
  /// When the data were saved, in seconds since 1970; used as a calendar's time stamp.
  package var stamp: Int
  /// What the view says besides its events.
  package var lead: [Remark]

  /// A line of a view.
  package struct Remark: Equatable, Sendable {
    package enum Kind: Equatable, Sendable { case heading, text, entry }
    package var kind: Kind
    package var text: String
    /// The id of the event that it refers to, if any.
    package var event: String?

    package init(_ kind: Kind, _ text: String, event: String? = nil) {
      self.kind = kind
      self.text = text
      self.event = event
    }
  }

  package init(
    question: String? = nil, filter: String? = nil, data: String? = nil, stamp: Int = 0, lead: [Remark] = []
  ) {
    self.question = question
    self.filter = filter
    self.data = data
    self.stamp = stamp
    self.lead = lead
  }
}

/// Writes one format, event by event, so that memory does not grow with their number.
protocol EventWriter {
  /// Writes what comes before the events.
  mutating func begin()
  /// Writes the event at a position; called in time order.
  mutating func event(at position: Int)
  mutating func end()
  /// What was left out; complete after the end.
  var losses: [Loss] { get }
}

/// Something that a format could not hold.
package struct Loss: Equatable, Sendable {
  /// What was lost: "events without a day, left out".
  package var what: String
  /// How often it occurred; nil if not counted.
  package var count: Int?

  package init(_ what: String, _ count: Int? = nil) {
    self.what = what
    self.count = count
  }
}

/// What a format could not hold of an export.
package struct LossReport: Sendable {
  package let format: ExportFormat
  /// The number of events to be exported.
  package let events: Int
  package let losses: [Loss]

  init(format: ExportFormat, events: Int, losses: [Loss]) {
    self.format = format
    self.events = events
    self.losses = losses.filter { $0.count != 0 }
  }

  /// One sentence per loss.
  package var sentences: [String] {
    if losses.isEmpty { return ["\(format.name) holds everything: nothing is lost."] }
    return losses.map { loss in
      loss.count.map { "\(format.name) does not hold \(loss.what): \($0)." }
        ?? "\(format.name) does not hold \(loss.what)."
    }
  }
}
