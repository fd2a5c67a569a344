import EDTF
internal import Glibc
internal import Timeline

/// Measures the program from inside one process.
/// - `measure text FILE` writes the folded text, for other programs to read.
/// - `measure search FILE TERM…` prints one line for each figure: name, median CPU and wall-clock milliseconds.
/// - `measure load FILE` opens a file and prints the figures other than time.
/// - `measure ways FILE` reads it by the quick and by the thorough path.
/// - `measure paint FILE [NAME [RUNS]]` simulates a reader.
/// - `measure views FILE` measures the analyses.
/// - `measure soak FILE KEYS LINES [SEED]` takes random steps and checks each.
@main
struct Measure {
  static func main() throws {
    let arguments = CommandLine.arguments
    let known = ["text", "search", "load", "ways", "paint", "keys", "views", "soak"]
    guard arguments.count > 2, known.contains(arguments[1]) else {
      print(
        "measure load|ways|views|text FILE | measure paint FILE [NAME [RUNS]] | measure keys FILE EVENT",
        "| measure search FILE TERM… | measure soak FILE KEYS LINES [SEED]")
      exit(64)
    }
    if arguments[1] == "load" { return try loading(arguments[2]) }
    if arguments[1] == "paint" {
      let name = arguments.count > 3 ? arguments[3] : ""
      return try painting(arguments[2], named: name, runs: arguments.count > 4 ? Int(arguments[4]) ?? 1 : 101)
    }
    if arguments[1] == "keys" { return try keys(arguments[2], event: arguments.last ?? "") }
    if arguments[1] == "soak" {
      let numbers = arguments.dropFirst(3).compactMap { Int($0) }
      guard numbers.count >= 2 else { exit(64) }
      return try soak(arguments[2], keys: numbers[0], lines: numbers[1], seed: UInt64(numbers.dropFirst(2).first ?? 1))
    }
    let bytes = try Bytes(opening: arguments[2])
    let chronology = Chronology.load(bytes)
    if arguments[1] == "text" {
      for segment in chronology.text.segments { write(1, segment.bytes.baseAddress, segment.bytes.count) }
      return
    }
    let measure = Measure(chronology: chronology)
    if arguments[1] == "views" { return try measure.views() }
    if arguments[1] == "ways" {
      for isThorough in [false, true] {
        measure.report(isThorough ? "thorough" : "quick") {
          var loader = Loader(bytes, thoroughly: isThorough)
          while !loader.isFinished { loader.advance() }
        }
      }
      return
    }
    for term in arguments[3...] {
      try measure.whole(term, named: "whole \(term)")
      try measure.typing(term)
    }
    try measure.filters()
  }

  let chronology: Chronology
  static let runs = 7
  static let screen = 50

  func whole(_ text: String, named name: String) throws {
    let query = try Query(text, in: chronology)
    var count = 0
    report(name) {
      var search = Search(query, in: chronology)
      while !search.isFinished { search.advance(budget: 4) }
      count = search.matches.events.count
    }
    print("count \(text)\t\(count)\t0")
  }

  /// Letter by letter, each search narrowing the previous one: CPU time from the key press to a first screen of
  /// matches (or to the end if there are fewer) and to the final count; the 95th percentile and the maximum over all
  /// keys.
  func typing(_ text: String) throws {
    var first: [Double] = []
    var count: [Double] = []
    var slice: [Double] = []
    for _ in 0..<Self.runs {
      var previous: Search?
      for end in text.indices {
        let start = cpu()
        let query = try Query(String(text[...end]), in: chronology)
        var search = Search(query, in: chronology, after: previous)
        var screen: Double?
        while !search.isFinished {
          let before = cpu()
          search.advance(budget: 4)
          slice.append(cpu() - before)
          if screen == nil, search.matches.events.count >= Self.screen { screen = cpu() - start }
        }
        count.append(cpu() - start)
        first.append(screen ?? cpu() - start)
        previous = search
      }
      if getenv("MEASURE_KEYS") != nil { print(first.suffix(text.count), count.suffix(text.count)) }
    }
    for (name, times) in [("first screen", first), ("count", count), ("slice", slice)] {
      print("\(name) while typing \(text)\t\(times.sorted()[times.count * 95 / 100])\t\(times.max()!)")
    }
  }

  func filters() throws {
    let agency = "agency:\(chronology.agencies[chronology.agencies.count / 2].id)"
    let span = chronology.span(at: chronology.count / 2)
    let first = Day(number: Int(span.earliest))
    let date = "date:\"\(first)/\(Day(number: first.number + 30))\""
    try whole(agency, named: "filter by agency")
    try whole(date, named: "filter by 31 days")
    try whole("\(agency) \(date)", named: "filter by both")
    let period = try EDTFDate("\(first)/\(Day(number: first.number + 30))").bounds
    report("31 days by index, 100 times") {
      for _ in 0..<100 { precondition(chronology.events(mayFallWithin: period).count > 0) }
    }
    let from = span.earliest
    let to = from + 30
    let spans = chronology.spans
    report("31 days by scan, 100 times") {
      for _ in 0..<100 {
        var words = [UInt64](repeating: 0, count: (spans.count + 63) / 64)
        for (position, span) in spans.enumerated() where span.earliest <= to && span.latest >= from {
          words[position >> 6] |= 1 << UInt64(position & 63)
        }
        precondition(EventSet(words: words).count > 0)
      }
    }
  }

  func report(_ name: String, _ work: () -> Void) {
    var cpus: [Double] = []
    var walls: [Double] = []
    work()
    for _ in 0..<Self.runs {
      let (cpuStart, wallStart) = (cpu(), wall())
      work()
      cpus.append(cpu() - cpuStart)
      walls.append(wall() - wallStart)
    }
    print("\(name)\t\(cpus.sorted()[Self.runs / 2])\t\(walls.sorted()[Self.runs / 2])")
  }

  private func cpu() -> Double { milliseconds(CLOCK_PROCESS_CPUTIME_ID) }
  private func wall() -> Double { milliseconds(CLOCK_MONOTONIC) }

  private func milliseconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
