internal import EDTF
internal import Timeline

extension State {
  mutating func openPrompt(_ command: String) {
    let filterText = filter.text
    prompt = Prompt(command: command, text: command == "find" ? filterText : "", before: filterText)
    prompt?.isFresh = true
    prompt?.anchor = selection
    message = nil
    read()
  }

  /// One editing step, then the line is read anew: a query is answered as it is typed.
  mutating func edit(_ edit: Edit) {
    guard var prompt else { return }
    switch edit {
    case .insert(let text):
      if prompt.isFresh { prompt.replace(with: "") }
      prompt.insert(Printable.line(text))
    case .deleteBackward:
      if prompt.text.isEmpty {
        cancelPrompt()
        return
      }
      prompt.deleteBackward()
    case .deleteForward: prompt.deleteForward()
    case .deleteWord: prompt.deleteWord()
    case .deleteToStart: prompt.deleteToStart()
    case .left: prompt.cursor = max(0, prompt.cursor - 1)
    case .right: prompt.cursor = min(prompt.text.count, prompt.cursor + 1)
    case .start: prompt.cursor = 0
    case .end: prompt.cursor = prompt.text.count
    case .older: recall(&prompt, by: 1)
    case .newer: recall(&prompt, by: -1)
    case .complete: complete(&prompt)
    }
    prompt.isFresh = false
    if preferences.isScreenReader {
      // Typing changes the line alone, and a screen reader echoes the letter as it does anywhere; Enter says the rest.
      prompt.isWrong = false
      prompt.faultOffset = nil
    }
    self.prompt = prompt
    if !preferences.isScreenReader { read() }
  }

  private func recall(_ prompt: inout Prompt, by step: Int) {
    let lines = history[prompt.command] ?? []
    let index = (prompt.historyIndex ?? 0) + step
    guard index <= lines.count else { return }
    prompt.historyIndex = max(0, index)
    prompt.replace(with: index <= 0 ? "" : lines[lines.count - index])
  }

  /// Completes the last word as far as its candidates agree.
  private func complete(_ prompt: inout Prompt) {
    guard prompt.cursor == prompt.text.count else { return }
    let candidates = Completion.candidates(
      for: prompt.text, command: prompt.command.isEmpty ? nil : prompt.command, in: chronology)
    guard let first = candidates.first else { return }
    let common = candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    let start =
      prompt.text.lastIndex(where: { " ,(".contains($0) }).map { prompt.text.index(after: $0) }
      ?? prompt.text.startIndex
    let whole = candidates.count == 1 && !common.hasSuffix(":") ? common + " " : common
    prompt.replace(with: prompt.text[..<start] + whole)
  }

  /// Reads the line as it stands: says in words what it means, or what is wrong and where; a query is asked at once,
  /// but in screen-reader mode, where filters apply on Enter.
  private mutating func read() {
    guard var prompt else { return }
    prompt.reading = nil
    prompt.isWrong = false
    prompt.faultOffset = nil
    let text = prompt.text.trimmed
    defer { self.prompt = prompt }
    switch prompt.command {
    case "find":
      do {
        let query = try Query(text, in: chronology)
        prompt.reading =
          query.isEmpty ? "Words, or agency: person: source: kind: date: within: before: after:" : query.words
        guard !preferences.isScreenReader, !preferences.isText, text != filter.text else { break }
        filter.ask(query, text: text, in: chronology)
        selection = prompt.anchor
        keepSelection()
      } catch {
        prompt.reading = error.message
        prompt.isWrong = !error.isUnfinished
        prompt.faultOffset = error.offset
      }
    case "go", "dates", "known":
      guard !text.isEmpty else {
        prompt.reading = "A date: 2007, feb 2007, 12 March 2009, 2004 to 2007"
        break
      }
      let date = prompt.command == "known" ? text.beforeBy : text
      do {
        let typed = try NaturalDate(date)
        prompt.reading = typed.words + (typed.note.map { " (\($0))" } ?? "")
      } catch {
        prompt.reading = error.sentence
        prompt.isWrong = true
        prompt.faultOffset = error.offset
      }
    case "narrow":
      if !preferences.isScreenReader, !preferences.isText { narrow(text) }
    default: break
    }
  }

  /// Enter: does what the line says. A line that cannot be read stays, with the fault in view.
  mutating func submit() -> [Effect] {
    if preferences.isScreenReader { read() }
    guard let prompt else { return [] }
    let text = prompt.text.trimmed
    if !prompt.command.isEmpty, prompt.isWrong || (prompt.reading != nil && prompt.faultOffset != nil) { return [] }
    self.prompt = nil
    if !text.isEmpty {
      var lines = history[prompt.command, default: []]
      lines.removeAll { $0 == text }
      lines.append(text)
      history[prompt.command] = Array(lines.suffix(Self.historyLength))
    }
    if prompt.command.isEmpty {
      guard !text.isEmpty else { return [] }
      do {
        let effects = apply(try CommandParser.command(from: text, in: self))
        if let message, message.isError { reopen(prompt, saying: message.text) }
        return effects
      } catch {
        reopen(prompt, saying: error.message)
        return []
      }
    }
    guard let entry = Vocabulary.entry(named: prompt.command) else { return [] }
    if text.isEmpty, case .required = entry.argument, prompt.command != "find" { return [] }
    return apply(entry.make(text))
  }

  /// A command that went wrong stays at the prompt, to be mended.
  private mutating func reopen(_ old: Prompt, saying fault: String) {
    var old = old
    old.reading = fault
    old.isWrong = true
    old.isFresh = false
    prompt = old
    message = nil
  }

  private static let historyLength = 100

  /// Esc: closes the prompt and puts back what was shown before it.
  mutating func cancelPrompt() {
    guard let prompt else { return }
    self.prompt = nil
    if prompt.command == "narrow" { narrow("") }
    guard prompt.command == "find", filter.text != prompt.before else { return }
    if let query = try? Query(prompt.before, in: chronology) {
      filter.ask(query, text: prompt.before, in: chronology)
      while !filter.search.isFinished, filter.search.query.isEmpty { filter.search.advance() }
      selection = prompt.anchor
      keepSelection()
    }
  }
}

extension Prompt {
  mutating func replace(with text: some StringProtocol) {
    self.text = String(text)
    cursor = self.text.count
  }

  mutating func insert(_ new: String) {
    let before = text.prefix(cursor)
    let after = text.dropFirst(cursor)
    let joined = before + new
    cursor = joined.count
    text = String(joined + after)
  }

  mutating func deleteBackward() {
    guard cursor > 0 else { return }
    text = String(text.prefix(cursor - 1) + text.dropFirst(cursor))
    cursor -= 1
  }

  mutating func deleteForward() {
    guard cursor < text.count else { return }
    text = String(text.prefix(cursor) + text.dropFirst(cursor + 1))
  }

  mutating func deleteToStart() {
    text = String(text.dropFirst(cursor))
    cursor = 0
  }

  /// The word before the insertion point, and the spaces after it.
  mutating func deleteWord() {
    var kept = text.prefix(cursor)
    while kept.last == " " { kept.removeLast() }
    while let last = kept.last, last != " " { kept.removeLast() }
    text = String(kept + text.dropFirst(cursor))
    cursor = kept.count
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }

  /// Of "august 2007 by haringey", the date.
  fileprivate var beforeBy: String {
    let words = split(separator: " ", omittingEmptySubsequences: false)
    guard let by = words.lastIndex(where: { $0.lowercased() == "by" }) else { return self }
    return words[..<by].joined(separator: " ")
  }
}
