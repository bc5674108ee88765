import FamilyServicesImport
package import FamilyServicesKit
package import Foundation
import Testing

/// The report packs of the examples, each loaded once and published once for each audience.
package enum ExamplePacks {
    package static let folder = Repository.file("Examples/Packs")

    package static let names = [
        "safeguarding-2015", "improvement-plan-2018-01", "improvement-plan-2019-03", "quarterly-update-2022-01",
        "corporate-parenting-2024-06", "sample-borough",
    ]

    /// Those that were transcribed from published reports.
    package static let realNames = names.filter { $0 != "sample-borough" }

    /// Those with most in them; the others hold nothing of another sort.
    package static let fullest = ["improvement-plan-2018-01", "sample-borough"]

    /// Those that LibreOffice, which takes seconds for each workbook, saves again: all of them by night.
    package static let forLibreOffice = TestSize.isNightly ? names : fullest

    package static func path(_ name: String) -> String { folder.appending(path: name).path }

    /// A pack.
    package static func load(_ name: String) throws -> ReportPack { try packs(name) }

    /// A pack as it is published for an audience.
    package static func publication(_ name: String, for audience: Audience) throws -> Publication {
        try publications(Version(pack: name, audience: audience))
    }

    /// The working copy of a pack.
    package static func workingCopy(_ name: String) throws -> Publication { try workingCopies(name) }

    private struct Version: Hashable, Sendable {
        let pack: String
        let audience: Audience
    }

    private static let packs = Once<String, ReportPack> { name in
        let result = ReportPackLoader().load(folder: path(name))
        return try #require(result.pack, "\(name): \(result.diagnostics.map(\.description).joined(separator: "\n"))")
    }

    private static let publications = Once<Version, Publication> { version in
        try load(version.pack).publish(for: version.audience)
    }

    private static let workingCopies = Once<String, Publication> { try load($0).workingCopy() }
}
