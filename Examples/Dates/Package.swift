// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

let package = Package(
  name: "Dates",
  dependencies: [.package(name: "chronology", path: "../..")],
  targets: [
    .executableTarget(name: "Dates", dependencies: [.product(name: "EDTF", package: "chronology")])
  ]
)
