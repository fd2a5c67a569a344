internal import Explorer
internal import Glibc
internal import TestSupport
internal import Timeline

extension Measure {
  /// Presses random keys, half of them in screen-reader mode, and types random lines in text mode, while the window and
  /// the file change. Ends the program with status 1 at the first step that leaves anything wrong, or if memory keeps
  /// growing after the first fifth of the steps, which is only judged if there are enough of them.
  static func soak(_ path: String, keys: Int, lines: Int, seed: UInt64) throws {
    let bytes = try Bytes(opening: path)
    let versions = [Chronology.load(bytes), Chronology.load(Bytes(bytes.buffer.prefix(bytes.count / 2)))]
    print("\(versions[0].count) events, or \(versions[1].count) when the file changes; seed \(seed)")
    soak("keys", Preferences(), versions, steps: keys - keys / 2, seed)
    soak("keys for a screen reader", Preferences(isScreenReader: true), versions, steps: keys / 2, seed)
    soak("lines", Preferences(isText: true, rows: 12), versions, steps: lines, seed)
  }

  /// The number of steps after a fifth of which everything that is kept for reuse has been made: each view of each version
  /// of the file.
  private static let fewest = 50_000

  private static func soak(
    _ name: String, _ preferences: Preferences, _ versions: [Chronology], steps: Int, _ seed: UInt64
  ) {
    var reader = RandomReader(versions, preferences: preferences, seed: seed)
    var memory: [Int] = []
    for step in 0..<steps {
      if let fault = reader.step() {
        print("\(name), step \(step): \(fault)")
        exit(1)
      }
      if step % max(1, steps / 1000) == 0 { memory.append(residentMemory()) }
    }
    defer { fflush(nil) }
    guard steps >= fewest else {
      print("\(steps) \(name): nothing wrong; too few to tell whether memory grows, which takes \(fewest)")
      return
    }
    let fifth = memory.count / 5
    guard let warm = memory[fifth..<2 * fifth].max(), let end = memory.suffix(fifth).max() else { return }
    print("\(steps) \(name): nothing wrong; at most \(warm) kB in the second fifth, \(end) kB in the last")
    guard end > warm + warm / 10 + 4096 else { return }
    print("memory has grown")
    exit(1)
  }

  /// In kB.
  private static func residentMemory() -> Int {
    guard let status = try? Bytes(opening: "/proc/self/statm") else { return 0 }
    let numbers = String(decoding: status.buffer, as: UTF8.self).split(separator: " ").map { Int($0) ?? 0 }
    return numbers[1] * sysconf(Int32(_SC_PAGESIZE)) / 1024
  }
}
