/// The path of a value in a JSON document: `$.events[3].date`.
struct JSONPath: CustomStringConvertible {
  enum Step {
    case field(String)
    /// Counted from 0.
    case index(Int)
  }

  var steps: [Step] = []

  func appending(_ step: Step) -> JSONPath { JSONPath(steps: steps + [step]) }

  var description: String {
    steps.reduce(into: "$") { path, step in
      switch step {
      case .index(let index): path += "[\(index)]"
      case .field(let name) where name.utf8.count <= 60 && name.isPlainName: path += "." + name
      case .field(let name): path += "[" + quoted(name) + "]"
      }
    }
  }
}

extension String {
  /// Whether it consists of letters, digits, underscores and dollars, so that it may follow a dot.
  fileprivate var isPlainName: Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"):
          true
        default: false
        }
      }
  }
}
