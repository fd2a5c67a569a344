/// The vocabulary for wording dates, in British English.
package enum Wording {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  package static let shortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  static let seasons = ["spring", "summer", "autumn", "winter"]

  /// "2007", "AD 43", "44 BC" (the year -43), "170,000,002".
  package static func year(_ year: Int) -> String {
    switch year {
    case 1000...9999: "\(year)"
    case 1...999: "AD \(year)"
    case ...0: grouped(1 - year) + " BC"
    default: grouped(year)
    }
  }

  /// "2007 to 2009", or a single year; nil unless both are known.
  static func years(_ first: Int?, _ last: Int?) -> String? {
    guard let first, let last else { return nil }
    return first == last ? year(first) : year(first) + " to " + year(last)
  }

  /// The question after anything that was misspelt: "Did you mean February 2007?"
  package static func didYouMean(_ meant: String) -> String {
    meant.hasSuffix("?") ? "Did you mean “\(meant)”?" : "Did you mean \(meant)?"
  }

  /// Numbers of five or more digits in groups of three: "10,000", "-10,000".
  package static func grouped(_ number: Int) -> String {
    if number < 0 { return "-" + grouped(-number) }
    guard number > 9999 else { return "\(number)" }
    var groups: [String] = []
    var rest = number
    while rest > 999 {
      let group = "\(rest % 1000)"
      groups.append(String(repeating: "0", count: 3 - group.utf8.count) + group)
      rest /= 1000
    }
    return "\(rest)," + groups.reversed().joined(separator: ",")
  }

  /// "1st", "22nd", "13th".
  static func ordinal(_ number: Int) -> String {
    let isTeen = (11...13).contains(number % 100)
    switch number % 10 {
    case 1 where !isTeen: return "\(number)st"
    case 2 where !isTeen: return "\(number)nd"
    case 3 where !isTeen: return "\(number)rd"
    default: return "\(number)th"
    }
  }

  /// "1667, 1668 or 1670"; if not all are named, how many more there are: "1667, 1668 or 12 more".
  /// - Parameters:
  ///   - most: the number of items to name.
  ///   - total: how many there are, if `items` has only the first ones.
  package static func list(
    _ items: [String], _ conjunction: String = "and", atMost most: Int = .max, of total: Int? = nil
  ) -> String {
    let left = (total ?? items.count) - min(items.count, most)
    let items = left == 0 ? items : items.prefix(most) + ["\(left) more"]
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " " + conjunction + " " + last
  }
}
