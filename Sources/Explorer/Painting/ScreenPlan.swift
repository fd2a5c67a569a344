/// How the screen is divided for its size, the reader's preferences and what is open. What scrolls and wraps asks it
/// for heights and widths, so that moving agrees with painting. Any size has a plan, down to one cell.
///
/// From the top: a header; the axis; the body, which is the list and under or beside it the detail, or an open page; a
/// line for messages and prompts; a line of key hints, where a prompt's reading goes. What is not needed to read and to
/// move gives way first: the axis, then the detail, the hints and at last the header.
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
  /// Between the list and the detail: one row of a stacked screen, one column of a wide one.
  package private(set) var rule = Frame.none
  package private(set) var detail = Frame.none
  /// The page on top of the list, its title line included.
  package private(set) var page = Frame.none
  /// Where messages and prompts stand: the last row but for the hints. On a screen of one row it covers that.
  package private(set) var message: Int
  /// The last row, if it is not the message's as well.
  package private(set) var hints: Int?

  private let isScreenReader: Bool
  private let hasLanes: Bool

  package init(_ state: State) {
    self.init(
      size: state.size, isScreenReader: state.preferences.isScreenReader, hasPage: !state.isInList,
      hasLanes: state.showsLanes)
  }

  /// - Parameters:
  ///   - hasPage: whether something is open on top of the list.
  ///   - hasLanes: whether that is the lanes, which take the whole width.
  init(size: Size, isScreenReader: Bool = false, hasPage: Bool = false, hasLanes: Bool = false) {
    let size = Size(rows: max(1, size.rows), columns: max(1, size.columns))
    self.isScreenReader = isScreenReader
    self.hasLanes = hasLanes
    let isShort = size.rows < Self.leastRows
    arrangement =
      if isScreenReader || isShort || size.columns < Self.leastColumns {
        .single
      } else if size.columns < Self.wideColumns {
        .stacked
      } else {
        .beside
      }

    header = size.rows > 2 ? 0 : nil
    hints = isShort ? nil : size.rows - 1
    message = isShort ? size.rows - 1 : size.rows - 2
    var body = Frame(rows: (header == nil ? 0 : 1)..<max(1, message), columns: 0..<size.columns)

    let pageFills = hasPage && (arrangement != .beside || hasLanes)
    if pageFills {
      page = body
      return
    }
    if !isScreenReader, size.rows >= Self.axisRows {
      axis = Frame(rows: body.rows.prefix(2), columns: body.columns)
      body = body.dropping(rows: 2)
    }
    switch arrangement {
    case .single: list = body
    case .stacked: stack(body)
    case .beside: putBeside(body, hasPage: hasPage)
    }
  }

  private mutating func stack(_ body: Frame) {
    let height = min(max(4, body.height * 11 / 20), 24, body.height / 2 + 1)
    let middle = body.rows.upperBound - height - 1
    list = Frame(rows: body.rows.lowerBound..<middle, columns: body.columns)
    rule = Frame(rows: middle..<(middle + 1), columns: body.columns)
    detail = Frame(rows: (middle + 1)..<body.rows.upperBound, columns: body.columns)
  }

  private mutating func putBeside(_ body: Frame, hasPage: Bool) {
    let width = min(body.width / 2, 100)
    list = Frame(rows: body.rows, columns: 0..<width)
    rule = Frame(rows: body.rows, columns: (width + 1)..<(width + 2))
    let right = Frame(rows: body.rows, columns: (width + 3)..<min(body.width, width + 3 + Self.widestPage))
    if hasPage { page = right } else { detail = right }
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

  /// Where room is scarce, or one line must say where one is, the page's title takes the place of the chronology's.
  var isTitleInHeader: Bool { !page.isEmpty && header != nil && (isScreenReader || hints == nil) }

  // MARK: The lanes

  /// The labels of time stand above the lanes, where there is room.
  var hasLaneScale: Bool { page.height > 1 }
  /// The event under the cursor is told below them.
  var hasLaneEvent: Bool { page.height > 2 }
  /// One row a lane.
  var laneRows: Range<Int> {
    let first = page.rows.lowerBound + (hasLaneScale ? 1 : 0)
    return first..<max(first, page.rows.upperBound - (hasLaneEvent ? 1 : 0))
  }

  /// Columns for the names of the agencies in the lanes, and the space after them.
  package var laneNameWidth: Int { page.width < 30 ? max(0, page.width / 3) : min(26, page.width / 3) }

  /// Columns for time in the lanes.
  package var laneColumns: Int { max(1, page.width - laneNameWidth) }

  private static let leastRows = 12
  private static let axisRows = 16
  private static let leastColumns = 60
  private static let wideColumns = 132
  /// Longer lines are hard to read.
  private static let widestPage = 100
}

extension State {
  /// Whether the view on top is painted as lanes; a screen reader gets them as sentences.
  package var showsLanes: Bool { view.lanes != nil && !preferences.isScreenReader }
}
