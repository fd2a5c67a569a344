internal import Explorer
internal import Glibc
internal import Timeline

/// Adds events to a chronology's file. Changes made by another program meanwhile are kept, and the file is always
/// either the old or the new one, never part of it.
struct EditedFile {
  private let path: String

  /// - Parameter path: a regular file, or a link to one, which stays a link.
  init(_ path: String) throws(InputFiles.Fault) {
    guard let real = realpath(path, nil) else {
      throw InputFiles.Fault(message: "\(path) could not be opened: \(String(cString: strerror(errno))).")
    }
    defer { free(real) }
    self.path = String(cString: real)
  }

  /// Adds an event, and before it any new agencies and people.
  func add(_ event: Event, _ agencies: [Agency], _ people: [Person]) throws {
    try withLock { mode in
      let old = try Bytes(opening: path, copyingUpTo: .max)
      let before = Chronology.load(old)
      var insertion = ListInsertion(Array(old.buffer))
      for agency in agencies where before.agency(agency.id) == nil {
        try insertion.add(json { $0.agency(agency) }, to: "agencies")
      }
      for person in people where before.person(person.id) == nil {
        try insertion.add(json { $0.person(person) }, to: "people")
      }
      var event = event
      event.id = event.id.slug { before.position(of: $0) != nil }
      try insertion.add(json { $0.event(event) }, to: "events")
      let after = Chronology.load(Bytes(insertion.bytes))
      guard after.findingCount <= before.findingCount, after.position(of: event.id).map(after.event(at:)) == event
      else {
        throw InputFiles.Fault(
          message: "\(path) has faults that are in the way; chronology check \(path) lists them. Nothing is written.")
      }
      let file = try WholeFile(path, replaces: true, mode: mode)
      try file.keep(insertion.bytes)
    }
  }

  private func json(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    write(&writer)
    return writer.text
  }

  /// Calls `body` while holding the file's lock.
  private func withLock(_ body: (mode_t) throws -> Void) throws {
    for _ in 0..<100 {
      let file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0, flock(file, LOCK_EX) == 0 else { break }
      defer { close(file) }
      // The previous holder of the lock may have replaced the file.
      var (mine, present) = (stat(), stat())
      guard fstat(file, &mine) == 0, stat(path, &present) == 0 else { break }
      guard mine.st_ino == present.st_ino else { continue }
      do { return try body(mine.st_mode & 0o7777) } catch let fault as WholeFile.Fault {
        throw InputFiles.Fault(message: Delivery.words(for: fault.code, path: path))
      } catch let fault as OpenError {
        throw InputFiles.Fault(message: fault.message)
      } catch let fault as ListInsertion.Fault {
        throw InputFiles.Fault(message: "\(path): \(fault.message) Nothing is written.")
      }
    }
    throw InputFiles.Fault(
      message: "\(path) could not be written: \(String(cString: strerror(errno))). Nothing is written.")
  }
}
