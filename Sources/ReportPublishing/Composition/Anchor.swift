import OfficialStatistics
public import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// What links call a row of a table, unique in its section.
///
/// Different records have different anchors, whatever they are called: action `A.1` has `action-A_2E_1`, and action `A-1` has
/// `action-A-1`.
public struct Anchor: Sendable, Hashable {
    /// The anchor as text: letters, digits, hyphens and underscores.
    public let text: String

    /// Makes an anchor for a row that shows no record of the pack.
    ///
    /// - Parameter text: Letters, digits, hyphens and underscores.
    public init(_ text: String) {
        self.text = text
    }

    /// Makes the anchor of a record.
    ///
    /// The kind of record comes first. Letters, digits and hyphens of its name follow as they are, and everything else by its
    /// number in Unicode between underscores, so that no two names give the same anchor.
    ///
    /// - Parameter record: The record.
    public init(of record: GoldenThread.Node) {
        let (kind, name) =
            switch record {
            case .inspection(let id): ("inspection", id.text)
            case .finding(let id): ("finding", id.text)
            case .recommendation(let id): ("recommendation", id.text)
            case .requirement(let id): ("requirement", id.text)
            case .risk(let id): ("risk", id.text)
            // A line break, which no identifier has, keeps the plan and what is in it apart.
            case .objective(let id, let plan): ("objective", "\(plan.text)\n\(id.text)")
            case .plan(let id): ("plan", id.text)
            case .theme(let id, let plan): ("theme", "\(plan.text)\n\(id.text)")
            case .planReference(let reference): ("reference", reference.text)
            case .action(let id): ("action", id.text)
            case .progressNote(let id): ("note", id.text)
            case .indicator(let id): ("indicator", id.text)
            case .auditDomain(let domain): ("audit", domain)
            }
        text = "\(kind)-\(Self.word(name))"
    }

    private static func word(_ name: String) -> String {
        var word = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            if isPlain(scalar) {
                word.append(scalar)
            } else {
                word.append(contentsOf: "_\(String(scalar.value, radix: 16, uppercase: true))_".unicodeScalars)
            }
        }
        return String(word)
    }

    /// Whether a scalar is kept: letters with their accents, whichever way these are written, digits and hyphens.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark: true
        default: scalar == "-" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }
}

extension Anchor: ExpressibleByStringInterpolation, CustomStringConvertible {
    /// Makes an anchor from a literal in source code.
    ///
    /// - Parameter value: The literal.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// The anchor as text.
    public var description: String { text }
}
