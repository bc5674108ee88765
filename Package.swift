// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
    name: "FamilyServicesKit",
    platforms: [.macOS(.v13)],
    products: [
        .library(name: "FamilyServicesKit", targets: ["FamilyServicesKit"]),
        .library(name: "FamilyServicesImport", targets: ["FamilyServicesImport"]),
        .library(name: "XLSXExport", targets: ["XLSXExport"]),
        .executable(name: "committee-workbook", targets: ["CommitteeWorkbook"]),
        .executable(name: "sample-borough", targets: ["SampleBorough"]),
    ],
    dependencies: [
        // Each is pruned for a dependent that uses none of the products that need it.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .target(name: "FamilyServicesKit", swiftSettings: settings),
        .target(
            name: "FamilyServicesImport",
            dependencies: ["FamilyServicesKit", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings),

        // No pkgConfig: it would warn every dependent about a library that only the XLSX exporter needs.
        .systemLibrary(name: "CXLSXWriter", path: "Plugins/CXLSXWriter"),
        .systemLibrary(name: "CZlib", path: "Plugins/CZlib"),
        .target(
            name: "XLSXExport",
            dependencies: ["FamilyServicesKit", "CXLSXWriter", "CZlib"],
            path: "Plugins/XLSXExport",
            swiftSettings: settings),

        .executableTarget(
            name: "CommitteeWorkbook",
            dependencies: [
                "FamilyServicesKit", "FamilyServicesImport", "XLSXExport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Examples/CommitteeWorkbook",
            swiftSettings: settings),
        .executableTarget(
            name: "SampleBorough",
            dependencies: [
                "FamilyServicesKit",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Examples/SampleBorough",
            swiftSettings: settings),

        .testTarget(
            name: "FamilyServicesKitTests",
            dependencies: ["FamilyServicesKit"],
            exclude: ["Vectors"],
            swiftSettings: settings),
        .testTarget(
            name: "FamilyServicesImportTests",
            dependencies: ["FamilyServicesImport", "FamilyServicesKit"],
            swiftSettings: settings),
        .testTarget(
            name: "XLSXExportTests",
            dependencies: ["XLSXExport", "FamilyServicesKit"],
            swiftSettings: settings),
        .testTarget(
            name: "ExampleTests",
            dependencies: ["CommitteeWorkbook", "SampleBorough", "FamilyServicesImport", "FamilyServicesKit"],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
