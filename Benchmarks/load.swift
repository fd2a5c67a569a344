// Opens a chronology whole and prints how many events, findings, and the memory that is not the file's.

@main
struct Load {
  static func main() throws {
    let bytes = try Bytes(opening: CommandLine.arguments[1])
    var loader = Loader(bytes)
    while !loader.isFinished { loader.advance() }
    let chronology = loader.chronology()
    let status = try Bytes(opening: "/proc/self/status")
    let memory = String(decoding: status.buffer, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("RssAnon") }
    print(chronology.count, "events,", chronology.findingCount, "findings,", memory ?? "")
    for finding in chronology.findings.prefix(3) { print(finding) }
  }
}
