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
    products: [.library(name: "HTMLExport", targets: ["HTMLExport"])],
    dependencies: [
        // Outside this repository: .package(url: "https://github.com/example/FamilyServicesKit", from: "0.1.0").
        // The exporter alone would add traits: [], for it reads no packs; html-report does.
        .package(name: "FamilyServicesKit", path: "../..")
    ],
    targets: [
        .target(
            name: "HTMLExport",
            dependencies: [.product(name: "FamilyServicesKit", package: "FamilyServicesKit")],
            swiftSettings: settings),
        .executableTarget(
            name: "html-report",
            dependencies: [
                "HTMLExport",
                .product(name: "FamilyServicesKit", package: "FamilyServicesKit"),
                .product(name: "FamilyServicesImport", package: "FamilyServicesKit"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "HTMLExportTests",
            dependencies: [
                "HTMLExport",
                "html-report",
                .product(name: "ExporterTestKit", package: "FamilyServicesKit"),
                .product(name: "FamilyServicesKit", package: "FamilyServicesKit"),
                .product(name: "FamilyServicesImport", package: "FamilyServicesKit"),
            ],
            exclude: ["read_page.py"],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
