import FamilyServicesKit

/// A run on its way: what it has found so far, and what later checks build on.
struct ConformanceRun<E: Exporter> {
    let conformance: ExporterConformance<E>
    let corpus: Corpus
    private(set) var findings: [ConformanceFinding] = []
    /// Documents on which the exporter traps.
    var trapped: Set<String> = []
    /// Whether the exporter ends or stops so many processes that it is not tried in this one.
    var isHopeless = false
    /// What could not be looked at, and why.
    private(set) var remarks: [String] = []
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

    /// Notes what could not be looked at.
    mutating func remark(_ text: String) { remarks.append(text) }

    /// An exporter with the options of the run.
    func exporter() throws -> E { try E(options: conformance.options) }

    /// Exports a publication with an exporter of its own.
    func trial(_ publication: Publication, into sink: ProbeSink = ProbeSink(), stopsAt: Int? = nil) -> Trial? {
        guard let exporter = try? exporter() else { return nil }
        return Trial(exporter, publication, into: sink, stopsAt: stopsAt)
    }

    /// The export of a document, made once.
    mutating func reference(_ document: CorpusDocument) -> Trial? {
        if trapped.contains(document.name) { return nil }
        if let trial = references[document.name] { return trial }
        references[document.name] = trial(document.publication)
        return references[document.name]
    }

    /// The bytes of a publication, where it is written.
    func bytes(_ publication: Publication) -> [UInt8]? {
        guard let trial = trial(publication), trial.error == nil else { return nil }
        return trial.sink.bytes
    }
}
