/// The names of agencies, people or sources as a format writes them, by number. A million events name the same few, so
/// each is escaped only once.
struct WrittenNames {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// - Parameter written: encodes a name for the format.
  init(_ names: some Sequence<String>, _ written: (String) -> [UInt8]) {
    for name in names {
      bytes += written(name)
      ends.append(bytes.count)
    }
  }

  @inline(__always) func withBytes<Result>(of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let start = number == 0 ? 0 : ends[number - 1]
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<ends[number]])) }
  }
}

extension ByteSink {
  @inline(__always) func name(_ number: Int, of names: borrowing WrittenNames) {
    names.withBytes(of: number) { bytes($0) }
  }
}
