import EDTF
import TestSupport
internal import Testing

@testable internal import Timeline

struct LanesTests {
  /// One lane of events with these dates, drawn as text: `*` dated, `2` several, `[=]` lasting, `<->` uncertain, `o`
  /// possible.
  private func drawn(_ dates: [String], _ zoom: Zoom, from first: Int, _ count: Int) -> String {
    let lanes = Lanes(Made.chronology(dates.map { Made.event("e\($0)", $0, agencies: ["north"]) }))
    return lanes.row(0, in: Lanes.Window(zoom: zoom, first: first, count: count)).map { cell in
      #expect((cell.event == nil) == (cell.mark == .none))
      return switch cell.mark {
      case .none: "."
      case .dated: "*"
      case .several: "2"
      case .lasting(.start): "["
      case .lasting(.middle): "="
      case .lasting(.end): "]"
      case .uncertain(.start): "<"
      case .uncertain(.middle): "-"
      case .uncertain(.end): ">"
      case .possible: "o"
      }
    }.joined()
  }

  private let february2007 = 2007 * 12 + 1

  @Test func `a date within a column is one mark, several are another`() {
    #expect(drawn(["2001", "2003-02", "2003-05-06", "2005-01-01"], .years, from: 2000, 7) == ".*.2.*.")
  }

  @Test func `a date wider than a column is drawn as long as it may be`() {
    #expect(drawn(["2007"], .quarters, from: 2006 * 4 + 2, 8) == "..<-->..")
    #expect(drawn(["2007-02/2007-04"], .months, from: february2007 - 1, 5) == ".[=].")
    #expect(drawn(["[2001..2003]"], .years, from: 2000, 5) == ".<->.")
  }

  @Test func `a span runs through a window that shows neither end`() {
    #expect(drawn(["2000/2009"], .years, from: 2003, 3) == "===")
    #expect(drawn(["200X"], .years, from: 2009, 3) == ">..")
  }

  @Test func `an open end runs on, an unknown one is not said to`() {
    #expect(drawn(["2003/.."], .years, from: 2002, 4) == ".[==")
    #expect(drawn(["../2003"], .years, from: 2002, 3) == "=].")
    #expect(drawn(["2003/"], .years, from: 2002, 4) == ".o..")
    #expect(drawn(["/2003"], .years, from: 2002, 3) == ".].")
    #expect(drawn(["[..2003]", "2002-05"], .years, from: 2000, 5) == "--*>.")
    #expect(drawn(["/"], .years, from: 2002, 2) == "..")
  }

  @Test func `a doubted date only may fall there`() {
    #expect(drawn(["2003?"], .years, from: 2002, 3) == ".o.")
    #expect(drawn(["2003?"], .quarters, from: 2003 * 4, 5) == "oooo.")
  }

  @Test func `the surest mark of a column is shown`() {
    #expect(drawn(["2000/2004", "2002-05", "2003?"], .years, from: 2000, 6) == "[=*o].")
  }

  @Test func `a cell says which event it shows and how many begin there`() {
    let lanes = Lanes(
      Made.chronology([
        Made.event("a", "2001-01", agencies: ["north"]), Made.event("b", "2001-05", agencies: ["north"]),
        Made.event("c", "2000/2002", agencies: ["north", "south"]),
      ]))
    let row = lanes.row(0, in: Lanes.Window(zoom: .years, first: 2000, count: 3))
    #expect(row.map(\.event) == [0, 1, 0])
    #expect(row.map(\.count) == [1, 2, 1])
    #expect(lanes.events(0, column: 2001, zoom: .years) == [1, 2, 0])
    #expect(lanes.lanes.map(\.agency.id) == ["north", "south"])
  }

  @Test func `moves along a lane and to the nearest event of another`() {
    let lanes = Lanes(
      Made.chronology([
        Made.event("a", "2000", agencies: ["north"]), Made.event("b", "2001", agencies: ["south"]),
        Made.event("c", "2005", agencies: ["north", "south"]), Made.event("d", "2006", agencies: ["north"]),
      ]))
    #expect(lanes.event(after: 0, lane: 0) == 2)
    #expect(lanes.event(before: 2, lane: 0) == 0)
    #expect(lanes.event(after: 3, lane: 0) == nil)
    #expect(lanes.event(nearest: 0, lane: 1) == 1)
    #expect(lanes.event(nearest: 1, lane: 0) == 0)
    #expect(lanes.event(nearest: 2, lane: 1) == 2)
    #expect(lanes.event(nearest: 3, lane: 1) == 2)
  }

  @Test func `shows what the filters leave`() {
    let chronology = Made.chronology([
      Made.event("a", "2000", agencies: ["north"]), Made.event("b", "2001", agencies: ["south", "north"]),
    ])
    let lanes = Lanes(chronology, shown: EventSet([1]))
    #expect(lanes.lanes.map(\.events.count) == [1, 1])
    #expect(Lanes(chronology, shown: EventSet([0])).lanes.map(\.agency.id) == ["north"])
    #expect(Lanes(chronology, shown: EventSet([])).lanes.isEmpty)
  }

