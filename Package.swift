// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "chronology",
  products: [
    .executable(name: "chronology", targets: ["TUI"]),
    .library(name: "EDTF", targets: ["EDTF"]),
  ],
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
    .systemLibrary(
      name: "CSQLite",
      providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "CByteSearch"),
    .target(name: "CMapping"),
    .target(name: "CShipped"),
    .target(name: "CTerminal", dependencies: ["CMapping"]),
    .target(name: "EDTF", swiftSettings: strict),
    .target(name: "Timeline", dependencies: ["CByteSearch", "CCrypto", "CMapping", "EDTF"], swiftSettings: strict),
    .target(name: "Explorer", dependencies: ["EDTF", "Timeline"], swiftSettings: strict),
    .executableTarget(
      name: "TUI",
      dependencies: [
        "CNcurses", "CLineEditor", "CSQLite", "CShipped", "CTerminal", "EDTF", "Timeline", "Explorer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "Measure", dependencies: ["EDTF", "Timeline", "Explorer", "TestSupport"], path: "Benchmarks/Measure",
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Explorer", "Timeline"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "EDTFTests", dependencies: ["EDTF", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TimelineTests", dependencies: ["CByteSearch", "EDTF", "TestSupport", "Timeline"],
      exclude: ["Loading/JSON/verdicts.txt"], swiftSettings: strict),
    .testTarget(
      name: "ExplorerTests", dependencies: ["EDTF", "Explorer", "TestSupport", "Timeline"], exclude: ["Goldens"],
      swiftSettings: strict),
    .testTarget(name: "TUITests", dependencies: ["TUI", "TestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// The fuzzer needs a runtime that no other product has, so it exists only if it is asked for: see `make fuzz`.
if Context.environment["CHRONOLOGY_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CFuzzer", path: "Fuzzing/CFuzzer"),
    .executableTarget(
      name: "Fuzz", dependencies: ["CFuzzer", "EDTF", "Explorer", "TestSupport", "Timeline"],
      path: "Fuzzing/Fuzz", swiftSettings: strict,
      // The fuzzer's runtime has a `main` too; the first one counts.
      linkerSettings: [.unsafeFlags(["-Xlinker", "-zmuldefs"])]),
  ]
}
