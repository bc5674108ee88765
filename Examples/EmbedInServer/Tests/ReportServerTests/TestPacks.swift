import FamilyServicesKit
import Foundation

@testable import report_server

/// A folder for the packs of one test, which goes with it.
final class TestPacks: Sendable {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fsk-server-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The packs of the examples.
    static let examples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Packs")

    static func example(_ name: String, for audiences: Set<Audience> = Set(Audience.allCases)) -> ReportList.Item {
        ReportList.Item(name: name, title: name, folder: examples.appending(path: name).path, audiences: audiences)
    }

    /// Writes a pack that takes no time, with a measure that only members see and one that only officers see.
    func pack(
        _ name: String = "small", title: String? = nil, isBroken: Bool = false,
        for audiences: Set<Audience> = Set(Audience.allCases)
    ) throws -> ReportList.Item {
        let place = folder.appending(path: name)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let title = title ?? name
        let files = [
            "pack.yaml": """
            schema: 1
            title: \(title)
            organisation: Anyshire Council
            area: anyshire
            areas:
              - {id: anyshire, title: Anyshire, kind: local-authority}
            period: "\(isBroken ? "not a period" : "2026-05")"
            date: "2026-06-30"

            """,
            "indicators.csv": """
            id,title,unit,polarity
            visits,Visits in time,percent,higher-is-better

            """,
            "observations.csv": """
            indicator,period,value
            visits,2026-04,91
            visits,2026-05,93

            """,
        ]
        for (file, text) in files {
            try text.write(to: place.appending(path: file), atomically: true, encoding: .utf8)
        }
        return ReportList.Item(name: name, title: title, folder: place.path, audiences: audiences)
    }
}
