/// The ids of one kind of thing, numbered from 0 in the order in which they came: an open-addressing table over the
/// ids' bytes, which stand one after another.
struct IdentifierTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each id ends in `bytes`.
  private var ends: [Int] = []
  /// An id's number plus one; zero is an empty slot. The count is a power of two, at least twice that of the ids.
  private var slots: [UInt32] = Array(repeating: 0, count: 16)

  var count: Int { ends.count }

  subscript(number: Int) -> String {
    String(decoding: bytes[range(number)], as: UTF8.self)
  }

  private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  /// Whether one id stands before another by its bytes.
  func precedes(_ number: Int, _ other: Int) -> Bool {
    bytes[range(number)].lexicographicallyPrecedes(bytes[range(other)])
  }

  func number(of id: String) -> Int? {
    var id = id
    return id.withUTF8 { number(of: $0) }
  }

  func number(of id: UnsafeBufferPointer<UInt8>) -> Int? {
    let found = slots[slot(of: id)]
    return found == 0 ? nil : Int(found) - 1
  }

  /// Adds an id; nil if it is there already or the table is full (2³² − 1 ids).
  mutating func insert(_ id: UnsafeBufferPointer<UInt8>) -> Int? {
    let slot = slot(of: id)
    guard slots[slot] == 0, count < UInt32.max else { return nil }
    bytes.append(contentsOf: id)
    ends.append(bytes.count)
    slots[slot] = UInt32(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  mutating func insert(_ id: String) -> Int? {
    var id = id
    return id.withUTF8 { insert($0) }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for number in ends.indices {
        var slot = Self.hash(UnsafeBufferPointer(rebasing: bytes[start..<ends[number]])) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(number + 1)
        start = ends[number]
      }
    }
  }

  /// The slot that holds an id, or the empty one where it belongs.
  private func slot(of id: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = Self.hash(id) & (slots.count - 1)
    while slots[slot] != 0, !isEqual(Int(slots[slot]) - 1, id) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func isEqual(_ number: Int, _ id: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == id.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in id.indices where bytes[start + index] != id[index] { return false }
      return true
    }
  }

  private static func hash(_ id: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = UInt64(truncatingIfNeeded: id.count) &* 0x9E37_79B9_7F4A_7C15
    var at = 0
    while at < id.count {
      var word: UInt64 = 0
      if at + 8 <= id.count {
        word = Word.load(id.baseAddress! + at)
      } else {
        for index in (at..<id.count).reversed() { word = word << 8 | UInt64(id[index]) }
      }
      hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      at += 8
    }
    return Int(truncatingIfNeeded: hash >> 1)
  }
}
