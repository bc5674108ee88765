import ReportVocabulary

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The screening of one or more data files, in words or for programs.
public struct ScreeningReport: Sendable {
    /// The screenings.
    public let screenings: [DataFileScreening]

    /// How it is written.
    public enum Format: String, Sendable, Hashable, CaseIterable {
        /// A line for each finding, as compilers write them, with what to do.
        case text
        /// Tables.
        case markdown
        /// One object.
        case json
    }

    /// Collects screenings.
    ///
    /// - Parameter screenings: The screenings.
    public init(_ screenings: [DataFileScreening]) { self.screenings = screenings }

    /// Whether every file passes.
    public var passes: Bool { screenings.allSatisfy(\.passes) }

    /// The report.
    ///
    /// - Parameter format: How it is written.
    /// - Returns: The text, with a line end behind each line.
    public func text(_ format: Format) -> String {
        switch format {
        case .text: screenings.map(Self.plain).joined(separator: "\n")
        case .markdown: "# Data files held against the standard\n" + screenings.map(Self.markdown).joined()
        case .json: json
        }
    }

    private static func plain(_ screening: DataFileScreening) -> String {
        var lines: [String] = []
        var advised: Set<ScreeningCheck> = []
        for finding in screening.findings {
            lines.append(finding.description)
            // Once is enough for what to do about one rule.
            if advised.insert(finding.check).inserted { lines.append("    \(finding.check.advice)") }
        }
        lines.append("\(screening.data): \(screening.summary).")
        return lines.map { $0 + "\n" }.joined()
    }

    private static func markdown(_ screening: DataFileScreening) -> String {
        var lines = [
            "", "## \(escaped(screening.data))", "",
            "\(CountText.of(screening.rows, "row")), \(CountText.of(screening.columns, "column")). "
                + "The file \(escaped(screening.summary)).",
        ]
        if !screening.findings.isEmpty {
            lines += [
                "", "| Severity | Check | Where | What is wrong | What to do |", "| --- | --- | --- | --- | --- |",
            ]
            lines += screening.findings.map { finding in
                let place = finding.file + (finding.line.map { ", line \($0)" } ?? "")
                let cells = [
                    finding.severity.rawValue, finding.check.rawValue, place, finding.message, finding.check.advice,
                ]
                return "| " + cells.map(escaped).joined(separator: " | ") + " |"
            }
        }
        if !screening.notMade.isEmpty {
            lines += ["", "Checks that could not be made:", ""]
            lines += ScreeningCheck.allCases.compactMap { check in
                screening.notMade[check].map { "- \(escaped(check.rawValue)): \(escaped($0))" }
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if "\\`*_{}[]<>#|~&".contains(character) { escaped.append("\\") }
            escaped.append(character.isNewline ? " " : character)
        }
        return escaped
    }

    private var json: String {
        struct Check: Encodable {
            let check: ScreeningCheck
            let formerNames: [String]
            let stage: ScreeningCheck.Stage
            let rule: String
            let outcome: DataFileScreening.Outcome
            let reason: String?
        }
        struct File: Encodable {
            let data: String
            let meta: String?
            let rows, columns: Int
            let passes: Bool
            let findings: [ScreeningFinding]
            let checks: [Check]
        }
        struct Report: Encodable {
            let passes: Bool
            let files: [File]
        }
        let files = screenings.map { screening in
            File(
                data: screening.data, meta: screening.meta, rows: screening.rows, columns: screening.columns,
                passes: screening.passes, findings: screening.findings,
                checks: ScreeningCheck.allCases.map { check in
                    Check(
                        check: check, formerNames: check.formerNames, stage: check.stage, rule: check.rule,
                        outcome: screening.outcome(of: check), reason: screening.notMade[check])
                })
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Texts, numbers and lists of them can always be encoded.
        let bytes = (try? encoder.encode(Report(passes: passes, files: files))) ?? Data()
        return String(decoding: bytes, as: UTF8.self) + "\n"
    }
}
