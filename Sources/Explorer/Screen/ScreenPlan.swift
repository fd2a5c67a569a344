internal import Timeline

/// How the screen is divided, given its size, the reader's preferences and what is open. Scrolling and wrapping take
/// heights and widths from it, so that moving agrees with painting. Any size has a plan, down to one cell.
///
/// From the top: a header; the axis; the body, which is the list with the detail below or beside it, or an open page;
/// the foot, one row for key hints or a message, two while a prompt is open or a message is long. What is not needed
/// to read and to move is dropped first: the axis, then the detail and finally the header. Widths follow what the
/// chronology has to show: what is beside the list gets the space left when its titles are whole.
///
/// In screen-reader mode what is said comes before what it is about: a header, two lines for messages and prompts, and
/// then a single pane over the full width.
package struct ScreenPlan: Equatable, Sendable {
  package enum Arrangement: Equatable, Sendable {
    /// One thing at a time over the full width.
    case single
    /// The list, with the detail of its event below.
    case stacked
    /// The list, with the detail or the open page to its right.
    case beside
  }

  package private(set) var arrangement: Arrangement
  /// Nil on a screen of one or two rows.
  package private(set) var header: Int?
  /// Two rows: density and scale.
  package private(set) var axis = Frame.none
  package private(set) var list = Frame.none
  /// Between the list and the detail: one row of a stacked screen, which names the event; one column of a wide one.
  package private(set) var rule = Frame.none
  package private(set) var detail = Frame.none
  /// Between the detail and the passages.
  package private(set) var secondRule = Frame.none
  /// What the sources of the event say; only on the widest screens, if texts are available.
  package private(set) var passage = Frame.none
  /// The topmost page over the list, including its title line.
  package private(set) var page = Frame.none
  /// The row for messages, prompts and hints: the last, or the last but one if the foot has two.
  package private(set) var message: Int
  /// The last row if it is not the message's; in screen-reader mode the row below the message's.
  package private(set) var hints: Int?

  private let isScreenReader: Bool
  /// The number of lanes; nil if the lanes are not open.
  private let laneCount: Int?
  private var hasLanes: Bool { laneCount != nil }

  /// - Parameters:
  ///   - hasPage: whether something is open on top of the list.
  ///   - isTable: whether that needs room for columns.
  ///   - laneCount: the number of lanes, if the lanes are open, which take the whole width.
  ///   - hasTexts: whether the posts' texts are available.
  ///   - hasLongFoot: whether a prompt is open or a message continues in a second row.
  ///   - rows: the maximum number of rows of it in screen-reader mode; nil for as many as fit.
  package init(
    size: Size, isScreenReader: Bool = false, hasPage: Bool = false, isTable: Bool = false,
    laneCount: Int? = nil, hasTexts: Bool = false,
    hasLongFoot: Bool = false, rows: Int? = nil, measure: ListMeasure
  ) {
    let size = Size(rows: max(1, size.rows), columns: max(1, size.columns))
    self.isScreenReader = isScreenReader
    self.laneCount = laneCount
    let isShort = size.rows < Self.leastRows
    if isScreenReader {
      arrangement = .single
      header = size.rows > 2 ? 0 : nil
      message = size.rows > 2 ? 1 : size.rows - 1
      hints = isShort ? nil : 2
      let first = header == nil ? 0 : (hints ?? message) + 1
      let end = header == nil ? max(1, message) : size.rows
      let body = Frame(rows: first..<min(end, first + max(1, rows ?? end)), columns: 0..<size.columns)
      if hasPage { page = body } else { list = body }
      return
    }
    let besides = size.columns - ListColumns.needed(measure) - Self.spacing
    arrangement =
      if isShort || size.columns < Self.leastColumns {
        .single
      } else if besides < Self.leastDetail || size.columns < Self.wideColumns {
        .stacked
      } else {
        .beside
      }

    header = size.rows > 2 ? 0 : nil
    hints = isShort || !hasLongFoot ? nil : size.rows - 1
    message = hints == nil ? size.rows - 1 : size.rows - 2
    var body = Frame(rows: (header == nil ? 0 : 1)..<max(1, message), columns: 0..<size.columns)

    let pageFills =
      hasPage && (arrangement != .beside || laneCount != nil || isTable && besides < Self.tableColumns)
    if pageFills {
      page = body
      return
    }
    if size.rows >= Self.axisRows {
      axis = Frame(rows: body.rows.prefix(2), columns: body.columns)
      body = body.dropping(rows: 2)
    }
    switch arrangement {
    case .single: list = body
    case .stacked: stack(body, of: size.rows - (header == nil ? 1 : 2) - axis.height)
    case .beside: putBeside(body, hasPage: hasPage, hasTexts: hasTexts, measure)
    }
  }

  /// - Parameter height: the height of the body when the foot has one row: the list is just as high when it has two.
  private mutating func stack(_ body: Frame, of height: Int) {
    let middle = body.rows.lowerBound + max(height * 11 / 20, height - Self.highestDetail)
    list = Frame(rows: body.rows.lowerBound..<middle, columns: body.columns)
    rule = Frame(rows: middle..<(middle + 1), columns: body.columns)
    detail = Frame(rows: (middle + 1)..<body.rows.upperBound, columns: body.columns)
  }

  /// The list gets what its titles need, and a share of the rest for its agencies.
  private mutating func putBeside(_ body: Frame, hasPage: Bool, hasTexts: Bool, _ measure: ListMeasure) {
    let needed = ListColumns.needed(measure)
    let spare = body.width - needed - Self.spacing - Self.leastDetail
    let isThreefold = hasTexts && !hasPage && spare >= Self.spacing + Self.leastPassage
    let extra = isThreefold ? 0 : spare / 2
    let width = min(needed + extra, ListColumns.ideal(measure))
    list = Frame(rows: body.rows, columns: 0..<width)
    rule = Frame(rows: body.rows, columns: (width + 1)..<(width + 2))
    var right = (width + Self.spacing)..<min(body.width, width + Self.spacing + Self.widestPage)
    guard isThreefold else {
      let frame = Frame(rows: body.rows, columns: right)
      if hasPage { page = frame } else { detail = frame }
      return
    }
    right = (width + Self.spacing)..<body.width
    let middle = right.lowerBound + min(Self.widestPage, max(Self.leastDetail, (right.count - Self.spacing) / 2))
    detail = Frame(rows: body.rows, columns: right.lowerBound..<middle)
    secondRule = Frame(rows: body.rows, columns: (middle + 1)..<(middle + 2))
    passage = Frame(
      rows: body.rows, columns: (middle + Self.spacing)..<min(body.width, middle + Self.spacing + Self.widestPage))
  }

  // MARK: What scrolls and wraps

  /// The number of list rows in view.
  package var listHeight: Int { list.height }

  /// The number of page lines in view, below its title; for the lanes, the number of lanes.
  package var pageHeight: Int { hasLanes ? laneRows.count : page.height - titleRows }

  /// Columns for a page's labels and text, not counting the numbers of its links to the left.
  package var pageWidth: Int {
    let columns = min(page.isEmpty ? list.width : page.width, Self.widestPage)
    return max(1, columns - numberWidth)
  }

  /// Columns for the labels and text of the detail, which has its numbers within the text.
  var detailWidth: Int { max(1, min(detail.width, Self.widestPage)) }

  /// Columns for the number of a link and the space after it; none if numbers are not shown.
  var numberWidth: Int { isScreenReader || page.width < 30 ? 0 : 2 }

  /// A page's title has a row of its own unless the header shows it.
  var titleRows: Int { isTitleInHeader || page.height < 2 ? 0 : 1 }

  /// If the page fills the screen, its title replaces the chronology's.
  var isTitleInHeader: Bool { !page.isEmpty && header != nil && list.isEmpty && !hasLanes }

  // MARK: The lanes

  /// The time labels are above the lanes, if there is room.
  var hasLaneScale: Bool { page.height > 1 }
  /// The event under the cursor is described below them: its date and title in one line.
  var hasLaneEvent: Bool { page.height > 2 }
  /// One row per lane.
  var laneRows: Range<Int> {
    let first = page.rows.lowerBound + (hasLaneScale ? 1 : 0)
    let rest = page.rows.upperBound - (hasLaneEvent ? 1 : 0)
    guard let laneCount, page.height >= Self.previewedRows else { return first..<max(first, rest) }
    return first..<min(rest - Self.leastPreview, first + max(1, laneCount))
  }
  /// Below that line, if there is room: more of the event, and in the last row what the signs mean.
  var lanePreview: Frame {
    guard page.height >= Self.previewedRows else { return .none }
    return Frame(rows: (laneRows.upperBound + 1)..<page.rows.upperBound, columns: page.columns)
  }

  /// Columns for the names of the agencies in the lanes, and the space after them.
  package var laneNameWidth: Int { page.width < 30 ? max(0, page.width / 3) : min(26, page.width / 3) }

  /// Columns for time in the lanes.
  package var laneColumns: Int { max(1, page.width - laneNameWidth) }

  private static let leastRows = 12
  private static let axisRows = 16
  private static let leastColumns = 60
  /// On narrower screens, two panes side by side would both be too narrow.
  private static let wideColumns = 110
  private static let leastDetail = 40
  private static let leastPassage = 36
  /// What tables and competing dates side by side need; if there is less room beside the list, they replace it.
  private static let tableColumns = 76
  /// A blank, the rule, a blank.
  private static let spacing = 3
  private static let highestDetail = 25
  /// The number of rows from which the lanes have a preview, and the minimum number of rows it has.
  private static let previewedRows = 18
  private static let leastPreview = 5
  /// Longer lines are hard to read.
  private static let widestPage = 100
}

extension State {
  /// Whether the topmost view is painted as lanes; a screen reader gets them as sentences.
  package var showsLanes: Bool { view.lanes != nil && !preferences.isScreenReader }
}
