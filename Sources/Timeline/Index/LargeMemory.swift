internal import Glibc

/// Allocations of many megabytes, populated in one system call instead of a page fault for every four kilobytes.
enum LargeMemory {
  /// Smaller allocations are left to page faults.
  private static let least = 1 << 21
  private static let page: UInt = 1 << 12

  /// Populates the pages of memory about to be written. If the system cannot, they are faulted in one by one as usual.
  static func take(_ memory: UnsafeMutableRawBufferPointer) {
    guard let start = memory.baseAddress, memory.count >= least else { return }
    let first = (UInt(bitPattern: start) + page - 1) / page * page
    let end = (UInt(bitPattern: start) + UInt(memory.count)) / page * page
    madvise(UnsafeMutableRawPointer(bitPattern: first), Int(end - first), MADV_POPULATE_WRITE)
  }
}

extension Array {
  /// An element repeated this many times, in memory populated at once.
  init(large count: Int, repeating element: Element) {
    // See `Folding.bytes`.
    guard count > 0 else {
      self = []
      return
    }
    self.init(unsafeUninitializedCapacity: count) { room, initialized in
      LargeMemory.take(UnsafeMutableRawBufferPointer(room))
      room.initialize(repeating: element)
      initialized = count
    }
  }

  /// Reserves capacity for this many elements, in memory populated at once.
  mutating func reserveLarge(_ count: Int) {
    reserveCapacity(count)
    let capacity = capacity
    withUnsafeMutableBytes { elements in
      let room = capacity * MemoryLayout<Element>.stride
      LargeMemory.take(UnsafeMutableRawBufferPointer(start: elements.baseAddress, count: room))
    }
  }

  /// Reserves capacity for `count` rows, extrapolating from those so far: a sixteenth more, since what follows is
  /// seldom quite like what came before.
  mutating func reserveLarge(rows count: Int, having rows: Int) {
    reserveLarge(Int(Double(self.count) / Double(Swift.max(rows, 1)) * Double(count) * 17 / 16))
  }
}
