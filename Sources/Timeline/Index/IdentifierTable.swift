internal import CByteSearch
internal import Glibc

/// The ids of one kind of thing, numbered from 0 in insertion order: an open-addressing hash table over the ids'
/// bytes, which are stored contiguously.
struct IdentifierTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each id ends in `bytes`.
  private var ends: [Int] = []
  /// The upper half of the id's hash, with its number plus one below; zero is an empty slot. The hash distinguishes
  /// nearly all ids without looking at their bytes. The count is a power of two, and a third of the slots stay empty.
  private var slots: [UInt64] = Array(repeating: 0, count: 16)
  /// The start value of the hash, so that nobody can write a file whose ids all share one slot.
  private let seed: UInt64

  /// Random for each run of the program, as in the standard library's own tables.
  private static let seedOfRun: UInt64 =
    getenv("SWIFT_DETERMINISTIC_HASHING") == nil ? UInt64.random(in: .min ... .max) : 0

  init(seed: UInt64 = IdentifierTable.seedOfRun) { self.seed = seed }

  var count: Int { ends.count }

  subscript(number: Int) -> String { String(decoding: bytes[range(number)], as: UTF8.self) }

  func bytes(of number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }

  /// Whether an id is these bytes.
  func isID(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool { isEqual(range(number), bytes) }

  func number(of id: String) -> Int? {
    var id = id
    return id.withUTF8 { number(of: $0) }
  }

  func number(of id: UnsafeBufferPointer<UInt8>) -> Int? {
    let found = find(id, hash: self.hash(id)).entry
    return found == 0 ? nil : Self.number(in: found)
  }

  /// The numbers of many ids. Each step is done for all of them, so that the memory latencies, which dominate in a
  /// large table, overlap.
  func numbers(of ids: [UnsafeBufferPointer<UInt8>]) -> [Int?] {
    let hashes = ids.map { hash($0) }
    let entries = hashes.map { slots[Self.home($0) & (slots.count - 1)] }
    let starts = entries.map { $0 == 0 ? 0 : range(Self.number(in: $0)).lowerBound }
    let ends = entries.map { $0 == 0 ? 0 : range(Self.number(in: $0)).upperBound }
    return ids.indices.map { index in
      if entries[index] >> 32 == hashes[index] >> 32, isEqual(starts[index]..<ends[index], ids[index]) {
        return Self.number(in: entries[index])
      }
      return number(of: ids[index])
    }
  }

  /// Adds an id; returns nil if it is already there or the table is full (2³² − 1 ids).
  mutating func insert(_ id: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = self.hash(id)
    let (slot, entry) = find(id, hash: hash)
    guard entry == 0, count < UInt32.max else { return nil }
    bytes.append(contentsOf: id)
    ends.append(bytes.count)
    slots[slot] = Self.entry(count - 1, hash)
    if count > Self.room(in: slots.count) { grow(to: slots.count * 2) }
    return count - 1
  }

  mutating func insert(_ id: String) -> Int? {
    var id = id
    return id.withUTF8 { insert($0) }
  }

  /// Reserves capacity for this many ids, so that the table does not grow step by step: first for their bytes, then
  /// for the slots.
  mutating func reserveBytes(_ count: Int) {
    // Ids that contain a counter get longer: two bytes when ten thousand become a million.
    bytes.reserveLarge(bytes.count / max(self.count, 1) * count + 4 * count)
    ends.reserveLarge(count)
  }

  mutating func reserveSlots(_ count: Int) {
    var size = slots.count
    while count > Self.room(in: size) { size *= 2 }
    if size > slots.count { grow(to: size) }
  }

  /// Whether one id precedes another in byte order.
  func precedes(_ number: Int, _ other: Int) -> Bool {
    bytes[range(number)].lexicographicallyPrecedes(bytes[range(other)])
  }

  /// The length in bytes of the prefix common to all ids.
  var commonPrefix: Int {
    guard count > 0 else { return 0 }
    var length = ends[0]
    for number in 1..<max(count, 1) {
      let range = range(number)
      length = min(length, range.count)
      for index in 0..<length where bytes[index] != bytes[range.lowerBound + index] {
        length = index
        break
      }
    }
    return length
  }

  /// Eight bytes of an id from an offset on, zero-padded; as numbers they compare as the bytes do.
  func word(_ number: Int, from offset: Int) -> UInt64 {
    let range = range(number)
    var word: UInt64 = 0
    for index in range.lowerBound + offset..<range.lowerBound + offset + 8 {
      word = word << 8 | (index < range.upperBound ? UInt64(bytes[index]) : 0)
    }
    return word
  }

  /// Has the memory of an id loaded into the cache; `prefetchEnd` must have been called a while before.
  func prefetch(_ number: Int) {
    bytes.withUnsafeBufferPointer { byte_prefetch($0.baseAddress.map { $0 + range(number).lowerBound }) }
  }

  /// Has the memory loaded in which the place of an id is.
  func prefetchEnd(of number: Int) {
    ends.withUnsafeBufferPointer { byte_prefetch($0.baseAddress.map { $0 + number }) }
  }

  private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  private mutating func grow(to size: Int) {
    slots = Array(large: size, repeating: 0)
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for number in ends.indices {
        let hash = self.hash(UnsafeBufferPointer(rebasing: bytes[start..<ends[number]]))
        var slot = Self.home(hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Self.entry(number, hash)
        start = ends[number]
      }
    }
  }

  /// The slot that contains an id, or the empty one where it belongs, and its contents.
  @inline(__always)
  private func find(_ id: UnsafeBufferPointer<UInt8>, hash: UInt64) -> (slot: Int, entry: UInt64) {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count &- 1
      var slot = Self.home(hash) & mask
      while true {
        let entry = slots[slot]
        if entry == 0 || entry >> 32 == hash >> 32 && isEqual(range(Self.number(in: entry)), id) {
          return (slot, entry)
        }
        slot = (slot &+ 1) & mask
      }
    }
  }

  /// Ids are short: mostly two words, which may overlap.
  @inline(__always) private func isEqual(_ range: Range<Int>, _ id: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count == id.count, let start = id.baseAddress else { return range.count == id.count }
    return bytes.withUnsafeBufferPointer { bytes in
      guard let own = bytes.baseAddress.map({ $0 + range.lowerBound }) else { return false }
      if id.count < 8 { return SWAR.few(own, id.count) == SWAR.few(start, id.count) }
      if id.count > 16 { return memcmp(own, start, id.count) == 0 }
      let tail = id.count - 8
      return SWAR.load(own) == SWAR.load(start) && SWAR.load(own + tail) == SWAR.load(start + tail)
    }
  }

  /// The maximum number of ids for this many slots.
  private static func room(in size: Int) -> Int { size / 3 * 2 }

  @inline(__always) private static func home(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & .max }
  @inline(__always) private static func number(in entry: UInt64) -> Int { Int(UInt32(truncatingIfNeeded: entry)) - 1 }
  @inline(__always) private static func entry(_ number: Int, _ hash: UInt64) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
  }

  /// The last byte is added at the end, to the half that selects the slot. Most ids contain a counter, so consecutive
  /// ones are then adjacent, and the table is read in cached memory.
  @inline(__always) func hash(_ id: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: id.count)
    guard let start = id.baseAddress, id.count > 0 else { return hash }
    let last = id.count - 1
    var at = 0
    while at &+ 8 <= last {
      hash = Self.mixed(hash ^ SWAR.load(start + at))
      at &+= 8
    }
    // The rest as one word, which may repeat bytes that were already mixed.
    if at < last { hash = Self.mixed(hash ^ (last < 8 ? SWAR.few(start, last) : SWAR.load(start + last - 8))) }
    return (hash ^ hash >> 29) &+ UInt64(start[last]) &* 0x0100_0000_0001
  }

  @inline(__always) private static func mixed(_ word: UInt64) -> UInt64 {
    let product = (word ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xFF51_AFD7_ED55_8CCD)
    return product.high ^ product.low
  }
}
