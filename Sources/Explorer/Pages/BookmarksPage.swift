internal import Timeline

/// The events that the reader has bookmarked or noted, in time order, each with its note.
enum BookmarksPage {
  static func page(in chronology: Chronology, context: PageContext) -> Page {
    let notes = context.notes
    let ids = notes.bookmarks.union(notes.texts.keys)
    let positions = ids.compactMap(chronology.position(of:)).sorted()
    let names = EventRows(chronology: chronology, context: context)
    var rows = positions.prefix(context.limit).flatMap { position in
      let row = names.row(position)
      guard let note = notes.texts[chronology.id(at: position)] else { return [row] }
      let words = Row(
        .text, [Span("  Your note: ", .dim), Span(note)], spoken: "Your note: \(note.sentence)", key: "note:\(position)"
      )
      return [row, words]
    }
    rows += Row.more(positions.count - min(positions.count, context.limit), "event")
    if ids.isEmpty, notes.strays.isEmpty {
      rows.append(
        Row("Nothing is bookmarked or noted yet. The commands bookmark and note do that to an event."))
    }
    // The event may have been removed or may have another id now; its note must not be lost.
    for id in ids.sorted() where chronology.position(of: id) == nil {
      let note = notes.texts[id].map { ": \($0)" } ?? ""
      rows.append(Row("\(id), which this chronology does not have\(note)"))
    }
    for stray in notes.strays {
      let note = stray.text.isEmpty ? "" : ": \(stray.text)"
      rows.append(Row("“\(stray.title)”, an event that this chronology does not have\(note)"))
    }
    return Page(title: "Bookmarks and notes", status: Speech.count(ids.count, "event"), rows: rows)
  }
}
