@testable import JSONExport
import FamilyServicesKit
import Testing

/// Observations are written by hand; this holds the hand to what their own encoding writes.
@Suite("Observations written by hand")
struct ObservationTextTests {
    /// The same records in a list of another type, which the encoder does not know.
    private struct Wrapped: Encodable {
        let observation: Observation

        func encode(to encoder: any Encoder) throws { try observation.encode(to: encoder) }
    }

    private func text(_ value: some Encodable) throws -> String {
        let sink = Collector()
        let output = JSONOutput(context: ExportContext()) { bytes in
            bytes.withUnsafeBytes { sink.bytes.append(contentsOf: $0) }
        }
        try JSONStreamEncoder.encode(value, to: output)
        try output.drain()
        return String(decoding: sink.bytes, as: UTF8.self)
    }

    private final class Collector {
        var bytes: [UInt8] = []
    }

    @Test("are to the byte what their own encoding makes of them, in every combination of what they can hold")
    func everyCombination() throws {
        var observations: [Observation] = []
        let values: [ObservedValue] =
            [.fraction(numerator: 155, denominator: 224.5), .value(57.2), .value(1e-9, outOf: 80)]
            + MissingReason.allCases.map { .missing($0) }
        let accesses = [
            Access.unrestricted, .exempt([.crime, .individual, .identity]), .restricted(under: "club"),
            Access(exemptParagraphs: [.crime], publicInterestReason: "so", agreements: ["b \"2\"", "a"]),
            Access(exemptParagraphs: [], publicInterestReason: "only a reason", agreements: []),
        ]
        for value in values {
            for access in accesses {
                for bits in 0..<64 {
                    func has(_ bit: Int) -> Bool { bits >> bit & 1 == 1 }
                    var observation = Observation(
                        indicator: "a/b \"c\"", period: try ReportingPeriod(has(0) ? "FY2018-19-Q3" : "2017-11"),
                        area: "exampleton", category: has(1) ? "duty\\team" : nil, value: value,
                        qualifier: Observation.Qualifier.allCases[bits % Observation.Qualifier.allCases.count],
                        printed: has(2) ? PrintedFigure("57.2%", value: has(3) ? 57.2 : nil) : nil,
                        periodBasis: has(3) ? .inferred : .stated,
                        source: has(4) ? SourceReference("report", place: has(0) ? "p. 3" : nil) : nil,
                        note: has(5) ? "tab\tand é" : nil, access: access)
                    observation.roundedTo = has(1) ? 5 : nil
                    observations.append(observation)
                }
            }
        }
        #expect(observations.count > 3_000)
        #expect(try text(observations) == text(observations.map(Wrapped.init)))
    }

    @Test("have no property that is not written")
    func properties() throws {
        let observation = Observation(
            indicator: "a", period: try ReportingPeriod("2017-11"), area: "b", value: .missing(.suppressed))
        #expect(
            Mirror(reflecting: observation).children.compactMap(\.label) == [
                "indicator", "period", "area", "category", "value", "qualifier", "printed", "periodBasis", "source",
                "note", "access", "roundedTo",
            ])
    }

    @Test("are the same to the byte for equal sets in another order")
    func setsInOrder() throws {
        let period = try ReportingPeriod("2017-11")
        func observation(_ access: Access) -> Observation {
            Observation(indicator: "a", period: period, area: "b", value: .value(1), access: access)
        }
        let paragraphs = ScheduleParagraph.allCases
        let names: [SharingAgreement.ID] = ["q", "w", "e", "r", "t", "y"]
        let left = Access(exemptParagraphs: Set(paragraphs), agreements: Set(names))
        let right = Access(exemptParagraphs: Set(paragraphs.reversed()), agreements: Set(names.reversed()))
        #expect(try text([observation(left)]) == text([observation(right)]))
        #expect(try text([observation(left)]).contains(#""agreements":["e","q","r","t","w","y"]"#))
    }

    @Test("are written as an empty list where there are none")
    func none() throws {
        #expect(try text([Observation]()) == "[]")
        #expect(try text(["a": [Observation]()]) == #"{"a":[]}"#)
    }
}
