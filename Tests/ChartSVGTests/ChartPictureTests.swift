import ChartSVG
import FamilyServicesKit
import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Charts as pictures")
struct ChartPictureTests {
    private static func chart(
        _ series: [Chart.Series], labels: [String] = ["April", "May", "June"], form: Chart.Form = .lines,
        title: String = "Visits in time", alternativeText: String = "Visits rose from 80% to 90%."
    ) -> Chart {
        Chart(
            name: "Visits", title: title, alternativeText: alternativeText, form: form, labelTitle: "Month",
            valueTitle: "Per cent", isPercentage: true, decimals: 0, labels: labels, series: series)
    }

    private static let visits = chart([
        .init(
            "Visits", role: .measure,
            points: [.init(80), .init(nil), .init(90, mark: .init("Better", tone: .positive))]),
        .init("Target", role: .target, points: [.init(85), .init(85), .init(85)]),
    ])

    @Test("A picture is one element that needs nothing else, with the chart's title and alternative text")
    func complete() throws {
        let picture = try #require(ChartPicture(of: Self.visits))
        let read = try ReadPicture(picture.markup)
        #expect(read.root == "svg" && read.attributes["role"] == "img")
        #expect(read.attributes["width"] == "\(picture.width)" && read.attributes["height"] == "\(picture.height)")
        #expect(read.text["title"] == ["Visits in time"])
        #expect(read.text["desc"] == ["Visits rose from 80% to 90%."])
        #expect(read.elements.isDisjoint(with: ["style", "script", "a", "image", "use", "foreignObject"]))
        #expect(!picture.markup.contains("class=") && !picture.markup.contains("href"))
    }

    @Test("A picture without a heading of its own can show its title, and is as much higher")
    func title() throws {
        let plain = try #require(ChartPicture(of: Self.visits))
        let titled = try #require(ChartPicture(of: Self.visits, showsTitle: true))
        #expect(try !ReadPicture(plain.markup).text["text", default: []].contains("Visits in time"))
        #expect(try ReadPicture(titled.markup).text["text", default: []].contains("Visits in time"))
        #expect(titled.width == plain.width && titled.height > plain.height)
    }

    @Test("Beneath the drawing is what each line and each mark means")
    func legend() throws {
        let words = try ReadPicture(try #require(ChartPicture(of: Self.visits)).markup).text["text"] ?? []
        #expect(words.suffix(3) == ["Visits", "Target", "Marked: Better"])
        #expect(words.contains("Better") && words.contains("April") && words.contains("June"))
    }

    @Test("Each line has dashes of its own, and each tone a shape, so that colours are not needed")
    func blackAndWhite() throws {
        let roles: [Chart.Role] = [.measure, .target, .average, .lowerLimit, .upperLimit]
        let lines = roles.map { Chart.Series($0.rawValue, role: $0, points: [.init(1), .init(2), .init(3)]) }
        let read = try ReadPicture(try #require(ChartPicture(of: Self.chart(lines))).markup)
        let dashes = read.paths.map { $0["stroke-dasharray"] ?? "" }
        let widths = read.paths.map { "\($0["stroke-dasharray"] ?? "") \($0["stroke-width"] ?? "")" }
        #expect(dashes.count { !$0.isEmpty } == 3)
        #expect(Set(widths).count == roles.count)
        let marks = [Tone.positive, .caution, .negative].map { Chart.Point(1, mark: .init($0.rawValue, tone: $0)) }
        let marked = try #require(ChartPicture(of: Self.chart([.init("Visits", role: .measure, points: marks)])))
        let shapes = try ReadPicture(marked.markup).polygons.suffix(3).map { $0["points"] }
        #expect(Set(shapes).count == 3)
    }

    @Test("A chart without a figure has no picture", arguments: Chart.Form.allCases)
    func empty(_ form: Chart.Form) {
        let gaps = [Chart.Point(nil), Chart.Point(.nan), Chart.Point(.infinity)]
        #expect(ChartPicture(of: Self.chart([.init("Visits", role: .measure, points: gaps)], form: form)) == nil)
        #expect(ChartPicture(of: Self.chart([], form: form)) == nil)
        #expect(
            ChartPicture(of: Self.chart([.init("Visits", role: .part, points: [.init(1)])], labels: [], form: form))
                == nil)
    }

    @Test("Whatever a chart says and however it is made, the picture can be read and says nothing else")
    func hostile() throws {
        var random = SeededGenerator()
        let words = [
            "", "Children & \"families\" <b>", " class=\"line", "\u{0}\u{1B}\u{FFFE}\u{202E}", "]]>-->", "ילדים",
            String(repeating: "long ", count: 60), "'", "\n\n",
        ]
        let numbers: [Double?] = [
            nil, 0, -0.0, 1, -1, 0.1, 99.99, 100, 1e-300, -1e99, 1e100, 1e101, .greatestFiniteMagnitude, .infinity,
            -.infinity, .nan, .leastNonzeroMagnitude,
        ]
        func word() -> String { words.randomElement(using: &random) ?? "" }
        for _ in 0..<TestSize.count(50) {
            let labels = (0..<Int.random(in: 0...40, using: &random)).map { _ in word() }
            let series = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                let points = (0..<Int.random(in: 0...42, using: &random)).map { _ in
                    let mark = Bool.random(using: &random) ? nil : Tone.allCases.randomElement(using: &random)
                    let number = numbers.randomElement(using: &random) ?? nil
                    return Chart.Point(number, mark: mark.map { .init(word(), tone: $0) })
                }
                return Chart.Series(
                    word(), role: Chart.Role.allCases.randomElement(using: &random) ?? .measure,
                    tone: Tone.allCases.randomElement(using: &random), points: points)
            }
            let form = Chart.Form.allCases.randomElement(using: &random) ?? .lines
            let chart = Self.chart(series, labels: labels, form: form, title: word(), alternativeText: word())
            guard let picture = ChartPicture(of: chart) else { continue }
            let read = try ReadPicture(picture.markup)
            #expect(read.elements.isSubset(of: ReadPicture.known), "seed \(random.seed)")
            #expect(!picture.markup.contains("nan") && !picture.markup.contains("inf"), "seed \(random.seed)")
            #expect(picture == ChartPicture(of: chart))
        }
    }