  @Test func `the whole range runs from the first to the last day that is known`() {
    let lanes = Lanes(
      Made.chronology(
        ["2001-05", "2000/..", "../2007", "/", "2004"].map { Made.event("e\($0)", $0, agencies: ["north"]) }))
    #expect(lanes.columns(zoom: .years) == 2000..<2008)
    #expect(Lanes(Made.chronology([])).columns(zoom: .years) == nil)
  }

  @Test func `says a lane in a sentence`() {
    let events = ["2004", "2007-02", "2007-08", "2009"].map { Made.event("e\($0)", $0, agencies: ["north"]) }
    let lanes = Lanes(Made.chronology(events + [Made.event("x", "2001/2008", agencies: ["south"])]))
    #expect(
      lanes.sentences(limit: 2) == [
        "North Council, 4 events: 2004, February 2007, and 2 more.", "South Hospital, 1 event: from 2001 to 2008.",
      ])
    let window = Lanes.Window(zoom: .months, first: february2007, count: 7)
    #expect(
      lanes.sentences(in: window) == [
        "North Council, 2 events: February 2007, August 2007.", "South Hospital, 1 event: from 2001 to 2008.",
      ])
  }

  @Test func `a filter that hides every event of an agency takes its lane away, one that hides some keeps their order`()
  {
    let chronology = Made.chronology(
      (2000..<2010).map { Made.event("e\($0)", "\($0)", agencies: [$0.isMultiple(of: 3) ? "south" : "north"]) })
    let lanes = Lanes(chronology, shown: EventSet([0, 2, 5, 9]))
    #expect(lanes.lanes.map { $0.events.map(Int.init) } == [[0, 2, 5, 9]])
    #expect(lanes.columns(zoom: .years) == 2000..<2010)
  }

  /// Dates of all kinds: days and longer, in doubt, sets, intervals with open and unknown ends, undated.
  private static func date(_ random: inout SplitMix64) -> String {
    let year = 2000 + Int.random(in: 0...9, using: &random)
    let month = ["01", "02", "07", "12"].randomElement(using: &random)!
    let length = Int.random(in: 0...3, using: &random)
    return [
      "\(year)-\(month)-05", "\(year)-\(month)-05", "\(year)-\(month)-17", "\(year)-\(month)", "\(year)-\(month)",
      "\(year)", "\(year)?", "\(year)-\(month)?", "\(year)~", "\(year)-\(month)%", "200X", "\(year)-XX-05",
      "\(year)-\(month)-05/\(year + length)-12", "\(year)/\(year + length)?", "[\(year)-02,\(year + length)-\(month)]",
      "\(year)-\(month)/..", "../\(year)-\(month)", "\(year)-\(month)/", "/\(year)-\(month)", "/", "../..",
    ].randomElement(using: &random)!
  }

  /// What a column shows according to the definition, by examining every event of the lane.
  private static func cell(_ events: [Event], at positions: [Int], from first: Day, to last: Day) -> Lanes.Cell {
    func starts(_ bounds: Bounds) -> Bool { bounds.earliest.day.map { first <= $0 && $0 <= last } ?? false }
    func stands(_ bounds: Bounds) -> Bool {
      (bounds.earliest.day ?? bounds.latest.day).map { first <= $0 && $0 <= last } ?? false
    }
    func lies(_ bounds: Bounds) -> Bool { bounds.latest.day.map { $0 <= last } ?? false }
    func runs(_ bounds: Bounds) -> Bool {
      guard bounds.earliest.day.map({ $0 < first }) ?? false else { return false }
      return bounds.latest == .open || bounds.latest.day.map { $0 >= first } ?? false
    }
    func endsLater(_ bounds: Bounds) -> Bool {
      bounds.earliest == .open && bounds.latest.day.map { $0 > last } ?? false
    }
    func mark(_ date: EDTFDate) -> (weight: Int, mark: Lanes.Mark) {
      if date.isUncertain || date.bounds.latest == .unknown { return (1, .possible) }
      let isInterval = date.description.contains("/")
      let part: Lanes.Part = starts(date.bounds) ? .start : lies(date.bounds) ? .end : .middle
      return isInterval ? (3, .lasting(part)) : (2, .uncertain(part))
    }
    let all = zip(positions, events).map { (position: $0, date: $1.date) }
    let starting = all.filter { stands($0.date.bounds) }
    let inside = starting.filter { starts($0.date.bounds) && lies($0.date.bounds) }
    if inside.count > 1 { return Lanes.Cell(mark: .several, event: starting[0].position, count: starting.count) }
    if let only = inside.first {
      return Lanes.Cell(
        mark: only.date.isUncertain ? .possible : .dated, event: only.position, count: starting.count)
    }
    let looked =
      (starting.prefix(4) + all.filter { runs($0.date.bounds) }.reversed()).prefix(4)
      + all.filter { endsLater($0.date.bounds) }.prefix(1)
    let marks = looked.map { (position: $0.position, mark: mark($0.date)) }
    guard let best = marks.map(\.mark.weight).max() else { return Lanes.Cell(mark: .none, event: nil, count: 0) }
    let shown = marks.first { $0.mark.weight == best }!
    return Lanes.Cell(mark: shown.mark.mark, event: shown.position, count: max(1, starting.count))
  }

  @Test(arguments: 0..<40) func `a row is what each of its cells is by itself`(seed: Int) {
    var random = SplitMix64(UInt64(seed))
    // Few enough that every event of a column is examined, and more than fit in one word of the index.
    let count = [3, 20, 60, 150][seed % 4]
    let events = (0..<count).map { number in
      let agencies = ["north", "south", "east"].filter { _ in Bool.random(using: &random) }
      return Made.event("e\(number)", Self.date(&random), agencies: agencies)
    }
    let chronology = Made.chronology(events)
    let isFiltered = !seed.isMultiple(of: 3)
    let shown = EventSet((0..<count).filter { _ in !isFiltered || Int.random(in: 0...3, using: &random) > 0 })
    let lanes = Lanes(chronology, shown: shown)
    for zoom in Zoom.allCases {
      let start = zoom.column(of: Day(year: 1998 + Int.random(in: 0...8, using: &random), month: 12, day: 20)!)
      let window = Lanes.Window(zoom: zoom, first: start, count: 90)
      for lane in lanes.lanes.indices {
        let id = lanes.lanes[lane].agency.id
        let positions = shown.filter { chronology.event(at: $0).agencies.contains(id) }
        let members = positions.map(chronology.event)
        let expected = window.columns.map {
          Self.cell(members, at: positions, from: zoom.firstDay(of: $0), to: zoom.lastDay(of: $0))
        }
        let row = lanes.row(lane, in: window)
        if row != expected { Issue.record("\(zoom) from \(start), \(id): \(members.map(\.date.description))") }
      }
    }
  }

  @Test(arguments: 0..<20) func `the whole range is that of the events one by one`(seed: Int) {
    var random = SplitMix64(UInt64(seed))
    let dates = (0..<[1, 2, 5, 200][seed % 4]).map { _ in Self.date(&random) }
    let chronology = Made.chronology(dates.enumerated().map { Made.event("e\($0)", $1, agencies: ["north"]) })
    func range(_ bounds: [Bounds]) -> ClosedRange<Int>? {
      let days = bounds.flatMap { [$0.earliest.day, $0.latest.day] }.compactMap { $0?.number }
      return days.min().map { $0...days.max()! }
    }
    let bounds = dates.map { Made.date($0).bounds }
    #expect(chronology.days(of: chronology.positions(agency: "north")) == range(bounds))
    let placed = range(bounds).map {
      Zoom.days.column(of: Day(number: $0.lowerBound))..<Zoom.days.column(of: Day(number: $0.upperBound)) + 1
    }
    #expect(Lanes(chronology).columns(zoom: .days) == placed)
  }

  /// Compared with the definition, day by day, with more events than a block of the tree holds.
  @Test(arguments: 0..<10) func `a column holds a mark exactly where an event may fall`(seed: Int) {
    var random = SplitMix64(UInt64(seed))
    let events = (0..<300).map { number -> Event in
      let year = 2000 + Int.random(in: 0...60, using: &random) * Int.random(in: 0...1, using: &random)
      let dates = ["\(year)", "\(year)-06", "\(year)-06-05", "\(year)/\(year + 3)", "[\(year)..\(year + 1)]"]
      return Made.event("e\(number)", dates.randomElement(using: &random)!, agencies: ["north"])
    }
    let chronology = Made.chronology(events)
    let row = Lanes(chronology).row(0, in: Lanes.Window(zoom: .quarters, first: 1998 * 4, count: 300))
    for (offset, cell) in row.enumerated() {
      let first = Int32(Zoom.quarters.firstDay(of: 1998 * 4 + offset).number)
      let last = Int32(Zoom.quarters.lastDay(of: 1998 * 4 + offset).number)
      let spans = (0..<chronology.count).map { chronology.span(at: $0) }
      let touching = spans.filter { $0.earliest <= last && $0.latest >= first }
      let inside = touching.count { $0.earliest >= first && $0.latest <= last }
      #expect((cell.mark == .none) == touching.isEmpty)
      if inside == 1 { #expect(cell.mark == .dated) }
      if let event = cell.event { #expect(touching.contains(spans[event])) }
    }
  }
}
