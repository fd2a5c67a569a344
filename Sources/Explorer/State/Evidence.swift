package import Timeline

/// The posts' own texts, when they are at hand, what became of each citation in them, and the words of what is cited.
package struct Evidence: Sendable {
  package let texts: [PostText]
  package let proof: Proof
  package let passages: PassageIndex

  package init(of chronology: Chronology, in texts: [PostText]) {
    self.texts = texts
    proof = Proof(of: chronology, in: texts)
    passages = PassageIndex(proof, in: texts)
  }
}
