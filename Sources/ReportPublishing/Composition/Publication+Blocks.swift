import SmallNumbers
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

extension Publication {
    /// A publication of blocks alone, with an empty pack, for trying exporters out.
    ///
    /// Only the kit's own modules can call this.
    package init(metadata: PublicationMetadata, sections: [PublicationSection]) {
        let manifest = ReportPack.Manifest(
            title: metadata.title, organisation: metadata.organisation, area: "area", period: .snapshot(metadata.date),
            date: metadata.date, isSynthetic: metadata.isSynthetic,
            areas: [Area(id: "area", title: metadata.organisation, kind: .localAuthority)])
        self.init(
            metadata: metadata, sections: sections, pack: ReportPack(manifest: manifest), assessment: Assessment(),
            releaseNote: ReleaseNote(audience: metadata.audience, policy: .showAll))
    }
}
