import ChartSVG
import FamilyServicesKit

/// The page around the sections.
struct Page {
    let publication: Publication
    let options: HTMLExporter.Options
    let anchors: Anchors
    /// The section that is nothing but a list of links, which the page shows as its contents.
    let contents: SectionID?
    /// Whether the first section bears the report's own title.
    let startsWithCover: Bool

    init(_ publication: Publication, options: HTMLExporter.Options) {
        self.publication = publication
        self.options = options
        anchors = Anchors(publication.sections)
        contents = publication.sections.first(where: Self.isContents)?.id
        startsWithCover = publication.sections.first?.title == publication.metadata.title
    }

    func writeHead(to output: inout HTMLOutput) {
        let metadata = publication.metadata
        let title = HTMLText.isBlank(metadata.title) ? "Report" : HTMLText.oneLine(metadata.title)
        output.append("<!DOCTYPE html>\n<html lang=\"\(HTMLText.oneLine(metadata.language))\">\n<head>\n")
        output.append("<meta charset=\"utf-8\">\n")
        output.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        // No script runs and nothing is fetched, whatever the report says.
        output.append(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
        output.element("title", "\(title) – \(HTMLText.oneLine(metadata.organisation))")
        let description = [
            metadata.isSynthetic ? PublicationWording.synthetic : nil,
            "\(metadata.organisation)\(metadata.period.map { ", \($0)" } ?? ""). For \(metadata.audience.label).",
        ]
        meta("description", description.compactMap { $0 }.joined(separator: " "), to: &output)
        meta("author", metadata.author ?? metadata.organisation, to: &output)
        meta("keywords", metadata.keywords.joined(separator: ", "), to: &output)
        meta("generator", metadata.generator, to: &output)
        output.append("<style>\n\(StyleSheet.text(options))</style>\n</head>\n<body>\n")
        output.append("<a class=\"skip\" href=\"#report\">Skip to the report</a>\n<header>\n")
        output.element("h1", title)
        if metadata.isSynthetic {
            output.element("p class=\"notice\"", "<strong>\(PublicationWording.synthetic)</strong>")
        }
        output.element(
            "p",
            "\(HTMLText.oneLine(metadata.organisation)). This version is for "
                + "\(HTMLText.oneLine(metadata.audience.label)). Dated \(Self.time(metadata.date)).")
        output.append("</header>\n")
        writeContents(to: &output)
        output.append("<main id=\"report\">\n")
    }

    func writeFoot(to output: inout HTMLOutput) {
        output.append("</main>\n<footer>\n")
        if publication.metadata.isSynthetic { output.element("p class=\"notice\"", PublicationWording.synthetic) }
        output.element("p", "Made with \(HTMLText.oneLine(publication.metadata.generator)).")
        output.append("</footer>\n</body>\n</html>\n")
    }

    func write<Sink: ByteSink & ~Copyable>(
        _ section: PublicationSection, _ index: Int, to output: inout HTMLOutput, sink: inout Sink,
        context: ExportContext
    ) throws {
        guard section.id != contents else { return }
        let writer = SectionWriter(page: self, section: section, index: index, context: context)
        try writer.write(to: &output, sink: &sink)
    }

    /// A date that programs can read too.
    static func time(_ date: CalendarDate) -> String { "<time datetime=\"\(date)\">\(date.label)</time>" }

    private func meta(_ name: String, _ content: String, to output: inout HTMLOutput) {
        guard !HTMLText.isBlank(content) else { return }
        output.append("<meta name=\"\(name)\" content=\"\(HTMLText.oneLine(content))\">\n")
    }

    private func writeContents(to output: inout HTMLOutput) {
        // In the order of the sections.
        let listed = publication.sections.indices.filter { index in
            publication.sections[index].id != contents && !(index == 0 && startsWithCover)
        }
        guard !listed.isEmpty else { return }
        // A report's own contents section keeps its address, for links to it.
        let place = publication.sections.firstIndex { $0.id == contents }
        output.append("<nav aria-labelledby=\"contents-title\"")
        output.append(place.map { " id=\"\(anchors.names[$0])\"" } ?? "")
        output.append(">\n<h2 id=\"contents-title\">Contents</h2>\n<ul>\n")
        for index in listed {
            let section = publication.sections[index]
            let title = SectionWriter.title(of: section)
            let kind = section.isAnnex ? " class=\"annex\"" : ""
            output.element("li\(kind)", "<a href=\"#\(anchors.names[index])\">\(title)</a>")
        }
        output.append("</ul>\n</nav>\n")
    }

    private static func isContents(_ section: PublicationSection) -> Bool {
        guard section.blocks.count == 1, case .list(let items)? = section.blocks.first, section.role == .contents else {
            return false
        }
        return items.allSatisfy { $0.link != nil }
    }
}
