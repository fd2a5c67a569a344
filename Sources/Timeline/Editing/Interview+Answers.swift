internal import EDTF

extension Interview {
  /// Takes an answer and moves on to the next question.
  /// - Returns: how the answer was understood, if that is worth saying.
  /// - Throws: if the answer is rejected; the question stays the same.
  package mutating func answer(_ line: String) throws(Fault) -> String? {
    let line = line.split(separator: " ").joined(separator: " ")
    switch question {
    case .date: return try take(date: line)
    case .basis:
      basis = try choice(line, or: basis)
      question = basis == .stated ? .title : .reason
    case .reason:
      reason = try filled(line)
      question = .title
    case .title:
      title = try filled(line)
      question = .summary
    case .summary:
      summary = line
      question = .kind
    case .kind: return try take(kind: line)
    case .agency, .person:
      if !line.isEmpty { return try take(name: line) }
      question = question == .agency ? .person : posts.isEmpty ? nil : .post
    case .confirmName: return try confirm(line)
    case .post: return try take(post: line)
    case .paragraph: return try take(paragraph: line)
    case .words: return try take(words: line)
    case .fact:
      stances.fact = try choice(line, or: .states)
      question = .stance
    case .stance:
      stances.date = try choice(line, or: usualStance)
      cite()
    case nil: break
    }
    return nil
  }

  private func filled(_ line: String) throws(Fault) -> String {
    if line.isEmpty { throw Fault(message: "This cannot be left out.") }
    return line
  }

  /// One of a few words, or any unique prefix of it.
  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ line: String, or usual: Choice
  ) throws(Fault) -> Choice {
    if line.isEmpty { return usual }
    let found = Choice.allCases.filter { $0.rawValue.hasPrefix(line.lowercased()) }
    if found.count == 1, let only = found.first { return only }
    let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw Fault(message: "“\(line)” is not one of \(all).")
  }

  private mutating func take(date line: String) throws(Fault) -> String {
    let typed: ImportedDate
    do {
      var cells = DateCells()
      typed = try cells.read(line)
    } catch {
      throw Fault(message: "“\(line)” is not a date: \(error.explanation)")
    }
    let left = typed.remainder.map { "\($0.name): \($0.text)".sentence }
    guard left.isEmpty else {
      throw Fault(message: "Not all of this has a place in a date. \(left.joined(separator: " "))")
    }
    date = typed.date
    // Bounds that nobody wrote are inferred.
    basis = typed.dating.basis
    question = .basis
    let read = try? NaturalDate(line)
    let words = read?.edtf == typed.date ? read?.words : nil
    return "\((words ?? typed.date.words).capitalised), written \(typed.date.description)."
      + (typed.note.map { " \($0.capitalised.sentence)" } ?? "")
  }

  private mutating func take(kind line: String) throws(Fault) -> String? {
    kind = try filled(line).lowercased()
    question = .agency
    if chronology.kinds.contains(kind) { return nil }
    let nearest = EditDistance.nearest(to: kind, among: chronology.kinds) { [$0] }
    return nearest.map { "This kind is new here; another is \($0)." }
  }

  // MARK: Citations

  private mutating func take(post line: String) throws(Fault) -> String? {
    if line.isEmpty {
      question = nil
      return nil
    }
    let folded = Folding.string(line)
    let found: [Source]
    if let number = Int(line), posts.indices.contains(number - 1) {
      found = [posts[number - 1]]
    } else {
      let exact = posts.filter { $0.id == line || Folding.string($0.title) == folded }
      found = exact.isEmpty ? posts.filter { Folding.string($0.title).contains(folded) } : exact
    }
    guard found.count == 1, let post = found.first else {
      let titles = (found.isEmpty ? posts : found).map { "“\($0.title)”" }.joined(separator: ", ")
      throw Fault(message: found.isEmpty ? "No post is called that. There are \(titles)." : "This may be \(titles).")
    }
    citing = (post, nil, nil)
    question = .paragraph
    if text(of: post) != nil { return "\(post.title)." }
    return "\(post.title). Its text is not at hand, so the passage will not be proved."
  }

  private mutating func take(paragraph line: String) throws(Fault) -> String? {
    guard let post = citing?.source else { return nil }
    guard let number = Int(line), (1...(post.paragraphs ?? .max)).contains(number) else {
      throw Fault(message: "Type a number\(post.paragraphs.map { " from 1 to \($0)" } ?? "").")
    }
    citing?.paragraph = number
    guard let text = text(of: post), text.paragraphs.indices.contains(number - 1) else {
      question = .fact
      return nil
    }
    question = .words
    let words = Passage(text.text(text.paragraphs[number - 1].range)).folded.split(separator: " ")
    return "It begins: \(words.prefix(8).joined(separator: " "))\(words.count > 8 ? " …" : "")"
  }

  private mutating func take(words line: String) throws(Fault) -> String? {
    guard let post = citing?.source, let number = citing?.paragraph, let text = text(of: post) else { return nil }
    do throws(Quotation.Fault) {
      let found = try Quotation(line).found(in: text, paragraph: number)
      citing?.found = found
      question = .fact
      return "Found: “\(Passage(found.text).folded)”"
    } catch {
      // The paragraph may be the wrong one.
      if let other = text.paragraphs.first(where: {
        (try? Quotation(line).found(in: text, paragraph: $0.number)) != nil
      }) {
        throw Fault(message: "\(error.message) Type other words, or \(other.number) for that paragraph.")
      }
      if let number = Int(line), text.paragraphs.indices.contains(number - 1) { return try take(paragraph: line) }
      throw Fault(message: error.message)
    }
  }

  private mutating func cite() {
    guard let (source, paragraph, found) = citing else { return }
    citations.append(
      Citation(
        source: source.id, paragraph: paragraph, range: found?.range, digest: found?.digest.description,
        fact: stances.fact, date: stances.date))
    passages.append(found?.text ?? "")
    citing = nil
    question = .post
  }
}
