public import FamilyServicesKit

/// A publication as it is kept in a JSON file: what it says about itself, its records, and what the analysis says about
/// them.
///
/// ```json
/// {
///   "schemaVersion": { "major": 1, "minor": 0 },
///   "generator": { "name": "FamilyServicesKit", "version": "0.1.0" },
///   "publication": { "title": "…", "audience": "public", … },
///   "releaseNote": { "policy": { … }, "withheld": [ … ], … },
///   "pack": { "manifest": { … }, "indicators": [ … ], … },
///   "assessment": { "indicators": [ … ], … }
/// }
/// ```
///
/// It is a `ReportPackDocument` with three members more, so that whatever reads packs reads it too. Versions mean the same as
/// there: a newer minor version is read and what is new in it passed over, a newer major version is refused.
///
/// A document is no `Publication`: nothing that is read from a file has passed publication control here.
public struct PublicationDocument: Sendable, Hashable {
    /// The version of the form.
    public let schemaVersion: ReportPackDocument.Version
    /// What wrote the document; absent where that is not said.
    public let generator: ReportPackDocument.Generator?
    /// Title, audience, dates and provenance.
    public let publication: PublicationMetadata
    /// What was decided when the version was made, and what it leaves out.
    public let releaseNote: ReleaseNote
    /// The records as the audience may see them.
    public let pack: ReportPack
    /// What the analysis says about them.
    public let assessment: Assessment

    /// Makes a document in the present form.
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - generator: What writes the document.
    public init(_ publication: Publication, generator: ReportPackDocument.Generator? = .kit) {
        schemaVersion = ReportPackDocument.currentVersion
        self.generator = generator
        self.publication = publication.metadata
        releaseNote = publication.releaseNote
        pack = publication.pack
        assessment = publication.assessment
    }
}

extension PublicationDocument: Codable {
    private enum CodingKeys: String, CodingKey {
        case schemaVersion, generator, publication, releaseNote, pack, assessment
    }

    /// Reads a document.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `ReportPackDocumentError` where there is no version or a newer one; `DecodingError` for the rest.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        schemaVersion = try VersionedDocument.version(in: container, forKey: .schemaVersion)
        generator = try container.decodeIfPresent(ReportPackDocument.Generator.self, forKey: .generator)
        publication = try container.decode(PublicationMetadata.self, forKey: .publication)
        releaseNote = try container.decode(ReleaseNote.self, forKey: .releaseNote)
        pack = try container.decode(ReportPack.self, forKey: .pack)
        assessment = try container.decode(Assessment.self, forKey: .assessment)
    }
}

/// A publication as one JSON object.
package enum DocumentShape: JSONShape {
    package static func write(_ publication: Publication, to output: JSONOutput) throws {
        try JSONStreamEncoder.encode(PublicationDocument(publication), to: output)
    }
}
