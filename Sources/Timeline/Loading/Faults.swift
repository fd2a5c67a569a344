/// Something wrong with the data, as encountered: a finding whose line and column have not been counted yet.
struct Fault {
  var severity: Finding.Severity = .error
  /// In bytes of the file.
  var offset: Int
  var path: String
  var message: String
  var remedy: String?
}

/// All faults so far. The first thousand are kept, and all are counted.
struct Faults {
  static let limit = 1000

  private(set) var kept: [Fault] = []
  private(set) var count = 0

  /// How many more can be kept.
  private(set) var room = Self.limit

  /// - Parameter room: how many to keep, if others have been kept before.
  init(room: Int = Self.limit) { self.room = min(room, Self.limit) }

  mutating func append(_ fault: Fault) {
    count += 1
    guard room > 0 else { return }
    room -= 1
    kept.append(fault)
  }

  mutating func append(_ faults: Faults) {
    let before = count
    for fault in faults.kept { append(fault) }
    count = before + faults.count
  }

  /// Counts faults that are not reported individually.
  mutating func pass(_ more: Int) { count += more }
}
