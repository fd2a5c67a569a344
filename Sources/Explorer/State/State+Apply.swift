internal import EDTF
internal import Timeline

extension State {
  /// The only place that changes the state. Does no input or output and never fails: problems become messages.
  /// - Returns: what the front end has to do.
  package mutating func apply(_ command: Command) -> [Effect] {
    let before = (depth: views.count, subject: view.subject)
    let told = message
    let shown = (prompt: prompt, filter: filter.text)
    isWithheld = false
    let start = command.canBeUndone ? origin ?? place : nil
    if command.canBeUndone { submitted = nil }
    switch command {
    case .settle, .work, .told, .noted, .loaded, .reloaded, .unreadable, .edit, .prompt, .offer: break
    case .move where !preferences.isText, .match where !preferences.isText, .mouse: message?.isStale = true
    default: message = nil
    }
    switch command {
    case .move(let motion): move(motion)
    case .match(let forward): moveToMatch(forward: forward)
    case .item(let number): openItem(number)
    case .go(let text): go(to: text)
    case .open: open()
    case .openEvent(let id): openEvent(id)
    case .choose(let number): choose(number)
    case .neighbour(let forward): openNeighbour(forward: forward)
    case .about: openAbout()
    case .back: back()
    case .quit:
      guard isInList else {
        back()
        break
      }
      guard filter.isActive else { return [.quit(status: 0)] }
      clearFilter()
      message = Message("The filter is cleared: \(allEvents.uncapitalised) \(way(to: .quit)) again to leave.")
    case .undo: undo()
    case .quitAll: return [.quit(status: 0)]

    case .find(let text): find(text)
    case .findOnPage(let text): findOnPage(text)
    case .dates(let text): filterDates(text)
    case .clear: clearFilter()
    case .mark: mark()
    case .narrow(let letters): narrow(letters)

    case .view(.list): closeAllViews()
    case .view(.lanes): openLanes()
    case .view(let subject): show(subject)
    case .source(let name): showSource(named: name)
    case .agency(let name): showAgency(named: name)
    case .person(let name): showPerson(named: name)
    case .known(let text, let agency): showKnown(text, by: agency)
    case .gaps(let name): showGaps(name)
    case .lanes(let motion): moveInLane(motion)
    case .zoom(let closer): zoom(closer: closer)

    case .whereAmI: message = Message(positionSentence)
    case .again:
      if preferences.isText { return [] }
      sayAgain(told)
      return [.redraw]
    case .spell(let word): spell(word)
    case .lines(let count): setLines(count)
    case .brief(let on): setBrief(on)
    case .help(let topic): showHelp(topic)
    case .export(let text): return export(text)
    case .copy(let number): return copy(citation: number)
    case .copyEvent: return copyEvent()
    case .visit: return visit()
    case .bookmark: return toggleBookmark()
    case .note(let text): return note(text)
    case .openEditor: return openEditor()
    case .screenReader(let on): setScreenReader(on)
    case .theme(let name):
      guard let theme = ThemeName(rawValue: name.lowercased()) else {
        let names = Wording.list(ThemeName.allCases.map(\.rawValue))
        message = Message("There is no theme \(name.shortened). The themes are \(names).", isError: true)
        break
      }
      guard !preferences.isText else {
        message = Message("Themes are for the browser. Text mode has no colours.")
        break
      }
      message = Message("Theme \(theme.rawValue).")
      return [.theme(theme)]

    case .prompt where preferences.isText: message = Message("Type the command. Type help for the words.")
    case .prompt(let name): openPrompt(name)
    case .edit(let edit): return self.edit(edit)
    case .offer(let names): offer(names)
    case .submit:
      let effects = submit()
      withhold(command, after: told, shown.prompt)
      return effects
    case .cancel: cancelPrompt()

    case .mouse(let mouse): return take(mouse)
    case .resize(let size): resize(to: size)
    case .settle:
      settle()
      if message?.isStale == true { message = nil }
    case .work: work()
    case .loaded(let chronology, let progress): take(chronology, progress: progress)
    case .reloaded(let chronology): reload(chronology)
    case .unreadable(let reason): miss(reason)
    case .resume(let place): resume(place)
    case .noted(let stored): take(stored)
    case .told(let text, let isError):
      message = Message(text, isError: isError)
      if isError, let submitted { reopen(submitted, saying: text) }
    }
    if let start { remember(start, after: command) }
    if !followsLater(command) { settle() }
    if preferences.isText, command != .work {
      toldRows = tellsRows(command, since: before) ? AnswerLength.rows(of: self) : 1
    }
    tellRow(command, after: told)
    withhold(command, after: told, shown.prompt)
    if preferences.isScreenReader, shown.filter != filter.text, isInList { view.top = view.cursor }
    return []
  }

