// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
    name: "CustomExporter",
    platforms: [.macOS(.v13)],
    products: [.library(name: "CSVExport", targets: ["CSVExport"])],
    dependencies: [
        // Outside this repository: .package(url: "https://github.com/example/FamilyServicesKit", from: "0.1.0", traits: []).
        .package(name: "FamilyServicesKit", path: "../..", traits: [])
    ],
    targets: [
        .target(
            name: "CSVExport",
            dependencies: [.product(name: "FamilyServicesKit", package: "FamilyServicesKit")],
            swiftSettings: settings),
        .testTarget(
            name: "CSVExportTests",
            dependencies: [
                "CSVExport",
                .product(name: "ExporterTestKit", package: "FamilyServicesKit"),
                .product(name: "FamilyServicesKit", package: "FamilyServicesKit"),
            ],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
