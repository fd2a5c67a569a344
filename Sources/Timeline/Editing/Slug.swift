extension String {
  /// A readable id made from a title or a name: ASCII letters and digits, with hyphens between words; "item" if nothing
  /// is left. It is cut after a word if longer than 48 characters, and gets a number if it is taken.
  package func slug(notIn taken: (String) -> Bool = { _ in false }) -> String {
    let words = Folding.bytes(self).split { !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) }
    var slug = ""
    for word in words.map({ String(decoding: $0, as: UTF8.self) }) {
      if !slug.isEmpty, slug.utf8.count + 1 + word.utf8.count > 48 { break }
      slug += (slug.isEmpty ? "" : "-") + word.prefix(48)
    }
    if slug.isEmpty { slug = "item" }
    guard taken(slug) else { return slug }
    var number = 2
    while taken("\(slug)-\(number)") { number += 1 }
    return "\(slug)-\(number)"
  }
}
