import ReportVocabulary

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reading documents that say in which version of their form they are written.
package enum VersionedDocument {
    /// Reads a document from JSON.
    ///
    /// - Parameters:
    ///   - type: The type of the document.
    ///   - bytes: The text in UTF-8, with or without a byte-order mark.
    /// - Returns: The document.
    /// - Throws: ``ReportPackDocumentError``, with the place of the first thing that cannot be read.
    package static func read<Document: Decodable>(
        _ type: Document.Type, from bytes: [UInt8]
    ) throws(ReportPackDocumentError) -> Document {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
        do {
            return try decode(type, from: text)
        } catch  where error.code == .syntax {
            throw closerLook(at: text, for: type) ?? error
        }
    }

    /// Finds out whether this version of the kit understands a document.
    ///
    /// The version comes first: of a newer form nothing else can be trusted.
    ///
    /// - Parameters:
    ///   - container: The document.
    ///   - key: The key of its version.
    /// - Returns: The version.
    /// - Throws: ``ReportPackDocumentError`` where there is no version or a newer one; `DecodingError` where it is none.
    package static func version<Key: CodingKey>(
        in container: KeyedDecodingContainer<Key>, forKey key: Key
    ) throws -> ReportPackDocument.Version {
        guard let version = try container.decodeIfPresent(ReportPackDocument.Version.self, forKey: key) else {
            throw ReportPackDocumentError.missingVersion
        }
        guard version.major <= ReportPackDocument.currentVersion.major else {
            throw ReportPackDocumentError.newerVersion(version)
        }
        return version
    }

    private static func decode<Document: Decodable>(
        _ type: Document.Type, from text: [UInt8]
    ) throws(ReportPackDocumentError) -> Document {
        do {
            return try JSONDecoder().decode(type, from: Data(text))
        } catch let error as ReportPackDocumentError {
            throw error
        } catch let error as DecodingError {
            throw ReportPackDocumentError(error, in: text)
        } catch {
            throw ReportPackDocumentError(.syntax, "This is not JSON as it should be: \(error)")
        }
    }

    /// Finds out why the library takes a text for no JSON: it may be none, or hold a number that does not fit its place.
    private static func closerLook<Document: Decodable>(
        at text: [UInt8], for type: Document.Type
    ) -> ReportPackDocumentError? {
        guard String(validating: text, as: UTF8.self) != nil else {
            return ReportPackDocumentError(.syntax, "This is not JSON as it should be: the text is not in UTF-8.")
        }
        let syntax = JSONSyntax(text)
        if let problem = syntax.problem { return ReportPackDocumentError(problem, in: text) }
        // The library does not say which number it is. Put 0 in place of all from some point on, and the point up to which
        // the text cannot be read shows it; halving finds it in few steps.
        let numbers = syntax.unusualNumbers
        func canBeRead(keeping count: Int) -> Bool {
            var changed = text
            for place in numbers[count...] {
                changed.replaceSubrange(
                    place, with: [UInt8(ascii: "0")] + Array(repeating: 0x20, count: place.count - 1))
            }
            do throws(ReportPackDocumentError) {
                _ = try decode(type, from: changed)
                return true
            } catch {
                return error.code != .syntax
            }
        }
        guard canBeRead(keeping: 0) else { return nil }
        var (good, bad) = (0, numbers.count)
        while bad - good > 1 {
            let middle = (good + bad) / 2
            if canBeRead(keeping: middle) { good = middle } else { bad = middle }
        }
        guard bad > 0 else { return nil }
        return ReportPackDocumentError(unfitNumber: numbers[bad - 1], in: text)
    }
}
