/// JSON laid out for people: a value that fits is written on one line; a longer list or object has one line for each
/// element.
package struct JSONLayout {
  /// The indentation of each level.
  package var unit = "  "
  /// Precedes every line except the first.
  package var indent = ""
  /// In Unicode scalars; a longer string is never broken.
  package var width = 120
  package var lineEnd = "\n"
  /// Whether the outermost object has one line for each field even if it would fit on one.
  package var opensOutermost = true

  package init() {}

  /// - Parameter json: one value, as `JSONWriter` writes it.
  package func text(of json: String) -> String {
    let bytes = Bytes(json.utf8)
    guard let tree = try? JSONTree(bytes) else { return json }
    return lines(of: 0, in: tree, indent, used: 0, isOpen: opensOutermost)
  }

  private func lines(
    of node: JSONTree.Node, in tree: JSONTree, _ indent: String, used: Int, isOpen: Bool = false
  ) -> String {
    let flat = flat(node, in: tree)
    let isGroup = tree.kind(node) == .object || tree.kind(node) == .array
    let hasElements = tree.children(node).contains { _ in true }
    if !isGroup || !hasElements || !isOpen && indent.count + used + flat.unicodeScalars.count < width { return flat }
    let inner = indent + unit
    var parts: [String] = []
    var children = tree.children(node)
    while let child = children.next() {
      if tree.kind(node) == .object {
        guard let value = children.next() else { break }
        let name = "\"\(tree.text(child))\": "
        parts.append(inner + name + lines(of: value, in: tree, inner, used: name.unicodeScalars.count))
      } else {
        parts.append(inner + lines(of: child, in: tree, inner, used: 0))
      }
    }
    let (open, close) = tree.kind(node) == .object ? ("{", "}") : ("[", "]")
    return open + lineEnd + parts.joined(separator: "," + lineEnd) + lineEnd + indent + close
  }

  private func flat(_ node: JSONTree.Node, in tree: JSONTree) -> String {
    switch tree.kind(node) {
    case .string: return "\"\(tree.text(node))\""
    case .array: return "[" + tree.children(node).map { flat($0, in: tree) }.joined(separator: ", ") + "]"
    case .object:
      var parts: [String] = []
      var children = tree.children(node)
      while let name = children.next(), let value = children.next() {
        parts.append("\"\(tree.text(name))\": " + flat(value, in: tree))
      }
      return "{" + parts.joined(separator: ", ") + "}"
    case .number, .boolean, .null: return tree.text(node)
    }
  }
}
