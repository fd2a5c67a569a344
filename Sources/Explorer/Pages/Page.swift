internal import Timeline

/// What a view shows, as values: every view except the list of events is a page, so that one painter paints them all
/// and one narrator speaks them. Built when a view is opened, in O(rows).
package struct Page: Equatable, Sendable {
  package var title: String
  /// To the right of the title: a count, a position.
  package var status: String
  package var rows: [Row]
  /// Columns reserved for `Row.label`, 0 for none.
  package var labelWidth: Int
  /// The row that the cursor is on when the page opens.
  package var start: Int
  /// Whether that row is then the first on the screen.
  package var startsOnTop = false

  package init(title: String, status: String = "", rows: [Row] = [], labelWidth: Int = 0, start: Int = 0) {
    self.title = title
    self.status = status
    self.rows = rows
    self.labelWidth = labelWidth
    self.start = start
  }

  /// Indices of the rows with a link, in reading order: the numbers 1, 2, 3 … of the front ends.
  package var choices: [Int] { rows.indices.filter { rows[$0].target != nil } }

  /// The target of the link with a number, counted from 1.
  package func choice(_ number: Int) -> Target? {
    let all = choices
    return all.indices.contains(number - 1) ? rows[all[number - 1]].target : nil
  }
}

/// A unit of a page: on the screen a label and wrapped text, in speech one line.
package struct Row: Equatable, Sendable {
  package enum Role: Equatable, Sendable { case heading, text, entry, blank }

  /// A column of the row.
  package struct Cell: Equatable, Sendable {
    /// The number of the row's spans in it.
    package var count: Int
    /// In screen columns; nil for whatever the others leave.
    package var width: Int?
  }

  package var role: Role
  /// In a column of its own on the left: "Sources", "
  /// 28".
  package var label: String
  package var spans: [Span]
  /// How the spans are arranged in columns, each wrapped within its own; empty for running text.
  package var cells: [Cell] = []
  /// The indentation of continuation lines, to align with the text that they continue.
  package var hang = 0
  /// Further text below, each item on a line of its own, with the same indentation.
  package var below: [[Span]] = []
  package var target: Target?
  /// In whole sentences; nil if the text itself will do.
  package var spoken: String?
  /// Identifies the row within its page, so that a rebuilt page finds the cursor again.
  package var key: String?

  package init(
    _ role: Role = .text, label: String = "", _ spans: [Span], target: Target? = nil, spoken: String? = nil,
    key: String? = nil
  ) {
    self.role = role
    self.label = label
    self.spans = spans
    self.target = target
    self.spoken = spoken
    self.key = key
  }

  package init(
    _ role: Role = .text, label: String = "", _ text: String, target: Target? = nil, spoken: String? = nil,
    key: String? = nil
  ) {
    self.init(role, label: label, [Span(text)], target: target, spoken: spoken, key: key)
  }

  package init(_ text: String, spoken: String? = nil) { self.init(.text, text, spoken: spoken) }

  package static let blank = Row(.blank, [])
  package static func heading(_ text: String, spoken: String? = nil) -> Row {
    Row(.heading, [Span(text, Style(weight: .bold))], spoken: spoken)
  }

  /// A row in columns.
  package init(cells: [(spans: [Span], width: Int?)], target: Target? = nil, spoken: String, key: String? = nil) {
    self.init(.entry, cells.flatMap(\.spans), target: target, spoken: spoken, key: key)
    self.cells = cells.map { Cell(count: $0.spans.count, width: $0.width) }
  }

  /// The headings of the columns below; not spoken, since each row says them.
  static func columnNames(_ names: [(name: String, width: Int?)]) -> Row {
    var row = Row(cells: names.map { name, width in ([Span(name, .dim)], width) }, spoken: "")
    row.role = .blank
    return row
  }

  /// Appends to the text; in a row with columns, to the one without a fixed width.
  package mutating func append(_ span: Span) {
    guard let elastic = cells.firstIndex(where: { $0.width == nil }) else { return spans.append(span) }
    spans.insert(span, at: cells[...elastic].reduce(0) { $0 + $1.count })
    cells[elastic].count += 1
  }

  package var text: String { (spans + below.joined()).map(\.text).joined() }
  /// What text mode prints and a screen reader should hear; empty for a blank row.
  package var speech: String {
    if let spoken { return spoken }
    let said = label.isEmpty ? text : "\(label). \(text)"
    return said.isEmpty ? "" : said.sentence
  }
}

/// A run of text in one style.
package struct Span: Equatable, Sendable {
  package var text: String
  package var style: Style

  package init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

/// Where a link leads.
package enum Target: Hashable, Sendable {
  /// A view of something.
  case view(Subject)
  /// The list, filtered by a query.
  case query(String)

  package static func event(_ id: String) -> Target { .view(.event(id)) }
  package static func agency(_ id: String) -> Target { .view(.agency(id)) }
  package static func person(_ id: String) -> Target { .view(.person(id)) }
  /// A source, at a paragraph if one is cited, and the cited range in it.
  package static func source(_ id: String, paragraph: Int?, passage: Range<Int>? = nil) -> Target {
    .view(.source(id, paragraph: paragraph, passage: passage))
  }

  /// Nil for the list.
  package var subject: Subject? { if case .view(let subject) = self { subject } else { nil } }
}
