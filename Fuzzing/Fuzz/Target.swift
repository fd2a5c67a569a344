/// A part of the program that reads untrusted input. Its corpus is the folder of the same name.
enum Target: String, CaseIterable {
  case json, chronology, views, `import`, edtf, date, query, command, keys, settings

  func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    switch self {
    case .json: Self.json(bytes)
    case .chronology: Self.chronology(bytes)
    case .views: Self.views(bytes)
    case .import: Self.imported(bytes)
    case .edtf: Self.edtf(bytes)
    case .date: Self.date(String(decoding: bytes, as: UTF8.self))
    case .query: Self.query(String(decoding: bytes, as: UTF8.self))
    case .command: Self.command(String(decoding: bytes, as: UTF8.self))
    case .keys: Self.keys(bytes)
    case .settings: Self.settings(String(decoding: bytes, as: UTF8.self))
    }
  }
}
