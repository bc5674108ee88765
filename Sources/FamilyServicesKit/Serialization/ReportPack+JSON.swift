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
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
        do {
            self = try Self.decode(text)
        } catch  where error.code == .syntax {
            throw Self.closerLook(at: text) ?? error
        }
    }

    private static func decode(_ text: [UInt8]) throws(ReportPackDocumentError) -> ReportPackDocument {
        do {
            return try JSONDecoder().decode(ReportPackDocument.self, from: Data(text))
        } catch let error as ReportPackDocumentError {
            throw error
        } catch let error as DecodingError {
            throw ReportPackDocumentError(error, in: text)
        } catch {
            throw ReportPackDocumentError(.syntax, "This is not JSON as it should be: \(error)")
        }
    }

    /// Finds out why the library takes a text for no JSON: it may be none, or hold a number that does not fit its place.
    private static func closerLook(at text: [UInt8]) -> ReportPackDocumentError? {
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
                _ = try decode(changed)
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
