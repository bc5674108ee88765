import FamilyServicesKit

/// Who may see something, in the words of packs: `public`, `exempt 3`, `restricted liia`.
enum AccessText {
    private static let expected =
        "write public, exempt and a paragraph of Schedule 12A (1 to 7) as in exempt 3, or restricted and a sharing "
        + "agreement as in restricted liia"

    /// The access that some parts make together.
    static func access(_ parts: [String]) throws(ValueProblem) -> Access {
        var paragraphs: Set<ScheduleParagraph> = []
        var agreements: Set<SharingAgreement.ID> = []
        var isPublic = false
        for part in parts {
            let words = part.split { $0 == " " || $0 == "," || $0 == "\u{A0}" }.map(String.init)
            switch words.first?.lowercased() {
            case "public" where words.count == 1: isPublic = true
            case "exempt" where words.count > 1:
                for word in words.dropFirst() where word.lowercased() != "and" {
                    paragraphs.insert(try paragraph(word, in: part))
                }
            case "restricted" where words.count > 1:
                let name = Blanks.trimmed(part.dropFirst("restricted".count))
                guard let agreement = SharingAgreement.ID(name) else {
                    throw .bad("\(Excerpt.quoted(part)): \(expected).")
                }
                agreements.insert(agreement)
            default:
                throw .bad("\(Excerpt.quoted(part)) does not say who may see this; \(expected).")
            }
        }
        if isPublic, !paragraphs.isEmpty || !agreements.isEmpty {
            throw .ambiguous(
                "Something cannot be both public and \(Excerpt.quoted(parts.last { $0 != "public" } ?? "")).")
        }
        return Access(exemptParagraphs: paragraphs, agreements: agreements)
    }

    /// An access in those words; `nil` where anyone may see it.
    static func text(of access: Access) -> String? {
        guard !access.isUnrestricted else { return nil }
        let parts =
            access.exemptParagraphs.sorted().map { "exempt \($0.rawValue)" }
            + access.agreements.map(\.text).sorted().map { "restricted \($0)" }
        return parts.joined(separator: "; ")
    }

    /// A paragraph by its number.
    static func paragraph(_ word: String, in text: String) throws(ValueProblem) -> ScheduleParagraph {
        guard let number = DigitParser.number(word.utf8), let paragraph = ScheduleParagraph(rawValue: number) else {
            throw .bad("\(Excerpt.quoted(text)) names no paragraph of Schedule 12A; they are numbered 1 to 7.")
        }
        return paragraph
    }
}
