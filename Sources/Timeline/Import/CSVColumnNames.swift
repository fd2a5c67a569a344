internal import EDTF

/// Headings of a file that mean nothing to the importer, each with a known heading that it stands for.
package struct CSVColumnNames: Sendable {
  /// Why a pair cannot be taken: a sentence or two.
  package struct Fault: Error, Equatable {
    package let message: String
  }

  private var columns: [String: CSVColumn] = [:]
  /// The file's own headings, as given.
  private(set) var headings: [String] = []

  package init() {}

  package var isEmpty: Bool { columns.isEmpty }

  /// - Parameter pair: a known heading and the file's own, `Start Date=When it was`.
  package mutating func add(_ pair: String) throws(Fault) {
    guard let equals = pair.firstIndex(of: "="), equals > pair.startIndex, pair.index(after: equals) < pair.endIndex
    else {
      throw Fault(
        message: "\(quoted(pair)) names no column: write a known heading and the file's own, Date=\"When it was\".")
    }
    let known = String(pair[..<equals])
    let own = String(pair[pair.index(after: equals)...])
    guard let column = CSVColumn(heading: known) else {
      let nearest = CSVColumn.nearest(to: known).map { Wording.didYouMean($0) + " " } ?? ""
      throw Fault(
        message: "There is no column \(quoted(known)). \(nearest)"
          + "Among those known are Date, End Date, Time, Title, Significant Event, Agency, Person, Source of Information."
      )
    }
    columns[CSVColumn.plain(own)] = column
    headings.append(own)
  }

  /// The column that a plain heading of the file stands for.
  func column(of plain: String) -> CSVColumn? { columns[plain] }

  /// The headings that do not occur in a file.
  func missing(from headings: [String]) -> [String] {
    let present = Set(headings.map(CSVColumn.plain))
    return self.headings.filter { !present.contains(CSVColumn.plain($0)) }
  }
}
