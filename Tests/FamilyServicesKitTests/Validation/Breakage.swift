import FamilyServicesKit
import ReportValidation
import Testing

/// One thing done to the full pack, and the one diagnostic that must come of it.
struct Breakage: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let change: @Sendable (inout ReportPack) throws -> Void
    let severity: Diagnostic.Severity
    let code: Diagnostic.Code
    let subject: RecordReference?
    let words: [String]

    init(
        _ name: String, _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, _ kind: RecordReference.Kind?,
        _ key: String = "", of plan: String? = nil, _ words: String...,
        change: @escaping @Sendable (inout ReportPack) throws -> Void
    ) {
        testDescription = name
        self.severity = severity
        self.code = code
        subject = kind.map { RecordReference($0, key, of: plan) }
        self.words = words
        self.change = change
    }

    /// Breaks the full pack and checks that exactly this is found, in words short enough to read.
    func check() throws {
        var pack = try Fixtures.fullPack()
        try change(&pack)
        let found = pack.validate()
        try #require(found.count == 1, "\(found)")
        #expect(found[0].severity == severity)
        // What looks for errors alone finds all of them.
        #expect(pack.errors() == found.filter { $0.severity == .error })
        #expect(found[0].code == code)
        #expect(found[0].subject == subject)
        #expect(found[0].location == nil)
        for word in words { #expect(found[0].message.contains(word), "\(found[0].message)") }
        #expect(found[0].message.count <= 300, "\(found[0].message)")
        #expect(found[0].message.hasSuffix(".") || found[0].message.hasSuffix("?"), "\(found[0].message)")
    }
}

/// Short for the figures of tests.
func observation(
    _ indicator: Indicator.ID, _ value: ObservedValue, printed: PrintedFigure? = nil,
    qualifier: Observation.Qualifier = .exact, period: String = "2017-10", area: Area.ID = "exampleton",
    category: Breakdown.Category.ID? = nil, source: SourceReference? = nil
) throws -> Observation {
    Observation(
        indicator: indicator, period: try ReportingPeriod(period), area: area, category: category, value: value,
        qualifier: qualifier, printed: printed, source: source)
}