  /// If the step has moved to another row, the cursor cannot be both on it and on the message. In screen-reader mode
  /// it goes to the message, which describes the row as well; otherwise it stays on the row.
  private mutating func tellRow(_ command: Command, after told: Message?) {
    guard let message, !message.isError else { return }
    switch command {
    case .go, .find, .dates, .clear, .undo, .quit, .work:
      guard isInList, selection != nil, message.text != told?.text else { return }
    case .narrow: break
    default: return
    }
    if preferences.isScreenReader {
      self.message = Message(message.text + " " + rowSentence)
    } else {
      self.message?.isAside = true
    }
  }

  /// A message identical to the one already shown is removed and comes back when the keys rest, so that it is
  /// announced again.
  private mutating func withhold(_ command: Command, after told: Message?, _ shown: Prompt?) {
    switch command {
    case .settle, .work, .loaded, .edit, .resize: return
    default: break
    }
    if let prompt {
      isWithheld = prompt.reading != nil && prompt.reading == shown?.reading && prompt.command == shown?.command
    } else if let message, !message.isStale {
      isWithheld = message.text == told?.text
    }
  }

  /// Repeats the last message, or else describes what the cursor is on.
  private mutating func sayAgain(_ told: Message?) {
    guard preferences.isScreenReader else { return }
    message = told.map { Message($0.text, isError: $0.isError) } ?? Message(rowSentence)
    isWithheld = told != nil
  }

  private mutating func settle() {
    settled = selection
    view.settledTop = view.top
    let event = view.lanes?.event
    view.lanes?.settled = event
  }

  /// Whether the detail pane stays as it is until the keys rest, as it does after moves, so that a screen reader reads
  /// only the row.
  private func followsLater(_ command: Command) -> Bool {
    switch command {
    case .move, .match, .mouse, .lanes, .resize, .work: true
    default: false
    }
  }

  /// Whether text mode reads several rows after a command rather than a single one.
  private func tellsRows(_ command: Command, since before: (depth: Int, subject: Subject)) -> Bool {
    switch command {
    case .move(.pageDown), .move(.pageUp), .move(.halfDown), .move(.halfUp): true
    case .view, .narrow, .source, .agency, .person, .known, .gaps: message?.isError != true
    default: !isInList && (views.count > before.depth || views.count == before.depth && view.subject != before.subject)
    }
  }

  private mutating func setScreenReader(_ on: Bool?) {
    if preferences.isText {
      message = Message("Text mode speaks as it is; screen-reader mode is for the browser.")
      return
    }
    preferences.isScreenReader = on ?? !preferences.isScreenReader
    rebuildPages()
    beginWindow()
    message = Message(preferences.isScreenReader ? "Screen-reader mode is on." : "Screen-reader mode is off.")
  }

  private mutating func resize(to size: Size) {
    guard size != self.size else { return }
    self.size = size
    rebuildPages()
    beginWindow()
    if preferences.isScreenReader, prompt == nil { message = Message(rowSentence) }
  }

  private mutating func work() {
    guard !filter.search.isFinished else {
      if filter.suggestions == nil {
        suggest()
      } else if view.others?.isFinished == false {
        countOthers()
      } else if proofBuilder != nil {
        prove()
      }
      return
    }
    filter.search.advance(budget: Filter.firstSlice)
    if filter.isActive { filter.last = filter.search }
    keepSelection()
    guard filter.search.isFinished else { return }
    filter.noteEmptiness()
    rebuildLanes()
    if prompt == nil {
      if isInList { beginWindow() }
      reportMatches()
    }
  }
}
