import FamilyServicesKit

/// Options with one fault.
protocol FaultyOptions: Sendable, Hashable, Codable {
    init()
}

/// An exporter of comma-separated values with such options.
protocol OptionExporter: Exporter where Options: FaultyOptions {
    init()
}

extension OptionExporter {
    static var format: FormatDescriptor { CSVExporter.format }
    static var defaultOptions: Options { Options() }

    init(options: Options) {
        self.init()
    }

    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try CSVExporter(options: CSVExporter.Options()).export(publication, to: &sink, context: context)
    }
}

/// Has an option that JSON does not carry.
struct AmnesiacExporter: OptionExporter {
    struct Options: FaultyOptions {
        var isLoud = false
        init() {}
        init(from decoder: any Decoder) throws {
            isLoud = true
        }
        func encode(to encoder: any Encoder) throws {
            _ = encoder.container(keyedBy: CodingKeys.self)
        }
        private enum CodingKeys: CodingKey { case isLoud }
    }
}

/// Takes options of any name.
struct CarelessExporter: OptionExporter {
    struct Options: FaultyOptions {
        var volume = 5
        init() {}
        init(from decoder: any Decoder) throws {
            volume = try [String: Int](from: decoder)["volume"] ?? 5
        }
    }
}

/// Has a default that it does not take.
struct ContradictoryExporter: OptionExporter {
    struct Options: FaultyOptions {
        var volume = 5
        init() {}
        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            volume = try container.decodeIfPresent(Int.self, forKey: .volume).map { max($0, 9) } ?? 5
        }
        private enum CodingKeys: CodingKey { case volume }
    }
}
