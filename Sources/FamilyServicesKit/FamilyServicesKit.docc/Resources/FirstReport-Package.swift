// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "FirstReport",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(url: "https://github.com/example/FamilyServicesKit", from: "0.1.0", traits: [])
    ],
    targets: [
        .executableTarget(
            name: "FirstReport",
            dependencies: [
                .product(name: "FamilyServicesKit", package: "FamilyServicesKit"),
                .product(name: "MarkdownExport", package: "FamilyServicesKit"),
            ])
    ]
)
