package struct ScreenPlan { package init(_ s: State) {}; package var listHeight: Int { 10 }; package var pageHeight: Int { 20 }; package var pageWidth: Int { 80 }; package var laneColumns: Int { 50 } }
package enum Painter { package static func paint(_ s: State) -> Canvas { Canvas(size: s.size) } }
