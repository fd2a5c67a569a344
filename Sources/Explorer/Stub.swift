package import Timeline
extension Page { package static func of(_ subject: Subject, in chronology: Chronology, context: PageContext) -> Page { Page(title: "x") } }
