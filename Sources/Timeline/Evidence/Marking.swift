struct Marking {
  init(_ text: PostText, _ entries: [Proof.Entry]) {}
  var paragraphs: [SourceText.Paragraph] { [] }
}
