import FamilyServicesKit
import Foundation
@testable import MarkdownExport
import TestSupport
import Testing

@Suite("Charts in Markdown")
struct ChartTests {
    private func chart(
        _ values: [Double?], labels: [String]? = nil, form: Chart.Form = .lines, isPercentage: Bool = true,
        role: Chart.Role = .measure
    ) -> Chart {
        let points = values.map { Chart.Point($0, missing: $0 == nil ? .notCollected : nil) }
        return Chart(
            name: "trend", title: "Reviews in time", alternativeText: "Line chart of reviews in time.", form: form,
            labelTitle: "Period", valueTitle: "Per cent", isPercentage: isPercentage, decimals: 1,
            labels: labels ?? values.indices.map { "P\($0 + 1)" },
            series: [
                Chart.Series("Figure", role: role, points: points),
                Chart.Series("Target", role: .target, points: values.map { _ in Chart.Point(90) }),
            ])
    }

    @Test("Words come first, then a block for each figure from the lowest to the highest")
    func blocks() {
        let values: [Double?] = [57.2, 50, 55, 60, 64.9, 70, 75, 80, 85]
        #expect(
            Sparkline.sentences(of: chart(values), drawn: true) == [
                "From 57.2% (P1) to 85.0% (P9), lowest 50.0%, highest 85.0%: ▂▁▂▃▄▅▆▇█"
            ])
    }

    @Test("Gaps are dots, said in words, and gaps at the ends are left out")
    func gaps() {
        #expect(
            Sparkline.sentences(of: chart([nil, 1, nil, 2, nil], isPercentage: false), drawn: true) == [
                "From 1.0 (P2) to 2.0 (P4), lowest 1.0, highest 2.0, with a dot for each gap: ▁·█"
            ])
    }

    @Test("Figures that print the same are drawn the same, in the middle", arguments: [[7, 7, 7], [7.01, 6.99, 7]])
    func flat(_ values: [Double]) {
        #expect(
            Sparkline.sentences(of: chart(values), drawn: true) == [
                "From 7.0% (P1) to 7.0% (P3), the same throughout: ▄▄▄"
            ])
    }

    @Test("Of a long series the last 40 points are drawn, and the words say so")
    func long() throws {
        let sentence = try #require(Sparkline.sentences(of: chart((1...64).map(Double.init)), drawn: true).first)
        #expect(
            sentence.hasPrefix(
                "The last 40 of 64 points, from 25.0% (P25) to 64.0% (P64), lowest 25.0%, highest 64.0%: ▁"))
        #expect(sentence.count { "▁▂▃▄▅▆▇█".contains($0) } == 40)
    }

    @Test(
        "Fewer than two figures, bars, and lines that are no measure have no row",
        arguments: [[], [nil], [3, nil], [nil, nil]] as [[Double?]])
    func none(_ values: [Double?]) {
        #expect(Sparkline.sentences(of: chart(values), drawn: true).isEmpty)
        #expect(Sparkline.sentences(of: chart([1, 2], form: .stackedBars), drawn: true).isEmpty)
        #expect(Sparkline.sentences(of: chart([1, 2], role: .average), drawn: true).isEmpty)
    }

    @Test("The largest numbers do not overflow")
    func huge() throws {
        let big = Double.greatestFiniteMagnitude
        let sentence = try #require(
            Sparkline.sentences(of: chart([-big, 0, big], isPercentage: false), drawn: true).first)
        #expect(sentence.hasSuffix(": ▁▅█"))
    }

    @Test("Random series are drawn in their own order", arguments: 0..<50)
    func order(_ round: Int) throws {
        var generator = SeededGenerator(seed: .random(in: 0...UInt64.max))
        let values = (0..<Int.random(in: 2...40, using: &generator)).map { _ in
            Double(Int.random(in: -50...50, using: &generator)) / 10
        }
        let sentence = try #require(Sparkline.sentences(of: chart(values), drawn: true).first)
        let row = Array(sentence.suffix(values.count).unicodeScalars)
        for (left, first) in zip(values, row) {
            for (right, second) in zip(values, row) where left < right {
                #expect(first <= second, "seed \(generator.seed)")
            }
            if left == values.max(), values.min() != values.max() { #expect(first == "█", "seed \(generator.seed)") }
            if left == values.min(), values.min() != values.max() { #expect(first == "▁", "seed \(generator.seed)") }
        }
    }

    @Test(
        "A chart is a heading, its alternative text, the row and the table",
        .enabled(if: Tool.cmark.isReady, "needs cmark-gfm (Debian package cmark-gfm)"))
    func whole() throws {
        let chart = chart([1, nil, 3], labels: ["May *", "June", "July | x"])
        let bytes = try MarkdownExporter(options: .init(frontMatter: false, sparklines: true)).data(
            Sample.publication([.chart(chart)]))
        let read = try ReadMarkdown(String(decoding: bytes, as: UTF8.self))
        let expected: [ReadMarkdown.Block] = [
            .heading(level: 3, "Reviews in time"), .paragraph("Line chart of reviews in time."),
            .paragraph("From 1.0% (May *) to 3.0% (July | x), lowest 1.0%, highest 3.0%, with a dot for each gap: ▁·█"),
            .table([
                ["Period", "Figure", "Target"], ["May *", "1.0%", "90.0%"], ["June", "[x]", "90.0%"],
                ["July | x", "3.0%", "90.0%"],
            ]),
        ]
        #expect(Array(read.blocks.dropFirst(2).prefix(4)) == expected)
        #expect(read.intruders.isEmpty)
    }

    @Test("A heading that names the chart already is not repeated, and a chart without points has no table")
    func headings() throws {
        let blocks: [Block] = [.heading(level: 3, text: "Reviews in time"), .chart(chart([]))]
        let bytes = try MarkdownExporter(options: .init(frontMatter: false)).data(Sample.publication(blocks))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.components(separatedBy: "### Reviews in time").count == 2)
        #expect(!text.contains("|") && text.contains("There is nothing to show under “Reviews in time”."))
    }
}
