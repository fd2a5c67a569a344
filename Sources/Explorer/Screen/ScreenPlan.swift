internal import Timeline

/// How the screen is divided for its size, the reader's preferences and what is open. What scrolls and wraps asks it
/// for heights and widths, so that moving agrees with painting. Any size has a plan, down to one cell.
///
/// From the top: a header; the axis; the body, which is the list and under or beside it the detail, or an open page; the
/// foot, one row for key hints or a message, two while a prompt is open or a message is long. What is not needed to read
/// and to move gives way first: the axis, then the detail and at last the header. Widths follow what the chronology has
/// to show: beside the list is what is left when its titles are whole.
///
/// In screen-reader mode what is said stands before what it is about: a header, two lines for messages and prompts, and
/// then one thing over the full width.
package struct ScreenPlan: Equatable, Sendable {
  package enum Arrangement: Equatable, Sendable {
    /// One thing at a time over the full width.
    case single
    /// The list, and under it the detail of its event.
    case stacked
    /// The list, and at its right the detail or the page that is open.
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
  /// On the widest screens, where texts are at hand: what the sources of the event say.
  package private(set) var passage = Frame.none
  /// The page on top of the list, its title line included.
  package private(set) var page = Frame.none
  /// Where messages, prompts and hints stand: the last row, or the one before where the foot has two.
  package private(set) var message: Int
  /// The last row, where it is not the message's; in screen-reader mode the row below the message's.
  package private(set) var hints: Int?

  private let isScreenReader: Bool
  /// How many lanes there are; nil where they are not what is open.
  private let laneCount: Int?
  private var hasLanes: Bool { laneCount != nil }

  /// - Parameters:
  ///   - hasPage: whether something is open on top of the list.
  ///   - laneCount: how many lanes there are, if that is the lanes, which take the whole width.
  ///   - hasTexts: whether posts are at hand.
  ///   - hasLongFoot: whether a prompt is open or a message goes on in a second row.
  ///   - rows: how many rows of it there are at most in screen-reader mode; nil for as many as fit.
  package init(
    size: Size, isScreenReader: Bool = false, hasPage: Bool = false, laneCount: Int? = nil, hasTexts: Bool = false,
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
    let besides = size.columns - ListColumns.needed(measure) - Self.gap
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

    let pageFills = hasPage && (arrangement != .beside || laneCount != nil)
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

  /// - Parameter height: of the body when the foot has one row: the list is as high when it has two.
  private mutating func stack(_ body: Frame, of height: Int) {
    let middle = body.rows.lowerBound + max(height * 11 / 20, height - Self.highestDetail)
    list = Frame(rows: body.rows.lowerBound..<middle, columns: body.columns)
    rule = Frame(rows: middle..<(middle + 1), columns: body.columns)
    detail = Frame(rows: (middle + 1)..<body.rows.upperBound, columns: body.columns)
  }

  /// The list has what its titles need, and of what is left a part for its agencies.
  private mutating func putBeside(_ body: Frame, hasPage: Bool, hasTexts: Bool, _ measure: ListMeasure) {
    let needed = ListColumns.needed(measure)
    let spare = body.width - needed - Self.gap - Self.leastDetail
    let isThreefold = hasTexts && !hasPage && spare >= Self.gap + Self.leastPassage
    let extra = isThreefold ? 0 : spare / 2
    let width = min(needed + extra, ListColumns.ideal(measure))
    list = Frame(rows: body.rows, columns: 0..<width)
    rule = Frame(rows: body.rows, columns: (width + 1)..<(width + 2))
    var right = (width + Self.gap)..<min(body.width, width + Self.gap + Self.widestPage)
    guard isThreefold else {
      let frame = Frame(rows: body.rows, columns: right)
      if hasPage { page = frame } else { detail = frame }
      return
    }
    right = (width + Self.gap)..<body.width
    let middle = right.lowerBound + min(Self.widestPage, max(Self.leastDetail, (right.count - Self.gap) / 2))
    detail = Frame(rows: body.rows, columns: right.lowerBound..<middle)
    secondRule = Frame(rows: body.rows, columns: (middle + 1)..<(middle + 2))
    passage = Frame(
      rows: body.rows, columns: (middle + Self.gap)..<min(body.width, middle + Self.gap + Self.widestPage))
  }

  // MARK: What scrolls and wraps

  /// Rows of the list in view.
  package var listHeight: Int { list.height }

  /// Lines of a page in view, below its title; of the lanes, how many lanes.
  package var pageHeight: Int { hasLanes ? laneRows.count : page.height - titleRows }

  /// Columns for a page's labels and text. The numbers of its links stand left of the text and are not counted.
  package var pageWidth: Int {
    let columns = min(page.isEmpty ? list.width : page.width, Self.widestPage)
    return max(1, columns - numberWidth)
  }

  /// Columns for labels and text of the detail, which has its numbers in the text.
  var detailWidth: Int { max(1, min(detail.width, Self.widestPage)) }

  /// Columns for the number of a link and the space after it; none where numbers are not shown.
  var numberWidth: Int { isScreenReader || page.width < 30 ? 0 : 2 }

  /// A page's title stands in a row of its own unless the header shows it.
  var titleRows: Int { isTitleInHeader || page.height < 2 ? 0 : 1 }

  /// Where the page fills the screen, its title takes the place of the chronology's.
  var isTitleInHeader: Bool { !page.isEmpty && header != nil && list.isEmpty && !hasLanes }

  // MARK: The lanes

  /// The labels of time stand above the lanes, where there is room.
  var hasLaneScale: Bool { page.height > 1 }
  /// The event under the cursor is told below them: its date and title in one line.
  var hasLaneEvent: Bool { page.height > 2 }
  /// One row a lane.
  var laneRows: Range<Int> {
    let first = page.rows.lowerBound + (hasLaneScale ? 1 : 0)
    let rest = page.rows.upperBound - (hasLaneEvent ? 1 : 0)
    guard let laneCount, page.height >= Self.previewedRows else { return first..<max(first, rest) }
    return first..<min(rest - Self.leastPreview, first + max(1, laneCount))
  }
  /// Under that line, where there is room: more of the event, and in the last row what the signs mean.
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
  /// Where lines are shorter than that, two panes side by side leave too little to either.
  private static let wideColumns = 110
  private static let leastDetail = 40
  private static let leastPassage = 36
  /// A blank, the rule, a blank.
  private static let gap = 3
  private static let highestDetail = 25
  /// From so many rows on the lanes have a preview, and so many rows it has at least.
  private static let previewedRows = 18
  private static let leastPreview = 5
  /// Longer lines are hard to read.
  private static let widestPage = 100
}

extension State {
  /// Whether the view on top is painted as lanes; a screen reader gets them as sentences.
  package var showsLanes: Bool { view.lanes != nil && !preferences.isScreenReader }
}
