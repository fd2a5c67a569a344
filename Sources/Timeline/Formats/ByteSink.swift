internal import EDTF

/// Bytes on their way out of the program, gathered into large pieces.
///
/// A class, so that a writer may keep it at hand; it belongs to one export at a time.
package final class ByteSink {
  private static let capacity = 1 << 18

  private var room = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
  private var count = 0
  private let send: (UnsafeRawBufferPointer) -> Bool
  /// Whether a piece could not be sent: whatever comes after it is dropped.
  package private(set) var isBroken = false

  /// - Parameter send: takes a piece whole, or returns false, and is not called again.
  package init(_ send: @escaping (UnsafeRawBufferPointer) -> Bool) { self.send = send }

  deinit { room.deallocate() }

  /// Sends what waits.
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

  @inline(__always) func text(_ text: StaticString) {
    bytes(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  func text(_ text: String) {
    var text = text
    text.withUTF8 { bytes($0) }
  }

  func number(_ number: Int) {
    if number >= 0, number < 10 { return byte(UInt8(48 + number)) }
    text(String(number))
  }

  /// Two digits: of a month, a day, an hour.
  @inline(__always) func twoDigits(_ number: Int) {
    byte(UInt8(truncatingIfNeeded: 48 + number / 10))
    byte(UInt8(truncatingIfNeeded: 48 + number % 10))
  }

  /// A day as `2007-02-01`, or with another separator or none between its parts.
  /// - Precondition: the year is one of 0 to 9999.
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
