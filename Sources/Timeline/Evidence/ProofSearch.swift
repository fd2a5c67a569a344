struct ProofSearch {
  init(_ chronology: Chronology, _ texts: [PostText]) {}
  mutating func identify() -> [Proof.Identification] { [] }
  mutating func entries() -> [Proof.Entry] { [] }
}
