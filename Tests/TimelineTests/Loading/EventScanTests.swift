import EDTF
import TestSupport
internal import Testing
internal import Timeline

/// What the fast path collects about an event must equal what its value says; other tests check that both paths agree.
struct EventScanTests {
  @Test func `the quick way takes in what the thorough one does, and finds fault where it does`() throws {
    var random = SplitMix64(63)
    var sound = 0
    for _ in 0..<400 {
      let events = (0..<4).map { GeneratedEvent.json(&random, number: $0, oneFaultIn: 60) }
      let read = try BothWays(Self.file(events))
      if read.quick.findings.isEmpty { sound += 1 }
      Self.expectWhatTheValuesSay(read.quick)
    }
    // Otherwise the property would only cover faulty events.
    #expect(sound > 30)
  }

  @Test func `sound events never need the thorough way`() throws {
    var random = SplitMix64(64)
    let events = (0..<300).map { GeneratedEvent.json(&random, number: $0, oneFaultIn: nil) }
    let read = try BothWays(Self.file(events))
    #expect(read.quick.findings == [])
    #expect(read.quick.count == 300)
    #expect(read.thoroughReads == 0)
    Self.expectWhatTheValuesSay(read.quick)
  }

  private static func expectWhatTheValuesSay(_ chronology: Chronology) {
    let coverage = Coverage(of: chronology)
    for position in 0..<chronology.count {
      let event = chronology.event(at: position)
      #expect(chronology.heading(at: position) == EventHeading(event, isDisputed: chronology.isDisputed(event)))
      #expect(chronology.date(at: position) == event.date)
      #expect(chronology.span(at: position) == DaySpan(event.date.bounds))
      let texts = [event.title, event.summary] + event.remarks
      #expect(BothWays.text(chronology, position) == texts.map { Folding.string($0) + "\n" }.joined())
      #expect(chronology.position(of: event.id) == position)
      #expect(coverage.undated.contains(position) == Self.isUndated(event))
      #expect(coverage.citations(at: position) == event.citations.count)
      #expect(chronology.disputed.contains(position) == chronology.isDisputed(event))
      let answers = Set(chronology.answers.filter { $0.question == position }.map(\.answer))
      #expect(Reply(at: position, in: chronology).answers.map(\.position) == answers.sorted())
    }
    for agency in chronology.agencies {
      let expected = (0..<chronology.count).filter { chronology.event(at: $0).agencies.contains(agency.id) }
      #expect(chronology.positions(agency: agency.id).map { Int($0) } == expected)
    }
    let citing = (0..<chronology.count).filter { chronology.event(at: $0).citations.contains { $0.source == "post" } }
    #expect(chronology.positions(source: "post").map { Int($0) } == citing)
    let letters = (0..<chronology.count).filter { chronology.event(at: $0).kind == "letter" }
    #expect(chronology.positions(kind: "letter").map { Int($0) } == letters)
  }

  private static func isUndated(_ event: Event) -> Bool {
    !event.citations.contains { $0.date == .states && $0.agrees(with: event.date) }
  }

  private static func file(_ events: [String]) -> String {
    Sample.header + ",\n\"events\": [\n" + events.joined(separator: ",\n") + "]}"
  }
}
