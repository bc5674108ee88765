// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "FamilyServicesKit", path: "..")],
    targets: [
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                .product(name: "FamilyServicesKit", package: "FamilyServicesKit"),
                .product(name: "FamilyServicesImport", package: "FamilyServicesKit"),
                .product(name: "XLSXExport", package: "FamilyServicesKit"),
            ]),
        .executableTarget(name: "RawXLSX", linkerSettings: [.linkedLibrary("xlsxwriter")]),
        .executableTarget(
            name: "ExportBenchmarks",
            dependencies: [
                .product(name: "CompressedJSONExport", package: "FamilyServicesKit"),
                .product(name: "FamilyServicesKit", package: "FamilyServicesKit"),
                .product(name: "GzipCompression", package: "FamilyServicesKit"),
                .product(name: "XLSXExport", package: "FamilyServicesKit"),
            ]),
        .executableTarget(
            name: "CalibrationBenchmarks",
            dependencies: [.product(name: "FamilyServicesKit", package: "FamilyServicesKit")]),
    ],
    swiftLanguageModes: [.v6]
)
