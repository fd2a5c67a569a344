/// Input from a person at the terminal, one key press at a time.
package enum Key: Hashable, Sendable {
  /// A typed character. One key press may produce several, such as a letter and its combining mark.
  case character(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, pageUp, pageDown, home, end
  /// Ctrl with a lower-case letter, a space or one of `\ ] ^ _`.
  case control(Character)
  /// Alt (or Esc, quickly) with a character.
  case alt(Character)
  /// F1, F2 …
  case function(Int)
  /// Pasted text, including controls: to be treated as typed text, never as keys.
  case paste(String)
  /// The mouse, if the reader has enabled it.
  case mouse(Mouse)
  /// The terminal has changed size.
  case resize(Size)
  /// The terminal has gone, or its input has ended.
  case hangUp
  /// A key unknown to the program.
  case unknown

  /// Parses a name as written in the key table: `q`, `Ctrl-L`, `Alt-x`, `PgDn`, `F5`, `Space`. Ignores the case of
  /// names, but not of single characters.
  package init?(name: String) {
    if name.count == 1, let character = name.first, Printable.line(name) == name, character != "\u{FFFD}" {
      self = .character(character)
      return
    }
    let lower = name.lowercased()
    if let key = Self.names.first(where: { $0.name.lowercased() == lower })?.key {
      self = key
    } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...24).contains(number) {
      self = .function(number)
    } else if lower == "ctrl-space" {
      self = .control(" ")
    } else if lower.hasPrefix("ctrl-"), lower.count == 6, let last = lower.last, Self.controls.contains(last) {
      self = .control(last)
    } else if lower == "alt-space" {
      self = .alt(" ")
    } else if lower.hasPrefix("alt-"), name.count == 5, let last = name.last {
      self = .alt(last)
    } else {
      return nil
    }
  }

  /// The name in the key table and in help; nil for anything that is not a key, such as a paste.
  package var name: String? {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(" "): "Ctrl-Space"
    case .control(let character): "Ctrl-" + character.uppercased()
    case .alt(" "): "Alt-Space"
    case .alt(let character): "Alt-" + String(character)
    case .function(let number): "F\(number)"
    default: Self.names.first { $0.key == self }?.name
    }
  }

  private static let controls = "abcdefghijklmnopqrstuvwxyz\\]^_"

  private static let names: [(key: Key, name: String)] = [
    (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.backTab, "Shift-Tab"), (.backspace, "Backspace"),
    (.delete, "Del"), (.insert, "Ins"), (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"),
    (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.home, "Home"), (.end, "End"), (.character(" "), "Space"),
  ]
}

/// A mouse action, and the cell in which it took place.
package struct Mouse: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    case press, release, wheelUp, wheelDown
  }

  package enum Button: Hashable, Sendable {
    case left, middle, right
  }

  package var action: Action
  /// `left` for the wheel.
  package var button: Button
  package var place: Point

  package init(_ action: Action, _ button: Button = .left, at place: Point) {
    self.action = action
    self.button = button
    self.place = place
  }
}
