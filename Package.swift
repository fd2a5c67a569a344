// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "chronology",
  products: [],
  dependencies: [
    
  ],
  targets: [
    .systemLibrary(
      name: "CNcurses",
      providers: [.apt(["libncursesw5-dev"])]),
    .systemLibrary(
      name: "CCrypto",
      providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CLineEditor",
      providers: [.apt(["libedit-dev"])]),
    .target(name: "CShipped"),
    .target(name: "CTerminal"),
    .target(name: "Timeline", dependencies: ["CCrypto"], swiftSettings: strict),
    .target(name: "Explorer", dependencies: ["Timeline"], swiftSettings: strict),
    .testTarget(name: "TimelineTests", dependencies: ["Timeline"], swiftSettings: strict),
    .testTarget(name: "ExplorerTests", dependencies: ["Explorer", "Timeline"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
