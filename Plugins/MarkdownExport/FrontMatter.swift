import FamilyServicesKit

/// YAML front matter: the keys that pandoc and most site generators know.
enum FrontMatter {
    static func text(_ metadata: PublicationMetadata) -> String {
        var lines = ["---", "title: \(quoted(metadata.title))"]
        lines.append("author: \(quoted(metadata.author ?? metadata.organisation))")
        lines.append("organisation: \(quoted(metadata.organisation))")
        if let committee = metadata.committee { lines.append("committee: \(quoted(committee))") }
        lines.append("date: \(quoted(metadata.date.description))")
        if let period = metadata.period { lines.append("period: \(quoted(period))") }
        lines.append("lang: \(quoted(metadata.language))")
        lines.append("subject: \(quoted("Version for \(metadata.audience.label)"))")
        if !metadata.keywords.isEmpty {
            lines.append("keywords:")
            lines += metadata.keywords.map { "  - \(quoted($0))" }
        }
        lines.append("synthetic: \(metadata.isSynthetic)")
        lines.append("generator: \(quoted(metadata.generator))")
        lines.append("---")
        return lines.joined(separator: "\n") + "\n"
    }

    /// A text in double quotation marks.
    ///
    /// pandoc reads metadata as Markdown, so a text is escaped as one in the body is. Once cleaned, it has no character that YAML
    /// forbids, and no line break; only the quotation mark and the backslash mean something to YAML.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in MarkdownText.metadata(text).unicodeScalars {
            if scalar == "\"" || scalar == "\\" { result.append("\\") }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}
