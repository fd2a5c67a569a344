/// Base 64 (RFC 4648).
package enum Base64 {
  /// With the standard alphabet (section 4) and padding.
  package static func string(_ bytes: some Sequence<UInt8>) -> String {
    let text = digits(bytes, Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8))
    return text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
  }

  /// With the alphabet safe for URLs and file names (section 5), without padding.
  package static func url(_ bytes: some Sequence<UInt8>) -> String {
    digits(bytes, Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8))
  }

  private static func digits(_ bytes: some Sequence<UInt8>, _ alphabet: [UInt8]) -> String {
    var text: [UInt8] = []
    var waiting: UInt32 = 0
    var bits = 0
    for byte in bytes {
      waiting = waiting << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.append(alphabet[Int(waiting >> UInt32(bits) & 0x3F)])
      }
    }
    if bits > 0 { text.append(alphabet[Int(waiting << UInt32(6 - bits) & 0x3F)]) }
    return String(decoding: text, as: UTF8.self)
  }
}
