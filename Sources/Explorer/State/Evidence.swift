package import Timeline

/// The posts' own texts, if available, the outcome of each citation in them, and the words of the cited passages.
package struct Evidence: Sendable {
  package let texts: [PostText]
  package let proof: Proof
  package let passages: PassageIndex

  /// - Parameter progress: called from time to time with the fraction of the texts searched, 0 to 1.
  package init(of chronology: Chronology, in texts: [PostText], progress: (Double) -> Void = { _ in }) {
    self.init(Proof(of: chronology, in: texts, progress: progress), in: texts)
  }

  init(_ proof: Proof, in texts: [PostText]) {
    self.texts = texts
    self.proof = proof
    passages = PassageIndex(proof, in: texts)
  }
}
