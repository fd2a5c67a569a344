/// Something wrong with the data, as encountered: a finding whose line and column have not been counted yet.
struct Fault {
  var severity: Finding.Severity = .error
  /// In bytes of the file.
  var offset: Int
  var path: String
  var message: String
  var remedy: String?
}

/// All faults so far. The first thousand are kept, all are counted.
struct Faults {
  static let limit = 1000

  private(set) var kept: [Fault] = []
  private(set) var count = 0

  mutating func append(_ fault: Fault) {
    count += 1
    if kept.count < Self.limit { kept.append(fault) }
  }

  /// The faults in file order, each with its line and column, found in one pass over the bytes.
  func findings(in bytes: UnsafeBufferPointer<UInt8>) -> [Finding] {
    let sorted = kept.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
    var line = 1
    var column = 1
    var at = 0
    return sorted.map { _, fault in
      let target = min(fault.offset, bytes.count)
      while at < target {
        if bytes[at] == UInt8(ascii: "\n") {
          line += 1
          column = 1
        } else if bytes[at] & 0xC0 != 0x80 {
          column += 1
        }
        at += 1
      }
      return Finding(
        severity: fault.severity, place: Finding.Place(line: line, column: column, path: fault.path),
        message: fault.message, remedy: fault.remedy)
    }
  }
}
