// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

// The modules behind the umbrella that users import. SwiftPM builds a target again when a module changes that the target names,
// and the umbrella itself does not change with them. So whoever names the umbrella names them too, here and not one by one.
let behindUmbrella = [
    "ByteSinks", "OfficialStatistics", "ReportAnalysis", "ReportDisclosure", "ReportModel", "ReportPublishing",
    "ReportValidation", "ReportVocabulary", "SmallNumbers", "WorkingCopies",
]

let package = Package(
    name: "FamilyServicesKit",
    platforms: [.macOS(.v13)],
    products: [
        .library(name: "FamilyServicesKit", targets: ["FamilyServicesKit"] + behindUmbrella),
        // Useful without our models: small counts and what protects them; intervals, control charts and rank tests; places for
        // bytes.
        .library(name: "SmallNumbers", targets: ["SmallNumbers"]),
        .library(name: "OfficialStatistics", targets: ["OfficialStatistics"]),
        .library(name: "ByteSinks", targets: ["ByteSinks"]),
        .library(name: "FamilyServicesImport", targets: ["FamilyServicesImport"]),
        .library(name: "PublishedStatistics", targets: ["PublishedStatistics"]),
        .library(name: "EESExport", targets: ["EESExport"]),
        .library(name: "JSONExport", targets: ["JSONExport"]),
        .library(name: "CompressedJSONExport", targets: ["CompressedJSONExport"]),
        .library(name: "ExporterTestKit", targets: ["ExporterTestKit"]),
        .library(name: "BackgroundExports", targets: ["BackgroundExports"]),
        .library(name: "GzipCompression", targets: ["GzipCompression"]),
        .library(name: "MarkdownExport", targets: ["MarkdownExport"]),
        .library(name: "ChartSVG", targets: ["ChartSVG"]),
        .library(name: "HTMLExport", targets: ["HTMLExport"]),
        .library(name: "ODSExport", targets: ["ODSExport"]),
        .library(name: "OpenDataExport", targets: ["OpenDataExport"]),
        .library(name: "PaperExport", targets: ["PaperExport"]),
        .library(name: "XLSXExport", targets: ["XLSXExport"]),
        .library(name: "XLSXReading", targets: ["XLSXReading"]),
        .library(name: "ODSReading", targets: ["ODSReading"]),
        .library(name: "WorkbookPacks", targets: ["WorkbookPacks"]),
        .plugin(name: "ExportReport", targets: ["ExportReport"]),
    ],
    traits: [
        .trait(name: "ReportPacks", description: "Reading report packs with FamilyServicesImport, which needs Yams."),
        .default(enabledTraits: ["ReportPacks"]),
    ],
    dependencies: [
        // Only the examples use it. They are no products, so that no dependent ever resolves it.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // Only the importer uses it. A dependent that switches the trait ReportPacks off does not resolve it.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // What users import: it re-exports the modules below, each of which knows only those above it in this list.
        .target(
            name: "FamilyServicesKit",
            dependencies: behindUmbrella.map { .target(name: $0) },
            swiftSettings: settings),
        .target(name: "ReportVocabulary", swiftSettings: settings),
        .target(name: "ByteSinks", swiftSettings: settings),
        // Shared by what reads and writes cells of spreadsheets; nothing that a report is made from knows it.
        .target(name: "SpreadsheetDates", dependencies: ["ReportVocabulary"], swiftSettings: settings),
        .target(name: "SmallNumbers", dependencies: ["ReportVocabulary"], swiftSettings: settings),
        .target(name: "OfficialStatistics", dependencies: ["ReportVocabulary"], swiftSettings: settings),
        .target(name: "ReportModel", dependencies: ["ReportVocabulary"], swiftSettings: settings),
        .target(name: "ReportValidation", dependencies: ["ReportModel", "ReportVocabulary"], swiftSettings: settings),
        .target(
            name: "ReportAnalysis", dependencies: ["OfficialStatistics", "ReportModel", "ReportVocabulary"],
            swiftSettings: settings),
        .target(
            name: "ReportDisclosure",
            dependencies: ["ReportModel", "ReportValidation", "ReportVocabulary", "SmallNumbers"],
            swiftSettings: settings),
        .target(
            name: "ReportPublishing",
            dependencies: [
                "ByteSinks", "OfficialStatistics", "ReportAnalysis", "ReportDisclosure", "ReportModel",
                "ReportVocabulary",
                "SmallNumbers",
            ],
            swiftSettings: settings),
        .target(
            name: "WorkingCopies",
            dependencies: [
                "ReportAnalysis", "ReportDisclosure", "ReportModel", "ReportPublishing", "ReportValidation",
                "ReportVocabulary", "SpreadsheetDates",
            ],
            swiftSettings: settings),
        // The files in which the Department for Education and others publish, the areas and measures that they are about.
        .target(
            name: "PublishedStatistics", dependencies: ["ReportModel", "ReportVocabulary"], swiftSettings: settings),
        .target(
            name: "FamilyServicesImport",
            dependencies: [
                "FamilyServicesKit", "PublishedStatistics", "SpreadsheetDates",
                .product(name: "Yams", package: "Yams", condition: .when(traits: ["ReportPacks"])),
            ],
            swiftSettings: settings),

        // For tests only: it imports Testing, which a static standard library does not come with. Build static binaries with
        // --product, so that this target is left out.
        .target(name: "ExporterTestKit", dependencies: ["FamilyServicesKit"], swiftSettings: settings),

        // Threads of one's own for those who make many reports.
        .target(
            name: "BackgroundExports", dependencies: ["FamilyServicesKit"], path: "Plugins/BackgroundExports",
            swiftSettings: settings),

        // No pkgConfig: it would warn every dependent about a library that only the XLSX exporter needs.
        .systemLibrary(name: "CXLSXWriter", path: "Plugins/CXLSXWriter"),
        .systemLibrary(name: "CZlib", path: "Plugins/CZlib"),
        // Shared by what writes workbooks and what reads them.
        .target(name: "ZipPackage", dependencies: ["CZlib"], path: "Plugins/ZipPackage", swiftSettings: settings),
        .target(
            name: "XLSXExport",
            dependencies: ["FamilyServicesKit", "CXLSXWriter", "GzipCompression", "SpreadsheetDates", "ZipPackage"],
            path: "Plugins/XLSXExport",
            swiftSettings: settings),
        .target(
            name: "XLSXReading",
            dependencies: ["FamilyServicesKit", "SpreadsheetDates", "ZipPackage"],
            path: "Plugins/XLSXReading",
            swiftSettings: settings),
        .target(
            name: "ODSReading",
            dependencies: ["FamilyServicesKit", "XLSXReading"],
            path: "Plugins/ODSReading",
            swiftSettings: settings),
        // Packs that are kept as workbooks: read, made, and turned into folders and back.
        .target(
            name: "WorkbookPacks",
            dependencies: [
                "FamilyServicesImport", "FamilyServicesKit", "ODSReading", "SpreadsheetDates", "XLSXReading",
                "ZipPackage",
            ],
            path: "Plugins/WorkbookPacks",
            swiftSettings: settings),
        .target(
            name: "MarkdownExport",
            dependencies: ["FamilyServicesKit"],
            path: "Plugins/MarkdownExport",
            swiftSettings: settings),
        // Charts as pictures, which web pages, papers and OpenDocument workbooks share.
        .target(
            name: "ChartSVG",
            dependencies: ["FamilyServicesKit"],
            path: "Plugins/ChartSVG",
            swiftSettings: settings),
        .target(
            name: "HTMLExport",
            dependencies: ["ChartSVG", "FamilyServicesKit"],
            path: "Plugins/HTMLExport",
            swiftSettings: settings),
        // Data files for the Department for Education's service, which are held against its standard by PublishedStatistics.
        .target(
            name: "EESExport",
            dependencies: ["FamilyServicesKit", "PublishedStatistics", "ZipPackage"],
            path: "Plugins/EESExport",
            swiftSettings: settings),
        .target(
            name: "OpenDataExport",
            dependencies: ["FamilyServicesKit", "JSONExport", "ZipPackage"],
            path: "Plugins/OpenDataExport",
            swiftSettings: settings),
        .target(
            name: "ODSExport",
            dependencies: ["ChartSVG", "FamilyServicesKit", "ZipPackage"],
            path: "Plugins/ODSExport",
            swiftSettings: settings),
        // Word documents and PDF; pandoc and typst make them, which only those who ask for such a paper need.
        .target(
            name: "PaperExport",
            dependencies: ["ChartSVG", "FamilyServicesKit", "ZipPackage"],
            path: "Plugins/PaperExport",
            swiftSettings: settings),
        .target(
            name: "GzipCompression",
            dependencies: ["ByteSinks", "CZlib"],
            path: "Plugins/GzipCompression",
            swiftSettings: settings),
        .target(
            name: "JSONExport",
            dependencies: ["FamilyServicesKit"],
            path: "Plugins/JSONExport",
            swiftSettings: settings),
        .target(
            name: "CompressedJSONExport",
            dependencies: ["FamilyServicesKit", "GzipCompression", "JSONExport"],
            path: "Plugins/CompressedJSONExport",
            exclude: ["Schemas"],
            swiftSettings: settings),

        // A command for packages that keep report packs. Its tool does without swift-argument-parser, which every dependent
        // would otherwise have to resolve; nothing of it is built before somebody gives the command.
        .plugin(
            name: "ExportReport",
            capability: .command(
                intent: .custom(
                    verb: "export-report", description: "Make a report from a report pack of this package."),
                permissions: [.writeToPackageDirectory(reason: "The report is written into the package's folder.")]),
            dependencies: ["export-report-tool"]),
        .executableTarget(
            name: "export-report-tool",
            dependencies: [
                "FamilyServicesKit", "FamilyServicesImport", "CompressedJSONExport", "MarkdownExport", "WorkbookPacks",
                "XLSXExport",
            ],
            path: "Plugins/ExportReportTool",
            swiftSettings: settings),

        .executableTarget(
            name: "quick-start",
            dependencies: ["FamilyServicesKit", "CompressedJSONExport", "MarkdownExport", "XLSXExport"],
            path: "Examples/QuickStart",
            swiftSettings: settings),
        .executableTarget(
            name: "custom-section",
            dependencies: ["FamilyServicesKit", "MarkdownExport"],
            path: "Examples/CustomSection",
            swiftSettings: settings),
        .executableTarget(
            name: "compare-councils", dependencies: ["FamilyServicesKit"], path: "Examples/CompareCouncils",
            swiftSettings: settings),
        .executableTarget(
            name: "check-claims", dependencies: ["FamilyServicesKit"], path: "Examples/CheckClaims",
            swiftSettings: settings),
        .executableTarget(
            name: "statistics-alone", dependencies: ["OfficialStatistics", "ReportVocabulary", "SmallNumbers"],
            path: "Examples/StatisticsAlone", swiftSettings: settings),
        .executableTarget(
            name: "committee-workbook",
            dependencies: [
                "FamilyServicesKit", "FamilyServicesImport", "CompressedJSONExport", "EESExport", "HTMLExport",
                "MarkdownExport", "ODSExport", "ODSReading", "OpenDataExport", "PaperExport", "PublishedStatistics",
                "WorkbookPacks", "XLSXExport", "XLSXReading",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Examples/CommitteeWorkbook",
            swiftSettings: settings),
        .executableTarget(
            name: "sample-borough",
            dependencies: [
                "FamilyServicesKit",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Examples/SampleBorough",
            swiftSettings: settings),

        // What the tests share: random numbers, programs that they run, LibreOffice, the packs of the examples.
        // What reads the files of others, for fuzzing: `make fuzz`.
        .target(
            name: "FuzzTargets",
            dependencies: [
                "ByteSinks", "FamilyServicesImport", "FamilyServicesKit", "GzipCompression", "JSONExport",
                "MarkdownExport",
                "PublishedStatistics", "ReportModel", "ReportVocabulary", "WorkbookPacks", "WorkingCopies",
                "ZipPackage",
            ],
            path: "Tests/Fuzzing/Targets",
            swiftSettings: settings),
        .executableTarget(
            name: "fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzzing/Program", swiftSettings: settings),
        .testTarget(
            name: "FuzzTargetsTests", dependencies: ["FuzzTargets", "TestSupport"], path: "Tests/Fuzzing/Replay",
            swiftSettings: settings),
        .target(
            name: "TestSupport",
            dependencies: ["FamilyServicesImport", "FamilyServicesKit"],
            path: "Tests/TestSupport",
            exclude: ["python_host.py"],
            swiftSettings: settings),
        .testTarget(
            name: "FamilyServicesKitTests",
            dependencies: [
                "FamilyServicesKit", "OfficialStatistics", "ReportModel", "ReportPublishing", "ReportVocabulary",
                "SmallNumbers", "TestSupport", "WorkingCopies",
            ],
            exclude: ["Support/sdc_attack.py", "Vectors"],
            swiftSettings: settings),
        .testTarget(
            name: "FamilyServicesImportTests",
            dependencies: ["FamilyServicesImport", "FamilyServicesKit", "TestSupport"],
            exclude: ["Fixtures", "check_edits.py"],
            swiftSettings: settings),
        .testTarget(
            name: "PublishedStatisticsTests",
            dependencies: [
                "PublishedStatistics", "FamilyServicesImport", "FamilyServicesKit", "ReportModel", "ReportVocabulary",
                "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "BackgroundExportsTests", dependencies: ["BackgroundExports", "FamilyServicesKit"],
            swiftSettings: settings),
        .testTarget(
            name: "EESExportTests",
            dependencies: [
                "EESExport", "FamilyServicesImport", "FamilyServicesKit", "PublishedStatistics", "TestSupport",
                "ZipPackage",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ExporterTestKitTests",
            dependencies: [
                "CompressedJSONExport", "ExporterTestKit", "FamilyServicesKit", "GzipCompression", "HTMLExport",
                "JSONExport",
                "MarkdownExport", "XLSXExport", "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "XLSXExportTests",
            dependencies: [
                "XLSXExport", "CXLSXWriter", "ExporterTestKit", "FamilyServicesKit",
                "ZipPackage", "TestSupport",
            ],
            exclude: [
                "Support/compare_books.py", "Support/package_rules.py", "Support/row_heights.py",
                "Support/xlsx_a11y.py",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "XLSXReadingTests",
            dependencies: [
                "XLSXReading", "XLSXExport", "ZipPackage", "FamilyServicesImport", "FamilyServicesKit",
                "SpreadsheetDates",
                "TestSupport",
            ],
            exclude: [
                "Support/edit_cells.bas", "Support/read_cells.py", "Support/save_again.py", "Support/write_workbook.py",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ODSReadingTests",
            dependencies: ["ODSReading", "XLSXReading", "ZipPackage", "FamilyServicesKit", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "WorkbookPacksTests",
            dependencies: [
                "WorkbookPacks", "FamilyServicesImport", "FamilyServicesKit", "XLSXReading", "ZipPackage",
                "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "MarkdownExportTests",
            dependencies: [
                "MarkdownExport", "ExporterTestKit", "FamilyServicesKit", "TestSupport",
            ],
            exclude: ["Fixtures", "Support/read_docx.py"],
            swiftSettings: settings),
        .testTarget(
            name: "ChartSVGTests", dependencies: ["ChartSVG", "FamilyServicesKit", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "HTMLExportTests",
            dependencies: [
                "HTMLExport", "ExporterTestKit", "FamilyServicesImport", "FamilyServicesKit", "TestSupport",
            ],
            exclude: ["read_page.py"],
            swiftSettings: settings),
        .testTarget(
            name: "OpenDataExportTests",
            dependencies: ["OpenDataExport", "ExporterTestKit", "FamilyServicesKit", "TestSupport", "ZipPackage"],
            exclude: ["check_open_data.py"],
            swiftSettings: settings),
        .testTarget(
            name: "ODSExportTests",
            dependencies: [
                "ODSExport", "ODSReading", "ExporterTestKit", "FamilyServicesImport", "FamilyServicesKit",
                "TestSupport",
                "XLSXReading", "ZipPackage",
            ],
            swiftSettings: settings),
        // One report in all formats.
        .testTarget(
            name: "FormatTests",
            dependencies: [
                "CompressedJSONExport", "HTMLExport", "MarkdownExport", "ODSExport", "ODSReading", "PaperExport",
                "XLSXExport", "XLSXReading", "ZipPackage", "FamilyServicesKit", "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "PaperExportTests",
            dependencies: [
                "PaperExport", "HTMLExport", "ZipPackage", "FamilyServicesImport", "FamilyServicesKit", "TestSupport",
            ],
            exclude: ["Support/read_paper.py"],
            swiftSettings: settings),
        .testTarget(
            name: "GzipCompressionTests",
            dependencies: ["GzipCompression", "FamilyServicesKit", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "CompressedJSONExportTests",
            dependencies: [
                "CompressedJSONExport", "ExporterTestKit", "FamilyServicesImport", "FamilyServicesKit",
                "GzipCompression", "JSONExport", "committee-workbook", "TestSupport",
            ],
            exclude: [
                "Support/check_questions.py", "Support/check_schema.py", "Support/check_tables.py",
                "Support/questions.sql",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ExampleTests",
            dependencies: [
                "check-claims", "committee-workbook", "compare-councils", "custom-section", "sample-borough",
                "quick-start", "statistics-alone", "export-report-tool",
                "FamilyServicesImport", "FamilyServicesKit", "CompressedJSONExport", "GzipCompression",
                "MarkdownExport",
                "XLSXExport", "TestSupport",
            ],
            exclude: ["Support/compare_dashboard.py", "Support/edit_cell.py", "Support/faults.c"],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets {
    let names = target.dependencies.compactMap { dependency -> String? in
        if case .byNameItem(let name, _) = dependency { name } else { nil }
    }
    guard names.contains("FamilyServicesKit") else { continue }
    target.dependencies += behindUmbrella.filter { !names.contains($0) }.map { .byName(name: $0) }
}
