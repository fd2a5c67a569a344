internal import Glibc
internal import Timeline

extension Measure {
  /// Opens a chronology in slices, as the program does, and prints the figures besides CPU time: the number of events
  /// and findings, the peak memory that is not the mapped file, the longest slice, and the cost of decoding an event
  /// for the screen.
  static func loading(_ path: String) throws {
    var loader = Loader(try Bytes(opening: path))
    var memory = 0
    var longest = 0.0
    var slices = 0
    let start = seconds()
    var first = 0.0
    while !loader.isFinished {
      let before = seconds()
      loader.advance()
      longest = max(longest, seconds() - before)
      if slices == 0 {
        _ = loader.chronology()
        first = seconds() - start
      }
      if slices % 50 == 0 || loader.progress == 1 { memory = max(memory, anonymousMemory()) }
      slices += 1
    }
    let chronology = loader.chronology()
    memory = max(memory, anonymousMemory())
    let decoding = seconds()
    let shown = 1000
    for number in 0..<shown where chronology.count > 0 {
      _ = chronology.event(at: number * 7919 % chronology.count)
    }
    let decoded = (seconds() - decoding) / Double(shown)
    print(
      "\(chronology.count) events, \(chronology.findingCount) findings, \(memory) kB,",
      "first screen \(Int(first * 1e6)) µs, longest slice \(Int(longest * 1e6)) µs, an event \(Int(decoded * 1e9)) ns")
  }

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Memory not backed by a file, in kB.
  private static func anonymousMemory() -> Int {
    guard let status = try? Bytes(opening: "/proc/self/status") else { return 0 }
    let line = String(decoding: status.buffer, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("RssAnon") }
    return line?.split(separator: " ").dropLast().last.flatMap { Int($0) } ?? 0
  }
}
