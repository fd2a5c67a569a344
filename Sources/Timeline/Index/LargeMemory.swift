internal import Glibc

/// Memory of many megabytes, asked of the system in one call instead of a page fault for each four kilobytes.
enum LargeMemory {
  /// What is smaller is left to page faults.
  private static let least = 1 << 21
  private static let page: UInt = 1 << 12

  /// Takes the pages of memory that is about to be written to. Where the system cannot, they come one by one as ever.
  static func take(_ memory: UnsafeMutableRawBufferPointer) {
    guard let start = memory.baseAddress, memory.count >= least else { return }
    let first = (UInt(bitPattern: start) + page - 1) / page * page
    let end = (UInt(bitPattern: start) + UInt(memory.count)) / page * page
    madvise(UnsafeMutableRawPointer(bitPattern: first), Int(end - first), MADV_POPULATE_WRITE)
  }
}

extension Array {
  /// The same element so many times, in memory taken at once.
  init(large count: Int, repeating element: Element) {
    self.init(unsafeUninitializedCapacity: count) { room, initialized in
      LargeMemory.take(UnsafeMutableRawBufferPointer(room))
      room.initialize(repeating: element)
      initialized = count
    }
  }

  /// Makes room for so many elements, in memory taken at once.
  mutating func reserveLarge(_ count: Int) {
    reserveCapacity(count)
    let capacity = capacity
    withUnsafeMutableBytes { elements in
      let room = capacity * MemoryLayout<Element>.stride
      LargeMemory.take(UnsafeMutableRawBufferPointer(start: elements.baseAddress, count: room))
    }
  }

  /// Makes room for what `count` rows will need, to judge by those that there are: a sixteenth more, since what follows
  /// is seldom just as what came before.
  mutating func reserveLarge(rows count: Int, having rows: Int) {
    reserveLarge(Int(Double(self.count) / Double(Swift.max(rows, 1)) * Double(count) * 17 / 16))
  }
}
