/// A proof in sentences.
enum ProofWords {
  static func summary(of proof: Proof) -> String { "" }
  static func sentence(for entry: Proof.Entry) -> String { "" }
}
