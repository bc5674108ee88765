public import ReportModel

extension IdentifyingText {
    /// Something that identifies a person in a text of a pack.
    ///
    /// It says where, and nothing of what was found.
    public struct Finding: Sendable, Hashable, Codable {
        /// What it is.
        public let kind: Kind
        /// The record that holds the text; `nil` in texts of the audit programme itself and in milestones of the pack.
        public let subject: RecordReference?
        /// Which text of the record it is, such as “the note”.
        public let field: String
        /// Where the first of it begins in the text, in characters from 1.
        public let position: Int
        /// How many of the kind the text holds.
        public let count: Int
    }

    /// A finding with the text that it is about, for readers of files, who find the place by the text.
    package struct FoundText {
        package let finding: Finding
        package let path: FieldPath
        package let text: String
    }

    /// Finds everything in the free text of a pack that identifies a person.
    ///
    /// Every text that people write is searched: titles, definitions, notes, narrative, printed figures, addresses of
    /// sources, reasons for exemptions. Identifiers, dates and words from lists are not.
    ///
    /// - Complexity: O(*n*) for *n* bytes of text.
    /// - Parameters:
    ///   - pack: The pack.
    ///   - options: What to look for.
    /// - Returns: One finding for each text and kind, in the order of the pack.
    public static func findings(in pack: ReportPack, options: Options = .default) -> [Finding] {
        foundTexts(in: pack, options: options).map(\.finding)
    }

    /// The same with the texts.
    package static func foundTexts(in pack: ReportPack, options: Options = .default) -> [FoundText] {
        let search = PackTextSearch(options: options)
        search.walk(pack)
        return search.found
    }
}

extension IdentifyingText.Finding {
    /// The finding as a problem with the pack.
    ///
    /// The message names kind and place and repeats nothing of the text.
    public var diagnostic: Diagnostic {
        // “an e-mail address” begins a sentence.
        let noun = kind.label.prefix(1).uppercased() + kind.label.dropFirst()
        let more = count > 1 ? " and \(count - 1) more of the kind" : ""
        return Diagnostic(
            .warning, .identifyingText,
            "\(noun) was found in \(field) at character \(position)\(more); \(kind.advice).", about: subject)
    }
}

extension ReportPack {
    /// Reports everything in the free text of the pack that identifies a person, before it is released.
    ///
    /// These are warnings, and no part of ``validate()``: a pack for officers may hold what a public one may not, and only
    /// a person can tell whether “two children” leads to anyone.
    ///
    /// - Parameter options: What to look for.
    /// - Returns: A warning for each text and kind, in the order of the pack. Messages never repeat what was found.
    public func identifyingText(options: IdentifyingText.Options = .default) -> [Diagnostic] {
        IdentifyingText.findings(in: self, options: options).map(\.diagnostic)
    }
}

extension Diagnostic.Code {
    /// Free text that identifies a person, as far as ``IdentifyingText`` can tell.
    public static let identifyingText = Self(rawValue: "identifying-text")
}
