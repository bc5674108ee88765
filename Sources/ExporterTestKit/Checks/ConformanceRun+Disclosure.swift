import FamilyServicesKit

extension ConformanceRun {
    /// Looks for the words that say that figures are invented.
    mutating func checkSyntheticData() {
        guard !trapped.contains(corpus.small.name) else { return }
        let small = corpus.small.publication
        func publication(isSynthetic: Bool) -> Publication? {
            var pack = small.pack
            pack.manifest.isSynthetic = isSynthetic
            return (try? Corpus.metadata(isSynthetic: isSynthetic)).map {
                Publication(
                    metadata: $0, sections: small.sections, pack: pack, assessment: small.assessment,
                    releaseNote: small.releaseNote)
            }
        }
        guard let invented = publication(isSynthetic: true).flatMap({ bytes($0) }),
            let real = publication(isSynthetic: false).flatMap({ bytes($0) })
        else { return }
        if claims(.deterministic), invented == real {
            note(
                .syntheticData, in: corpus.small.name,
                "A report of invented figures is written like one of real figures; say so on the first page.")
        } else if claims(.text) {
            let start = String(decoding: invented.prefix(4_096), as: UTF8.self).lowercased()
            if !["synthetic", "invented", "fictitious", "made up"].contains(where: { start.contains($0) }) {
                note(
                    .syntheticData, in: corpus.small.name,
                    "The first 4,096 bytes do not say that the figures are synthetic or invented.")
            }
        }
    }

    /// Looks in the versions for the public for what only others may see.
    ///
    /// The versions for officers are written first, with the same exporter: what it kept of them would come out.
    mutating func checkDisclosure() {
        guard let packs = try? ConfidentialPack.all() else { return }
        for confidential in packs {
            let versions = confidential.versions
            guard let exporter = try? exporter(), let officers = versions[.officers], let members = versions[.members],
                let everyone = versions[.everyone]
            else { return }
            let names = "\(confidential.name), version for \(Audience.everyone.label)"
            guard !trapped.contains(names) else { continue }
            _ = Trial(exporter, officers)
            _ = Trial(exporter, members)
            let trial = Trial(exporter, everyone)
            guard trial.error == nil else { continue }
            var parts: [[UInt8]] = []
            do {
                parts = try conformance.unpack?(trial.sink.bytes) ?? []
            } catch {
                note(.disclosure, in: names, "The file cannot be taken apart: \(error)")
            }
            let found = SecretSearch(confidential.secrets).found(in: trial.sink.bytes, parts: parts)
            let leaked = confidential.secrets.indices.filter(found.contains).map { confidential.secrets[$0] }
            if let first = leaked.first {
                note(
                    .disclosure, in: names,
                    "\(leaked.count) of \(confidential.secrets.count) things that only other audiences may see occur in it, "
                        + "such as “\(first)”; write nothing but what the publication at hand holds.")
            }
        }
    }
}
