internal import EDTF

/// The data's own format: a `Loader` reads what these write back to the same values.
extension JSONWriter {
  package mutating func event(_ event: Event) {
    object { writer in
      writer.field("id", event.id)
      writer.field("date", event.date.description)
      writer.field("dating") { $0.dating(event.dating) }
      writer.field("kind", event.kind)
      writer.field("title", event.title)
      writer.field("summary", event.summary)
      writer.field("agencies", event.agencies)
      writer.field("people", event.people)
      writer.field("links") { writer in
        writer.array(event.links) { writer, link in
          writer.object {
            $0.field("to", link.to)
            $0.field("relation", link.relation)
          }
        }
      }
      writer.field("citations") { $0.array(event.citations) { $0.citation($1) } }
      if !event.known.isEmpty { writer.field("known") { $0.array(event.known) { $0.knowledge($1) } } }
      if let reading = event.reading { writer.field("reading", reading) }
    }
  }

  package mutating func agency(_ agency: Agency) {
    object { writer in
      writer.field("id", agency.id)
      writer.field("name", agency.name)
      if let short = agency.short { writer.field("short", short) }
      if !agency.aliases.isEmpty { writer.field("aliases", agency.aliases) }
      if let kind = agency.kind { writer.field("kind", kind) }
      if !agency.successors.isEmpty { writer.field("successors", agency.successors) }
    }
  }

  package mutating func person(_ person: Person) {
    object { writer in
      writer.field("id", person.id)
      writer.field("name", person.name)
      if let role = person.role { writer.field("role", role) }
      if !person.aliases.isEmpty { writer.field("aliases", person.aliases) }
    }
  }

  package mutating func source(_ source: Source) {
    object { writer in
      writer.field("id", source.id)
      writer.field("kind", source.kind.rawValue)
      writer.field("title", source.title)
      writer.field("date", source.date?.description)
      if let dating = source.dating { writer.field("dating") { $0.dating(dating) } }
      writer.field("author", source.author)
      writer.field("publisher", source.publisher)
      writer.field("url", source.url)
      writer.field("sha256", source.sha256)
      writer.field("paragraphs", source.paragraphs)
      writer.field("outline") { writer in
        writer.array(source.outline) { writer, line in
          writer.object {
            $0.field("paragraph", line.paragraph)
            $0.field("gist", line.gist)
            $0.field("speaker", line.speaker)
            if line.part != .text { $0.field("part", line.part.rawValue) }
          }
        }
      }
    }
  }

  package mutating func chronology(
    title: String, description: String? = nil, agencies: [Agency], people: [Person], sources: [Source], events: [Event]
  ) {
    object { writer in
      writer.field("title", title)
      if let description { writer.field("description", description) }
      writer.field("agencies") { $0.array(agencies) { $0.agency($1) } }
      writer.field("people") { $0.array(people) { $0.person($1) } }
      writer.field("sources") { $0.array(sources) { $0.source($1) } }
      writer.field("events") { $0.array(events) { $0.event($1) } }
    }
  }

  private mutating func dating(_ dating: Dating) {
    object { writer in
      writer.field("basis", dating.basis.rawValue)
      if let reason = dating.reason { writer.field("reason", reason) }
    }
  }

  /// A citation for pasting, omitting empty fields, including an unknown source id.
  package mutating func passage(_ citation: Citation) {
    object { writer in
      if !citation.source.isEmpty { writer.field("source", citation.source) }
      writer.field("paragraph", citation.paragraph)
      if let range = citation.range {
        writer.field("range") { $0.array([range.lowerBound, range.upperBound]) { $0.integer($1) } }
      }
      writer.field("digest", citation.digest)
      writer.field("fact", citation.fact.rawValue)
      writer.field("date", citation.date.rawValue)
    }
  }

  private mutating func citation(_ citation: Citation) {
    object { writer in
      writer.field("source", citation.source)
      writer.field("paragraph", citation.paragraph)
      writer.field("range") { writer in
        if let range = citation.range {
          writer.array([range.lowerBound, range.upperBound]) { $0.integer($1) }
        } else {
          writer.null()
        }
      }
      writer.field("digest", citation.digest)
      writer.field("fact", citation.fact.rawValue)
      writer.field("date", citation.date.rawValue)
      writer.field("gives", citation.gives?.description)
      if let speaker = citation.speaker { writer.field("speaker", speaker) }
      if let note = citation.note { writer.field("note", note) }
    }
  }

  private mutating func knowledge(_ knowledge: Knowledge) {
    object { writer in
      writer.field("agency", knowledge.agency)
      writer.field("date", knowledge.date.description)
      writer.field("how", knowledge.how)
      if let citation = knowledge.citation { writer.field("citation", citation) }
    }
  }
}

extension Chronology {
  /// A chronology made from values, by way of the bytes of its JSON, just as files are read.
  package convenience init(
    title: String, description: String? = nil, agencies: [Agency], people: [Person], sources: [Source], events: [Event]
  ) {
    var writer = JSONWriter()
    writer.chronology(
      title: title, description: description, agencies: agencies, people: people, sources: sources, events: events)
    let loaded = Chronology.load(Bytes(writer.text.utf8))
    self.init(
      title: loaded.title, description: loaded.description, schema: loaded.schema, index: loaded.index,
      findings: loaded.findings,
      findingCount: loaded.findingCount)
  }
}
