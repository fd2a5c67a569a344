internal import EDTF
internal import Timeline

extension State {
  mutating func openPrompt(_ command: CommandName) {
    origin = place
    let text =
      switch command {
      case .find: filter.text
      case .findHere: view.search?.text ?? ""
      case .note: currentNote
      default: ""
      }
    prompt = Prompt(command: command, text: text)
    prompt?.isFresh = !text.isEmpty && command != .note
    message = nil
    read()
  }

  /// Applies one editing step and reinterprets the line: a query is answered as it is typed.
  mutating func edit(_ edit: Edit) -> [Effect] {
    guard var prompt else { return [] }
    var effects: [Effect] = []
    switch edit {
    case .complete(let forward): effects = complete(&prompt, forward: forward)
    case .older where prompt.menu != nil: choose(-1, &prompt)
    case .newer where prompt.menu != nil: choose(1, &prompt)
    case .deleteBackward where prompt.text.isEmpty:
      cancelPrompt()
      return []
    default:
      prompt.menu = nil
      apply(edit, to: &prompt)
    }
    prompt.isFresh = false
    if preferences.isScreenReader {
      // Typing changes only the line, and a screen reader echoes the letter as usual; Enter says the rest.
      prompt.isWrong = false
      prompt.faultOffset = nil
    }
    let isFull = prompt.isFull
    prompt.isFull = false
    self.prompt = prompt
    if !preferences.isScreenReader { read() }
    if isFull {
      self.prompt?.reading = "A line has room for \(Speech.digits(Prompt.longest)) bytes. The rest was left out."
    }
    return effects
  }

  private func apply(_ edit: Edit, to prompt: inout Prompt) {
    switch edit {
    case .insert(let text):
      // A default text is replaced by the first letter; a space continues it instead.
      if prompt.isFresh, text.first?.isWhitespace == false { prompt.replace(with: "") }
      if !prompt.insert(text) { prompt.isFull = true }
    case .deleteBackward where prompt.isFresh: prompt.replace(with: "")
    case .deleteBackward: prompt.deleteBackward()
    case .deleteForward: prompt.deleteForward()
    case .deleteWord: prompt.deleteWord()
    case .deleteToStart: prompt.deleteToStart()
    case .left: prompt.cursor = max(0, prompt.cursor - 1)
    case .right: prompt.cursor = min(prompt.text.count, prompt.cursor + 1)
    case .start: prompt.cursor = 0
    case .end: prompt.cursor = prompt.text.count
    case .older: recall(&prompt, by: 1)
    case .newer: recall(&prompt, by: -1)
    case .complete: break
    }
  }

  private func recall(_ prompt: inout Prompt, by step: Int) {
    let lines = history[prompt.command] ?? []
    let index = (prompt.historyIndex ?? 0) + step
    guard index <= lines.count else { return }
    prompt.historyIndex = max(0, index)
    prompt.replace(with: index <= 0 ? "" : lines[lines.count - index])
  }

  // MARK: Completion

  /// Completes the last word up to the common prefix of its candidates, and offers them if there are several; if they
  /// are already shown, inserts the next one.
  private func complete(_ prompt: inout Prompt, forward: Bool) -> [Effect] {
    if prompt.menu != nil {
      choose(forward ? 1 : -1, &prompt)
      return []
    }
    guard prompt.cursor == prompt.text.count else { return [] }
    if let path = pathToComplete(prompt) { return [.files(beginning: path)] }
    let completion = Completion.of(
      prompt.text, command: prompt.command, in: self)
    offer(completion, to: &prompt)
    return []
  }

  /// The beginning of a file's path, if the line takes one.
  private func pathToComplete(_ prompt: Prompt) -> String? {
    if prompt.command == .export { return prompt.text }
    guard prompt.command == .command, (try? CommandParser.entry(beginning: prompt.text))?.name == .export else {
      return nil
    }
    return String(prompt.text.drop { $0 != " " }.dropFirst())
  }

