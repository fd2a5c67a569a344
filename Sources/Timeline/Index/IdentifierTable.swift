/// The ids of one kind of thing, numbered from 0 in the order in which they came: an open-addressing table over the
/// ids' bytes, which stand one after another.
struct IdentifierTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each id ends in `bytes`.
  private var ends: [Int] = []
  /// Half of the id's hash above its number plus one; zero is an empty slot. The hash tells nearly all different ids
  /// apart without a look at their bytes. The count is a power of two, and a third of the slots stay empty.
  private var slots: [UInt64] = Array(repeating: 0, count: 16)

  var count: Int { ends.count }

  subscript(number: Int) -> String { String(decoding: bytes[range(number)], as: UTF8.self) }

  func number(of id: String) -> Int? {
    var id = id
    return id.withUTF8 { number(of: $0) }
  }

  func number(of id: UnsafeBufferPointer<UInt8>) -> Int? {
    let found = slots[slot(of: id, hash: Self.hash(id))]
    return found == 0 ? nil : Self.number(in: found)
  }

  /// Adds an id; nil if it is there already or the table is full (2³² − 1 ids).
  mutating func insert(_ id: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = Self.hash(id)
    let slot = slot(of: id, hash: hash)
    guard slots[slot] == 0, count < UInt32.max else { return nil }
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

  /// Makes room for as many ids, so that the table need not grow step by step.
  mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(bytes.count / max(self.count, 1) * count)
    ends.reserveCapacity(count)
    var size = slots.count
    while count > Self.room(in: size) { size *= 2 }
    if size > slots.count { grow(to: size) }
  }

  /// Whether one id stands before another by its bytes.
  func precedes(_ number: Int, _ other: Int) -> Bool {
    bytes[range(number)].lexicographicallyPrecedes(bytes[range(other)])
  }

  /// How many bytes all ids begin with.
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

  /// Eight bytes of an id from an offset on, zeros beyond its end; numbers that compare as these bytes do.
  func word(_ number: Int, from offset: Int) -> UInt64 {
    let range = range(number)
    var word: UInt64 = 0
    for index in range.lowerBound + offset..<range.lowerBound + offset + 8 {
      word = word << 8 | (index < range.upperBound ? UInt64(bytes[index]) : 0)
    }
    return word
  }

  private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  private mutating func grow(to size: Int) {
    slots = Array(unsafeUninitializedCapacity: size) { room, count in
      HugePages.prefer(for: UnsafeMutableRawBufferPointer(room))
      room.initialize(repeating: 0)
      count = size
    }
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for number in ends.indices {
        let hash = Self.hash(UnsafeBufferPointer(rebasing: bytes[start..<ends[number]]))
        var slot = Self.home(hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Self.entry(number, hash)
        start = ends[number]
      }
    }
  }

  /// The slot that holds an id, or the empty one where it belongs.
  @inline(__always) private func slot(of id: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    slots.withUnsafeBufferPointer { slots in
      var slot = Self.home(hash) & (slots.count - 1)
      while slots[slot] != 0 {
        if slots[slot] >> 32 == hash >> 32, isEqual(Self.number(in: slots[slot]), id) { break }
        slot = (slot + 1) & (slots.count - 1)
      }
      return slot
    }
  }

  /// Ids are short: eight bytes at a time, the last eight once more, and no call.
  @inline(__always) private func isEqual(_ number: Int, _ id: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == id.count, let start = id.baseAddress else { return range.count == id.count }
    return bytes.withUnsafeBufferPointer { bytes in
      guard let own = bytes.baseAddress.map({ $0 + range.lowerBound }) else { return false }
      if id.count < 8 { return Word.few(own, id.count) == Word.few(start, id.count) }
      let tail = id.count - 8
      var difference = Word.load(own + tail) ^ Word.load(start + tail)
      for at in stride(from: 0, to: tail, by: 8) { difference |= Word.load(own + at) ^ Word.load(start + at) }
      return difference == 0
    }
  }

  /// How many ids may share so many slots.
  private static func room(in size: Int) -> Int { size / 3 * 2 }

  @inline(__always) private static func home(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & .max }
  @inline(__always) private static func number(in entry: UInt64) -> Int { Int(UInt32(truncatingIfNeeded: entry)) - 1 }
  @inline(__always) private static func entry(_ number: Int, _ hash: UInt64) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
  }

  /// The last byte is added at the end, to the half that finds a slot: most ids count something, so those that come one
  /// after another lie side by side, and the table is read where it was read just before.
  @inline(__always) private static func hash(_ id: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: id.count)
    guard let start = id.baseAddress, id.count > 0 else { return hash }
    let last = id.count - 1
    var at = 0
    while at + 8 <= last {
      hash = mixed(hash ^ Word.load(start + at))
      at += 8
    }
    // The rest as one word, which may hold bytes that were mixed already.
    if at < last { hash = mixed(hash ^ (last < 8 ? Word.few(start, last) : Word.load(start + last - 8))) }
    return (hash ^ hash >> 29) &+ UInt64(start[last]) &* 0x0100_0000_0001
  }

  @inline(__always) private static func mixed(_ word: UInt64) -> UInt64 {
    let product = (word ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xFF51_AFD7_ED55_8CCD)
    return product.high ^ product.low
  }
}
