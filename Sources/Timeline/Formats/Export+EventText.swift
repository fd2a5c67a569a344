extension Export {
  /// One event in plain text with everything it rests on, as in the briefing, and where its sources can be read.
  /// - Parameter most: the maximum number of entries of each of its lists; the text says how many more there are.
  package func eventText(at position: Int, most: Int = 1000) -> String {
    var bytes: [UInt8] = []
    let sink = ByteSink {
      bytes += $0
      return true
    }
    var briefing = Briefing(self, PlainMarkup(sink), most: most)
    briefing.entry(at: position)
    sink.flush()
    let addresses = chronology.event(at: position).citations.prefix(most).map(\.source).uniqued
      .compactMap(chronology.source).compactMap { source in source.url.map { "\(source.title): \($0)\n" } }
    return String(decoding: bytes.drop { $0 == 0x0A }, as: UTF8.self) + addresses.joined()
  }
}