    @Test(
        "Figures so great that one more is the same number can be drawn", arguments: [1e16, 1e17, -1e17, 1e99, -1e100])
    func greatFigures(number: Double) {
        for form in Chart.Form.allCases {
            let series = Chart.Series("Measure", role: .measure, points: [.init(number), .init(number)])
            let chart = Self.chart(
                [series], labels: ["2025", "2026"], form: form, title: "Great", alternativeText: "Great")
            guard let markup = ChartPicture(of: chart)?.markup else {
                #expect(form != .lines && number < 0, "bars begin at 0 and show what is above")
                continue
            }
            #expect(!markup.contains("nan") && !markup.contains("inf"))
        }
    }

    @Test("A control chart of one's own figures can be drawn, with its expected range")
    func controlChart() throws {
        let first = try ReportingPeriod("2024-06")
        let figures = (0..<24).compactMap { month in
            first.advanced(by: month).map {
                ControlChart.Measurement($0, Double(80 + month * 7 % 5 + (month == 20 ? 20 : 0)))
            }
        }
        let chart = Chart(
            try ControlChart(figures, improvement: .increase), name: "Visits", title: "Visits in time", unit: .percent)
        let words = try ReadPicture(try #require(ChartPicture(of: chart)).markup).text["text"] ?? []
        for title in chart.series.map(\.title) { #expect(words.contains(title)) }
        #expect(words.contains { $0.hasPrefix("Marked: ") })
    }
}

/// What a parser of XML finds in a picture.
private struct ReadPicture {
    static let known: Set<String> = ["svg", "title", "desc", "rect", "g", "line", "path", "circle", "polygon", "text"]

    let root: String
    let attributes: [String: String]
    let elements: Set<String>
    let text: [String: [String]]
    let paths: [[String: String]]
    let polygons: [[String: String]]

    struct Unreadable: Error {
        let reason: String
    }

    init(_ markup: String) throws {
        let reader = Reader()
        let parser = XMLParser(data: Data(markup.utf8))
        parser.delegate = reader
        guard parser.parse() else {
            throw Unreadable(reason: "\(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "")\n\(markup)")
        }
        root = reader.found.first?.name ?? ""
        attributes = reader.found.first?.attributes ?? [:]
        elements = Set(reader.found.map(\.name))
        text = reader.text
        paths = reader.found.filter { $0.name == "path" }.map(\.attributes)
        polygons = reader.found.filter { $0.name == "polygon" }.map(\.attributes)
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var found: [(name: String, attributes: [String: String])] = []
        var text: [String: [String]] = [:]
        private var words = ""

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String] = [:]
        ) {
            found.append((name, attributes))
            words = ""
        }

        func parser(_ parser: XMLParser, foundCharacters characters: String) { words += characters }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            text[name, default: []].append(words)
            words = ""
        }
    }
}
