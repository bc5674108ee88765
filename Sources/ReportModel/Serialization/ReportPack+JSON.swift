#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ReportPack {
    /// How the JSON form is laid out.
    public enum JSONLayout: Sendable, Hashable, CaseIterable {
        /// Without blanks, for programs.
        case compact
        /// Indented, for people and for version control.
        case pretty
    }

    /// Writes the pack as JSON, in the form of ``ReportPackDocument``.
    ///
    /// Equal packs give equal bytes: keys are sorted, sets are written in order, and neither clock nor locale is asked.
    ///
    /// - Parameters:
    ///   - layout: How the text is laid out.
    ///   - generator: What writes it.
    /// - Returns: The text in UTF-8.
    /// - Throws: ``ReportPackDocumentError`` where a number is infinite or not a number, which JSON cannot hold.
    public func jsonData(
        layout: JSONLayout = .compact, generator: ReportPackDocument.Generator? = .kit
    ) throws(ReportPackDocumentError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if layout == .pretty { encoder.outputFormatting.insert(.prettyPrinted) }
        do {
            return Array(try encoder.encode(ReportPackDocument(self, generator: generator)))
        } catch let error as EncodingError {
            throw ReportPackDocumentError(error)
        } catch {
            throw ReportPackDocumentError(.badValue, "The pack cannot be written: \(error)")
        }
    }

    /// Reads a pack from JSON in the form of ``ReportPackDocument``.
    ///
    /// What a newer minor version adds is passed over. The pack is not checked beyond its form; ``validate()`` does that.
    ///
    /// - Parameter bytes: The text in UTF-8, with or without a byte-order mark.
    /// - Throws: ``ReportPackDocumentError``, with the place of the first thing that cannot be read.
    public init(json bytes: [UInt8]) throws(ReportPackDocumentError) {
        self = try ReportPackDocument(json: bytes).pack
    }
}

extension ReportPackDocument {
    /// Reads a document from JSON.
    ///
    /// - Parameter bytes: The text in UTF-8, with or without a byte-order mark.
    /// - Throws: ``ReportPackDocumentError``, with the place of the first thing that cannot be read.
    public init(json bytes: [UInt8]) throws(ReportPackDocumentError) {
        self = try VersionedDocument.read(Self.self, from: bytes)
    }
}
