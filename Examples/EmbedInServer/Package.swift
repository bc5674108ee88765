// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
    name: "EmbedInServer",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "FamilyServicesKit", path: "../.."),
        // A small server without dependencies of its own; any other would do.
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .executableTarget(
            name: "report-server",
            dependencies: [
                .product(name: "FamilyServicesKit", package: "FamilyServicesKit"),
                .product(name: "FamilyServicesImport", package: "FamilyServicesKit"),
                .product(name: "MarkdownExport", package: "FamilyServicesKit"),
                .product(name: "XLSXExport", package: "FamilyServicesKit"),
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ReportServerTests",
            dependencies: [
                "report-server",
                .product(name: "FamilyServicesKit", package: "FamilyServicesKit"),
                .product(name: "FamilyServicesImport", package: "FamilyServicesKit"),
                .product(name: "MarkdownExport", package: "FamilyServicesKit"),
                .product(name: "XLSXExport", package: "FamilyServicesKit"),
                .product(name: "FlyingFox", package: "FlyingFox"),
            ],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