  mutating func offer(_ names: [String]) {
    guard var prompt, let path = pathToComplete(prompt) else { return }
    offer(Completion.files(names, for: path), to: &prompt)
    self.prompt = prompt
    if !preferences.isScreenReader { read() }
  }

  private func offer(_ completion: Completion, to prompt: inout Prompt) {
    let candidates = completion.candidates
    let typed = prompt.text.suffix(completion.replacing)
    if candidates.count == 1 {
      let only = candidates[0].text
      prompt.replace(with: prompt.text.dropLast(typed.count) + only + (":/".contains(only.last ?? " ") ? "" : " "))
      return
    }
    guard let first = candidates.first else {
      if preferences.isScreenReader { prompt.reading = "No candidate." }
      return
    }
    let common = candidates.dropFirst().reduce(first.text) { $0.commonPrefix(with: $1.text) }
    if common.count > typed.count, common.lowercased().hasPrefix(typed.lowercased()) {
      prompt.replace(with: prompt.text.dropLast(typed.count) + common)
      prompt.menu = Menu(Completion(replacing: common.count, candidates: candidates), for: prompt.text)
    } else {
      prompt.menu = Menu(completion, for: prompt.text)
    }
    if preferences.isScreenReader { prompt.reading = prompt.menu?.spoken }
  }

  private func choose(_ step: Int, _ prompt: inout Prompt) {
    guard var menu = prompt.menu else { return }
    menu.choose(step)
    prompt.replace(with: menu.line)
    prompt.menu = menu
  }

  /// Interprets the line as it is: says in words what it means, or what is wrong and where. A query is run at once,
  /// except in screen-reader mode, where filters apply on Enter.
  private mutating func read() {
    guard var prompt else { return }
    prompt.reading = nil
    prompt.isWrong = false
    prompt.faultOffset = nil
    let text = prompt.text.trimmed
    defer { self.prompt = prompt }
    switch prompt.command {
    case .find:
      do {
        let query = try query(text)
        prompt.reading =
          query.isEmpty ? "Words, or agency: person: kind: date: and so on; Tab shows what there is" : query.words
        guard !preferences.isScreenReader, !preferences.isText, text != filter.text else { break }
        filter.ask(query, text: text, in: chronology)
        selection = origin?.selection
        selectForemost()
        rebuildLanes()
      } catch {
        prompt.reading = error.message
        prompt.isWrong = !error.isUnfinished
        prompt.faultOffset = error.offset
      }
    case .findHere:
      prompt.reading = "Words on this page"
      guard !preferences.isScreenReader, !preferences.isText, text != view.search?.text ?? "" else { break }
      view.cursor = origin?.views.last?.cursor ?? view.cursor
      seek(text)
    case .go, .dates, .known:
      guard !text.isEmpty else {
        prompt.reading =
          prompt.command == .known
          ? "A date, to its last day: aug 2007, before aug 2007, 12 March 2009; then by AGENCY"
          : "A date: 2007, feb 2007, 12 March 2009, 2004 to 2007"
        break
      }
      let date = prompt.command == .known ? text.beforeBy : text
      do {
        let typed = try NaturalDate(date)
        let more = prompt.command == .known && date == text ? "; by AGENCY for one alone" : ""
        prompt.reading = typed.words + (typed.note.map { " (\($0))" } ?? "") + more
      } catch {
        prompt.reading = error.sentence
        prompt.isWrong = true
        prompt.faultOffset = error.offset
      }
    case .command:
      let word = text.prefix { $0 != " " }.lowercased()
      guard let entry = try? CommandParser.entry(for: word) else { break }
      prompt.reading = "\(entry.usage): \(entry.help)"
    case .note: prompt.reading = "A line of your own on this event; an empty one removes it"
    case .narrow:
      if !preferences.isScreenReader, !preferences.isText { narrow(text) }
    default: break
    }
  }

