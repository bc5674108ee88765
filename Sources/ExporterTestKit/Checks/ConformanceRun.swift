import FamilyServicesKit

/// A run on its way: what it has found so far, and what later checks build on.
struct ConformanceRun<E: Exporter> {
    let conformance: ExporterConformance<E>
    let corpus: Corpus
    private(set) var findings: [ConformanceFinding] = []
    /// Documents on which the exporter traps.
    var trapped: Set<String> = []
    /// The exports of the documents that have been written.
    var references: [String: Trial] = [:]

    init(conformance: ExporterConformance<E>, corpus: Corpus) {
        self.conformance = conformance
        self.corpus = corpus
    }

    /// Whether the exporter makes a claim.
    func claims(_ capability: FormatCapability) -> Bool { E.format.capabilities.contains(capability) }

    /// Notes a finding, once for all documents that show the same.
    mutating func note(_ check: ConformanceCheck, in document: String? = nil, _ message: String) {
        let documents = document.map { [$0] } ?? []
        if let index = findings.firstIndex(where: { $0.check == check && $0.message == message }) {
            findings[index].documents += documents
        } else {
            findings.append(ConformanceFinding(check: check, documents: documents, message: message))
        }
    }

    /// An exporter with the options of the run.
    func exporter() throws -> E { try E(options: conformance.options) }

    /// Exports a publication with an exporter of its own.
    func trial(_ publication: Publication, into sink: ProbeSink = ProbeSink(), stopsAt: Int? = nil) -> Trial? {
        guard let exporter = try? exporter() else { return nil }
        return Trial(exporter, publication, into: sink, stopsAt: stopsAt)
    }

    /// The bytes of a publication, where it is written.
    func bytes(_ publication: Publication) -> [UInt8]? {
        guard let trial = trial(publication), trial.error == nil else { return nil }
        return trial.sink.bytes
    }
}
