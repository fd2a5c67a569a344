package import Timeline

/// The posts' own texts, if available, the outcome of each citation in them, and the words of the cited passages.
package struct Evidence: Sendable {
  package let texts: [PostText]
  package let proof: Proof
  package let passages: PassageIndex

  package init(of chronology: Chronology, in texts: [PostText]) {
    self.init(Proof(of: chronology, in: texts), in: texts)
  }

  init(_ proof: Proof, in texts: [PostText]) {
    self.texts = texts
    self.proof = proof
    passages = PassageIndex(proof, in: texts)
  }
}
