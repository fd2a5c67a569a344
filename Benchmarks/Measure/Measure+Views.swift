import EDTF
internal import Timeline

extension Measure {
  /// Measures opening each view: its counts, and the events in its first 200 rows.
  func views() throws {
    let rows = 200
    let end = try EDTFDate("2100")
    report("Disagreements") {
      for position in chronology.disputed.prefix(rows) { _ = Disagreement(at: position, in: chronology) }
    }
    report("Coverage") {
      let coverage = Coverage(of: chronology)
      for list in [coverage.single, coverage.undated, coverage.unsupported] {
        for position in list.prefix(rows) { _ = chronology.event(at: position) }
      }
      for position in coverage.mostCited(rows).first { _ = chronology.event(at: position) }
    }
    report("Known") {
      for group in Known(chronology, on: end)?.groups ?? [] {
        for position in (group.certain.prefix(rows) + group.possible.prefix(rows)) { _ = group.entry(at: position) }
      }
    }
    report("Responses") {
      for position in Reply.asking(in: chronology).prefix(rows) { _ = Reply(at: position, in: chronology) }
    }
    report("Gaps") { _ = Gaps(in: chronology, among: EventSet(all: chronology.count)) }
    report("A screen of the list") {
      for position in 0..<min(Self.screen, chronology.count) { _ = chronology.heading(at: position) }
    }
  }
}
