import FamilyServicesKit

/// An exporter that writes the observations of a report, one to a line, perhaps with a fault.
protocol RecordExporter: FaultyExporter {
    /// What it takes an observation for.
    static func seen(_ observation: Observation) -> Observation
    /// How many observations at the end it leaves out.
    static var lost: Int { get }
    /// Whether it asks if it should stop.
    static var listens: Bool { get }
}

extension RecordExporter {
    static var format: FormatDescriptor {
        FormatDescriptor(
            id: "figures", displayName: "List of figures", fileExtensions: ["figures"], mediaType: "text/plain",
            capabilities: [.deterministic, .records, .streaming, .text])
    }

    static func seen(_ observation: Observation) -> Observation { observation }
    static var lost: Int { 0 }
    static var listens: Bool { true }

    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try sink.write(CSVExporter.clean(publication.metadata.title) + "\n")
        if publication.metadata.isSynthetic { try sink.write("Synthetic data\n") }
        for (index, observation) in publication.pack.observations.dropLast(Self.lost).enumerated() {
            if Self.listens, index.isMultiple(of: 256) { try context.checkCancellation() }
            try sink.write(try line(Self.seen(observation), index))
        }
        context.progress?(1)
    }

    private func line(_ observation: Observation, _ index: Int) throws -> String {
        let value: String
        switch observation.value {
        case .value(let number, nil): value = try text(number, index)
        case .value(let number, let base?): value = try text(number, index) + " out of " + text(base, index)
        case .fraction(let numerator, let denominator):
            value = try text(numerator, index) + " of " + text(denominator, index)
        case .missing(let reason): value = reason.rawValue
        }
        let note = observation.note.map { "“" + CSVExporter.clean($0) + "”" } ?? "-"
        return [
            observation.indicator.text, observation.period.code, observation.area.text,
            observation.category?.text ?? "-", value, observation.qualifier.rawValue, note,
        ].joined(separator: "\t") + "\n"
    }

    private func text(_ number: Double, _ index: Int) throws -> String {
        guard number.isFinite else { throw UnwritableFigure(observation: index + 1) }
        return "\(number)"
    }
}

struct UnwritableFigure: Error {
    let observation: Int
}

/// Writes observations as it ought to.
struct GoodRecordExporter: RecordExporter {}

/// Writes a suppressed figure as 0.
struct ZeroingRecordExporter: RecordExporter {
    static func seen(_ observation: Observation) -> Observation {
        var observation = observation
        if observation.value == .missing(.suppressed) { observation.value = .value(0) }
        return observation
    }
}

/// Takes an empty note for none.
struct SilentRecordExporter: RecordExporter {
    static func seen(_ observation: Observation) -> Observation {
        var observation = observation
        if observation.note?.isEmpty == true { observation.note = nil }
        return observation
    }
}

/// Leaves out the last observation.
struct ShortRecordExporter: RecordExporter {
    static var lost: Int { 1 }
}

/// Never asks whether to stop.
struct DeafRecordExporter: RecordExporter {
    static var listens: Bool { false }
}

/// Claims to write records, and writes the tables of the sections.
struct SectionalExporter: FaultyExporter {
    static var format: FormatDescriptor { GoodRecordExporter.format }
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try writeWell(publication, to: &sink, context)
    }
}