  /// Handles Enter: does what the line says. A line that cannot be interpreted stays, with the fault in view; a query
  /// that finds nothing is replaced by the likely correction.
  mutating func submit() -> [Effect] {
    if preferences.isScreenReader { read() }
    guard let prompt else { return [] }
    let text = prompt.text.trimmed
    if text.isEmpty, !clearsWhenEmpty(prompt) {
      cancelPrompt()
      return []
    }
    if prompt.command != .command, prompt.isWrong || (prompt.reading != nil && prompt.faultOffset != nil) { return [] }
    self.prompt = nil
    defer { if self.prompt == nil { origin = nil } }
    // A note belongs to the notes alone, and is not added to the history.
    let kept = prompt.command == .note ? [] : keep(text, typedFor: prompt.command)
    let command: Command
    if prompt.command == .command {
      do { command = try CommandParser.command(from: text, in: self) } catch {
        reopen(prompt, saying: error.message)
        return kept
      }
    } else {
      let entry = Vocabulary.entry(prompt.command)
      command = isEmptyAnswer(to: prompt, text) ? .find(filter.suggestions?.first?.query ?? text) : entry.make(text)
    }
    let effects = apply(command)
    submitted = prompt
    if let message, message.isError { reopen(prompt, saying: message.text) }
    return kept + effects
  }

  /// Whether an empty line undoes what an earlier one did, instead of doing nothing.
  private func clearsWhenEmpty(_ prompt: Prompt) -> Bool {
    switch prompt.command {
    case .narrow: true
    case .find: origin?.filter.isActive == true
    case .findHere: origin?.views.last?.search != nil
    case .note: !currentNote.isEmpty
    default: false
    }
  }

  /// Whether the list shows that the line finds nothing, and what may have been meant.
  private func isEmptyAnswer(to prompt: Prompt, _ text: String) -> Bool {
    prompt.command == .find && filter.text == text && filter.suggestions?.isEmpty == false
  }

  /// Reopens the prompt with a command that failed, so that it can be corrected.
  mutating func reopen(_ old: Prompt, saying fault: String) {
    var old = old
    old.reading = fault
    old.isWrong = true
    old.isFresh = false
    old.menu = nil
    prompt = old
    submitted = nil
    if origin == nil { origin = place }
    message = nil
  }

  /// Handles Esc: closes the menu, or the prompt, and restores what was shown before it.
  mutating func cancelPrompt() {
    guard let prompt else { return }
    if let menu = prompt.menu {
      self.prompt?.replace(with: menu.typed)
      self.prompt?.menu = nil
      if !preferences.isScreenReader { read() }
      return
    }
    self.prompt = nil
    if let origin { come(back: origin) }
    origin = nil
    if prompt.command == .narrow { narrow("") }
    message = Message("Cancelled.")
  }
}

extension Prompt {
  mutating func replace(with text: some StringProtocol) {
    self.text = String(text)
    cursor = self.text.count
  }

  /// The maximum length of a line in bytes: more than anybody types, and short enough to be reinterpreted on every
  /// key.
  static let longest = CommandParser.longest

  /// Inserts as much of a text at the cursor as the line has room for.
  /// - Returns: whether all of it was inserted.
  @discardableResult
  mutating func insert(_ text: String) -> Bool {
    let room = max(0, Self.longest - self.text.utf8.count)
    var bytes = 0
    let fitting = text.unicodeScalars.prefix { scalar in
      bytes += UTF8.width(scalar)
      return bytes <= room
    }
    put(Printable.line(String(fitting)))
    return bytes <= room
  }

  private mutating func put(_ new: String) {
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

  /// Deletes the word before the insertion point, and the spaces after it.
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

  /// The date in "august 2007 by haringey".
  fileprivate var beforeBy: String {
    let words = split(separator: " ", omittingEmptySubsequences: false)
    guard let by = words.dropFirst().firstIndex(where: { $0.lowercased() == "by" }) else { return self }
    return words[..<by].joined(separator: " ")
  }
}
