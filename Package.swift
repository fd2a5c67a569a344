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
  products: [.executable(name: "chronology", targets: ["TUI"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
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
    .target(name: "CByteSearch"),
    .target(name: "CShipped"),
    .target(name: "CTerminal"),
    .target(name: "Timeline", dependencies: ["CByteSearch", "CCrypto"], swiftSettings: strict),
    .target(name: "Explorer", dependencies: ["Timeline"], swiftSettings: strict),
    .executableTarget(
      name: "TUI",
      dependencies: [
        "CNcurses", "CLineEditor", "CShipped", "CTerminal", "Timeline", "Explorer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "Measure", dependencies: ["Timeline", "Explorer"], path: "Benchmarks/Measure", swiftSettings: strict),
    .testTarget(name: "TimelineTests", dependencies: ["CByteSearch", "Timeline"], swiftSettings: strict),
    .testTarget(
      name: "ExplorerTests", dependencies: ["Explorer", "Timeline"], exclude: ["Goldens"], swiftSettings: strict),
    .testTarget(name: "TUITests", dependencies: ["TUI"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
