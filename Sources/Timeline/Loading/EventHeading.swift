package import EDTF

/// What a row of the list shows.
package struct EventHeading: Equatable, Sendable {
  package let id: String
  package let date: EDTFDate
  package let title: String
  /// Ids, in file order.
  package let agencies: [String]
  package let isDisputed: Bool

  package init(id: String, date: EDTFDate, title: String, agencies: [String], isDisputed: Bool) {
    self.id = id
    self.date = date
    self.title = title
    self.agencies = agencies
    self.isDisputed = isDisputed
  }

  package init(_ event: Event, isDisputed: Bool) {
    self.init(id: event.id, date: event.date, title: event.title, agencies: event.agencies, isDisputed: isDisputed)
  }
}

extension Chronology {
  /// The heading of the event at a position. Reads only its first fields if they come in the usual order: a fifth of
  /// the cost of decoding the whole event.
  package func heading(at position: Int) -> EventHeading {
    let isDisputed = disputed.contains(position)
    let row = row(at: position)
    if let heading = largeEvents.heading(ofRow: row, isDisputed: isDisputed) { return heading }
    var cursor = JSONCursor(index.bytes.buffer, from: index.offsets[row])
    let start = cursor.position
    // If the file has been written to in place, there may now be another event here.
    if let heading = try? heading(&cursor, isDisputed: isDisputed), heading.id == id(at: position) {
      largeEvents.keep(heading, row: row, bytes: cursor.position - start)
      return heading
    }
    return EventHeading(event(at: position), isDisputed: isDisputed)
  }

  /// The date of the event at a position. Reads only that if it is in its usual place.
  package func date(at position: Int) -> EDTFDate {
    let row = row(at: position)
    if let heading = largeEvents.heading(ofRow: row, isDisputed: false) { return heading.date }
    var cursor = JSONCursor(index.bytes.buffer, from: index.offsets[row])
    let start = cursor.position
    if let date = try? date(&cursor), DaySpan(date.bounds) == span(at: position) {
      // Far into a large event: finds the whole heading, which is cached.
      return cursor.position - start < LargeEvents.least ? date : heading(at: position).date
    }
    return event(at: position).date
  }

  /// Nil if anything is out of the ordinary.
  private func date(_ cursor: inout JSONCursor) throws(JSONFault) -> EDTFDate? {
    guard cursor.take(UInt8(ascii: "{")) else { return nil }
    repeat {
      let key = try cursor.key()
      guard key.isPlain else { return nil }
      if cursor.bytes(of: key).elementsEqual("date".utf8) {
        guard cursor.peek == UInt8(ascii: "\"") else { return nil }
        return try? EDTFDate(utf8: cursor.bytes(of: try cursor.string()))
      }
      try cursor.skipValue()
    } while try cursor.next(in: .object)
    return nil
  }

  /// Nil if anything is out of the ordinary.
  private func heading(_ cursor: inout JSONCursor, isDisputed: Bool) throws(JSONFault) -> EventHeading? {
    var id: String?
    var date: EDTFDate?
    var title: String?
    var agencies: [String]?
    guard cursor.take(UInt8(ascii: "{")) else { return nil }
    repeat {
      let key = try cursor.key()
      // If a field is repeated, the first counts.
      switch cursor.value(of: key) {
      case "id" where id == nil:
        id = try plainText(&cursor)
        if id == nil { return nil }
      case "date" where date == nil:
        guard cursor.peek == UInt8(ascii: "\"") else { return nil }
        date = try? EDTFDate(utf8: cursor.bytes(of: try cursor.string()))
        if date == nil { return nil }
      case "title" where title == nil:
        title = try plainText(&cursor)
        if title == nil { return nil }
      case "agencies" where agencies == nil:
        agencies = try ids(&cursor)
        if agencies == nil { return nil }
      default:
        try cursor.skipValue()
      }
      if let id, let date, let title, let agencies {
        return EventHeading(id: id, date: date, title: title, agencies: agencies, isDisputed: isDisputed)
      }
    } while try cursor.next(in: .object)
    return nil
  }

  /// A text without control characters; nil if it is anything else.
  private func plainText(_ cursor: inout JSONCursor) throws(JSONFault) -> String? {
    guard cursor.peek == UInt8(ascii: "\"") else { return nil }
    let text = try cursor.string()
    return text.hasControls || text.count > TextLimit.label ? nil : cursor.value(of: text)
  }

  /// The agencies of a list of known ones, without duplicates; nil if it names anything else.
  private func ids(_ cursor: inout JSONCursor) throws(JSONFault) -> [String]? {
    var ids: [String] = []
    guard cursor.take(UInt8(ascii: "[")) else { return nil }
    if cursor.take(UInt8(ascii: "]")) { return ids }
    repeat {
      cursor.skipSpace()
      guard cursor.peek == UInt8(ascii: "\"") else { return nil }
      let id = cursor.value(of: try cursor.string())
      guard ids.count < 64, index.registry.agencyIDs.number(of: id) != nil, !ids.contains(id) else { return nil }
      ids.append(id)
    } while try cursor.next(in: .array)
    return ids
  }
}
