import ReportModel
import ReportVocabulary

extension Access {
    /// Whether an audience may see something.
    ///
    /// The public sees what is neither exempt nor restricted; members also see exempt information; officers too. What a
    /// sharing agreement restricts is seen by the audiences that the agreement names, and by nobody if it is not known.
    ///
    /// - Parameters:
    ///   - audience: The audience.
    ///   - knownAgreements: The agreements of the pack, by identifier.
    /// - Returns: Whether every limit allows it.
    func allows(_ audience: Audience, knownAgreements: RecordTable<SharingAgreement>) -> Bool {
        if !exemptParagraphs.isEmpty, audience == .everyone { return false }
        // No agreement can make restricted figures public: a list that names the public is a mistake, and does not count.
        if !agreements.isEmpty, audience == .everyone { return false }
        return agreements.allSatisfy { name in
            let known = knownAgreements.every(name)
            return !known.isEmpty && known.allSatisfy { $0.audiences.contains(audience) }
        }
    }
}

/// Works out the access of each item of a pack: its own, that of its source, and that of everything it was made from.
struct AccessRules {
    let agreements: RecordTable<SharingAgreement>
    private let sources: [SourceDocument.ID: Access]
    private let indicators: [Indicator.ID: Access]
    private let figures: [Indicator.ID: Access]
    let audience: Audience

    init(pack: ReportPack, audience: Audience) {
        self.audience = audience
        agreements = RecordTable("sharing agreement", of: pack.manifest.agreements)
        sources = Dictionary(pack.manifest.sources.map { ($0.id, $0.access) }) { $0.combined(with: $1) }
        let sources = sources
        indicators = Dictionary(
            pack.indicators.map { indicator in
                // What is described in withheld papers alone has their access: its title and definition come from them.
                let described = indicator.sources.map { sources[$0.document] ?? .unrestricted }
                let isOpen = described.isEmpty || described.contains(where: \.isUnrestricted)
                return (
                    indicator.id,
                    isOpen ? indicator.access : described.reduce(indicator.access) { $0.combined(with: $1) }
                )
            }
        ) { $0.combined(with: $1) }
        var figures = indicators
        for observation in pack.observations {
            let access = observation.access.combined(with: sources[observation.source?.document] ?? .unrestricted)
            if !access.isUnrestricted {
                figures[observation.indicator] = (figures[observation.indicator] ?? .unrestricted).combined(
                    with: access)
            }
        }
        self.figures = figures
    }

    /// The access of an item together with that of its source.
    func access(_ own: Access, from source: SourceReference? = nil) -> Access {
        own.combined(with: sources[source?.document] ?? .unrestricted)
    }

    /// The access of an indicator: its own, or that of the papers that alone describe it.
    func access(_ indicator: Indicator) -> Access { indicators[indicator.id] ?? indicator.access }

    /// The access of a figure of an indicator.
    func access(_ observation: Observation) -> Access {
        access(observation.access, from: observation.source)
            .combined(with: indicators[observation.indicator] ?? .unrestricted)
    }

    /// The access of text that may repeat any figure of the indicators that it is about: the strictest of all of them.
    func access(_ own: Access, from source: SourceReference?, repeating ids: [Indicator.ID]) -> Access {
        ids.reduce(access(own, from: source)) { $0.combined(with: figures[$1] ?? .unrestricted) }
    }

    func allows(_ access: Access) -> Bool {
        access.allows(audience, knownAgreements: agreements)
    }
}

extension Dictionary {
    /// The value for a key that may be absent itself.
    fileprivate subscript(key: Key?) -> Value? { key.flatMap { self[$0] } }
}
