package import Timeline
package struct ScreenPlan { package init(_ s: State) {}; package var listHeight: Int { 10 }; package var pageHeight: Int { 20 }; package var pageWidth: Int { 80 }; package var laneColumns: Int { 50 } }
extension Page { package static func of(_ subject: Subject, in chronology: Chronology, context: PageContext) -> Page { Page(title: "x") } }
package enum Painter { package static func paint(_ s: State) -> Canvas { Canvas(size: s.size) } }
