internal import Glibc

/// Counts the lines and columns of faults in one pass over the bytes, in slices.
struct FaultPlaces: Sendable {
  /// In file order.
  private let faults: [Fault]
  private var places: [(line: Int, column: Int)] = []
  private var line = 1
  private var column = 1
  private var at = 0

  init(of faults: [Fault]) {
    self.faults = faults.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }.map(\.element)
  }

  var isFinished: Bool { places.count == faults.count }

  /// Continues by at most `count` bytes.
  mutating func advance(in bytes: UnsafeBufferPointer<UInt8>, by count: Int) {
    let stop = min(at + count, bytes.count)
    while !isFinished {
      let offset = min(faults[places.count].offset, bytes.count)
      step(over: bytes[at..<max(at, min(offset, stop))])
      guard at >= offset else { return }
      places.append((line, column))
    }
  }

  private mutating func step(over bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    var rest = UnsafeBufferPointer(rebasing: bytes)
    at += rest.count
    while let start = rest.baseAddress, let feed = memchr(start, CInt(UInt8(ascii: "\n")), rest.count) {
      line += 1
      column = 1
      rest = UnsafeBufferPointer(rebasing: rest[(UnsafeRawPointer(feed) - UnsafeRawPointer(start) + 1)...])
    }
    // Unicode scalars, not bytes.
    for byte in rest where byte & 0xC0 != 0x80 { column += 1 }
  }

  /// The findings, with a place for each fault reached so far.
  var findings: [Finding] {
    faults.enumerated().map { index, fault in
      Finding(
        severity: fault.severity,
        place: index < places.count
          ? Finding.Place(line: places[index].line, column: places[index].column, path: fault.path) : nil,
        message: fault.message, remedy: fault.remedy)
    }
  }
}
