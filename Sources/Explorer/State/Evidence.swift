package import Timeline

/// The posts' own texts, when they are at hand, and what became of each citation in them.
package struct Evidence: Sendable {
  package let texts: [PostText]
  package let proof: Proof

  package init(of chronology: Chronology, in texts: [PostText]) {
    self.texts = texts
    proof = Proof(of: chronology, in: texts)
  }
}
