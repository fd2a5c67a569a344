internal import EDTF

/// An output buffer that sends bytes out of the program in large pieces.
///
/// A class, so that a writer can store it; it belongs to one export at a time.
package final class ByteSink {
  private static let capacity = 1 << 18

  private var room = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
  private var count = 0
  private let send: (UnsafeRawBufferPointer) -> Bool
  /// Whether a piece could not be sent: everything after it is dropped.
  package private(set) var isBroken = false

  /// - Parameter send: sends a whole piece, or returns false, in which case it is not called again.
  package init(_ send: @escaping (UnsafeRawBufferPointer) -> Bool) { self.send = send }

  deinit { room.deallocate() }

  /// Sends what is buffered.
  package func flush() {
    if count > 0, !isBroken { isBroken = !send(UnsafeRawBufferPointer(start: room, count: count)) }
    count = 0
  }

  @inline(__always) func byte(_ byte: UInt8) {
    if count == Self.capacity { flush() }
    room[count] = byte
    count += 1
  }

  @inline(__always) func bytes(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    if bytes.count > Self.capacity - count { return longBytes(bytes) }
    (room + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  private func longBytes(_ bytes: UnsafeBufferPointer<UInt8>) {
    flush()
    if bytes.count >= Self.capacity {
      if !isBroken { isBroken = !send(UnsafeRawBufferPointer(bytes)) }
    } else {
      self.bytes(bytes)
    }
  }

  func bytes(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { self.bytes($0) } }

  @inline(__always) func text(_ text: StaticString) {
    bytes(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Disfavoured, so that literals use the function above, which writes them without a copy.
  @_disfavoredOverload
  func text(_ text: String) {
    var text = text
    text.withUTF8 { bytes($0) }
  }

  func number(_ number: Int) {
    if number >= 0, number < 100 { return number < 10 ? byte(UInt8(48 + number)) : twoDigits(number) }
    text(String(number))
  }

  /// A month, a day or an hour as two digits.
  @inline(__always) func twoDigits(_ number: Int) {
    byte(UInt8(truncatingIfNeeded: 48 + number / 10))
    byte(UInt8(truncatingIfNeeded: 48 + number % 10))
  }

  /// A day as `2007-02-01`, or with another separator or none between its parts.
  /// - Precondition: the year is in 0...9999.
  func day(_ day: Day, separator: UInt8? = UInt8(ascii: "-")) {
    let (year, month, dayOfMonth) = day.civil
    twoDigits(year / 100)
    twoDigits(year % 100)
    if let separator { byte(separator) }
    twoDigits(month)
    if let separator { byte(separator) }
    twoDigits(dayOfMonth)
  }
}
