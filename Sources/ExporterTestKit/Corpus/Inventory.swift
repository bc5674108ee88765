import FamilyServicesKit

/// A publication in which every place that takes words or figures has some of its own, so that what is left out can be told.
struct Inventory: Sendable {
    /// What a place is.
    enum Kind: String, Sendable, CaseIterable {
        case reportTitle = "the title of the report"
        case cell = "a cell of a table"
        case number = "a number in a table"
        case percentage = "a percentage in a table"
        case date = "a date in a table"
        case column = "the title of a column"
        case label = "a label of a chart"
        case series = "the title of a series of a chart"
        case mark = "the words of a mark in a chart"
        case point = "a figure of a chart"
        case sectionTitle = "the title of a section"
        case tableTitle = "the title of a table"
        case chartTitle = "the title of a chart"
        case summary = "the summary of a section"
        case heading = "a heading"
        case paragraph = "a paragraph"
        case item = "an item of a list"
        case factLabel = "the label of a fact"
        case fact = "a fact"
        case alternativeText = "the alternative text of a chart"
        case observation = "a text of a figure"
        case record = "a text of a record"

        /// Whether formats without ``FormatCapability/prose`` may leave it out.
        var isProse: Bool { isSentence || [.sectionTitle, .tableTitle, .chartTitle].contains(self) }

        /// Whether a format that has one such thing could have the others.
        var isSentence: Bool {
            switch self {
            case .summary, .heading, .paragraph, .item, .factLabel, .fact, .alternativeText: true
            default: false
            }
        }
    }

    /// A place, and what is there.
    struct Slot: Sendable {
        let kind: Kind
        /// Where it is, such as “section 2, block 3”.
        let place: String
        /// The words as they are; empty for figures.
        let word: String
        /// What a figure looks like in letters and digits alone.
        let forms: [String]
    }

    /// The publication.
    let publication: Publication
    /// Its places in reading order.
    let slots: [Slot]

    /// Sections with blocks of every sort.
    ///
    /// - Parameter changed: The slot that gets another word or figure than usual.
    static func sections(changing changed: Int? = nil) throws -> Inventory {
        let maker = Maker(changing: changed)
        let title = maker.word(.reportTitle, "the metadata")
        let metadata = PublicationMetadata(
            title: title, organisation: "Exampleton Council", date: try CalendarDate(year: 1987, month: 3, day: 9),
            audience: .officers, isSynthetic: true, generator: "ExporterTestKit")
        let sections = try (1...3).map { try maker.section($0) }
        return Inventory(
            publication: Publication(metadata: metadata, sections: sections), slots: maker.slots)
    }

    /// Makes the places one by one.
    private final class Maker {
        private(set) var slots: [Slot] = []
        private let changed: Int?

        init(changing changed: Int?) { self.changed = changed }

        /// The number of the next slot, or that of another if it is to be changed.
        private var seed: Int { slots.count + (slots.count == changed ? 5_000 : 0) }

        func word(_ kind: Kind, _ place: String) -> String {
            let word = Words.word(seed, of: .inventory)
            slots.append(Slot(kind: kind, place: place, word: word, forms: []))
            return word
        }

        func number(_ kind: Kind, _ place: String) -> Double {
            let seed = seed
            // Seven digits, the last of them not zero.
            let digits = 4_000_001 + seed * 1_130
            slots.append(Slot(kind: kind, place: place, word: "", forms: [String(digits)]))
            return Double(digits) / 100
        }

        func percentage(_ place: String) -> Double {
            let digits = 100_003 + seed * 70
            slots.append(Slot(kind: .percentage, place: place, word: "", forms: [String(digits)]))
            return Double(digits) / 10_000
        }

        func date(_ place: String) throws -> CalendarDate {
            let seed = seed
            let date = try CalendarDate(year: 1951 + seed % 40, month: 1 + seed % 12, day: 13 + seed % 14)
            let parts = date.description.split(separator: "-").map { String($0) }
            let full = CalendarDate.monthNames[date.month - 1].lowercased()
            let name = String(full.prefix(3))
            // Workbooks count days.
            let serial = try CalendarDate(year: 1899, month: 12, day: 30).days(until: date)
            slots.append(
                Slot(
                    kind: .date, place: place, word: "",
                    forms: [
                        parts.joined(), parts.reversed().joined(), parts[1] + parts[2] + parts[0],
                        parts[2] + full + parts[0], parts[2] + name + parts[0], full + parts[2] + parts[0],
                        name + parts[2] + parts[0], String(serial),
                    ]))
            return date
        }

        // MARK: Blocks

        func section(_ number: Int) throws -> PublicationSection {
            let place = "section \(number)"
            let title = word(.sectionTitle, place)
            let summary = word(.summary, place) + " at the beginning, and " + word(.summary, "\(place), its end") + "."
            var blocks: [Block] = [.heading(level: 2, text: word(.heading, "\(place), first heading"))]
            blocks.append(.paragraph(word(.paragraph, "\(place), first paragraph")))
            blocks.append(
                .list((1...3).map { ListItem(word(.item, "\(place), item \($0) of the first list")) }))
            blocks.append(
                .facts(
                    (1...3).map { index in
                        Fact(
                            word(.factLabel, "\(place), fact \(index)"), word(.fact, "\(place), fact \(index)"))
                    }))
            blocks.append(.table(try table(number, place)))
            blocks.append(.heading(level: 3, text: word(.heading, "\(place), second heading")))
            blocks.append(
                .paragraph(
                    word(.paragraph, "\(place), second paragraph, its first line") + ".\n"
                        + word(.paragraph, "\(place), second paragraph, its second line") + ".\n\n"
                        + String(repeating: "Children who need help get it sooner. ", count: 60)
                        + word(.paragraph, "\(place), second paragraph, the end of 2,000 characters")))
            blocks.append(.chart(number == 2 ? bars(place) : lines(number, place)))
            blocks.append(.list([ListItem(word(.item, "\(place), the only item of the last list"))]))
            blocks.append(.paragraph(word(.paragraph, "\(place), last paragraph")))
            return PublicationSection(
                id: SectionID("inventory-\(number)"), title: title, shortTitle: "Inventory \(number)",
                summary: summary, blocks: blocks)
        }

        private func table(_ number: Int, _ place: String) throws -> Table {
            let title = word(.tableTitle, place)
            let columns = [
                TableColumn(word(.column, "\(place), column 1"), width: 30),
                TableColumn(word(.column, "\(place), column 2"), alignment: .trailing),
                TableColumn(word(.column, "\(place), column 3"), alignment: .trailing),
                TableColumn(word(.column, "\(place), column 4"), alignment: .trailing),
                TableColumn(word(.column, "\(place), column 5")),
            ]
            let rows = try (1...5).map { row -> [Cell] in
                let place = "\(place), row \(row)"
                let first = word(.cell, "\(place), column 1")
                let cells = [
                    Cell(.number(self.number(.number, "\(place), column 2"), decimals: 2)),
                    Cell(.percentage(percentage("\(place), column 3"), decimals: 4)),
                    Cell(.date(try date("\(place), column 4"))),
                ]
                let last = word(.cell, "\(place), column 5")
                return [Cell(.text(first))] + cells + [Cell(.text(last), tone: row == 2 ? .negative : nil)]
            }
            return Table(name: "inventory_\(number)", title: title, columns: columns, rows: rows)
        }

        private func lines(_ number: Int, _ place: String) -> Chart {
            let place = "\(place), its chart"
            let title = word(.chartTitle, place)
            let text = word(.alternativeText, place)
            let labels = (1...4).map { word(.label, "\(place), label \($0)") }
            let mark = Chart.Mark(word(.mark, place), tone: .negative)
            let series = [("first", Chart.Role.measure), ("second", .target)].map { name, role in
                Chart.Series(
                    word(.series, "\(place), \(name) series"), role: role,
                    points: (0..<4).map { index in
                        Chart.Point(
                            self.number(.point, "\(place), \(name) series, point \(index + 1)"),
                            mark: index == 3 && role == .measure ? mark : nil)
                    })
            }
            return Chart(
                name: "inventory_chart_\(number)", title: title, alternativeText: text, form: .lines,
                labelTitle: "Period", valueTitle: "Number", isPercentage: false, decimals: 2, labels: labels,
                series: series)
        }

        private func bars(_ place: String) -> Chart {
            let place = "\(place), its chart"
            let title = word(.chartTitle, place)
            let text = word(.alternativeText, place)
            let labels = (1...3).map { word(.label, "\(place), label \($0)") }
            let series = (1...2).map { index in
                Chart.Series(
                    word(.series, "\(place), series \(index)"), role: .part, tone: index == 1 ? .positive : .negative,
                    points: labels.map { _ in Chart.Point(50) })
            }
            return Chart(
                name: "inventory_chart_2", title: title, alternativeText: text, form: .stackedBars,
                labelTitle: "Team", valueTitle: "Per cent", isPercentage: true, decimals: 0, labels: labels,
                series: series)
        }
    }
}

extension Inventory {
    /// Whether each place is in a file.
    ///
    /// - Parameter layers: The file, taken apart.
    /// - Returns: The numbers of the slots that were found.
    func found(in layers: [[UInt8]]) -> Set<Int> {
        let words = WordSearch(slots.map { Array($0.word.utf8) }, width: 7)
        var forms: [(slot: Int, form: [UInt8])] = []
        for (index, slot) in slots.enumerated() { forms += slot.forms.map { (index, Array($0.utf8)) } }
        let figures = WordSearch(forms.map(\.form), width: 5)
        var found: Set<Int> = []
        for layer in layers {
            for place in words.places(in: layer) { found.insert(place.word) }
            for place in figures.places(in: ByteShapes.letters(layer)) { found.insert(forms[place.word].slot) }
        }
        return found
    }

    /// The first occurrences of some slots in the order in which they come in bytes.
    func order(of chosen: [Int], in bytes: [UInt8]) -> [Int] {
        let search = WordSearch(chosen.map { Array(slots[$0].word.utf8) }, width: 7)
        var seen: Set<Int> = []
        return search.places(in: bytes).map(\.word).filter { seen.insert($0).inserted }.map { chosen[$0] }
    }
}

/// Words that occur nowhere else: twelve letters without a vowel.
enum Words {
    /// Families of words, none of which has a word of another.
    enum Family: UInt64 {
        case inventory = 1
        case records = 2
        case secrets = 3
        case rows = 4
    }

    /// A word.
    ///
    /// - Parameters:
    ///   - number: Its number in the family.
    ///   - family: The family.
    static func word(_ number: Int, of family: Family) -> String {
        var random = SplitMix(state: family.rawValue << 32 | UInt64(number))
        let letters = Array("bcdfghjklmnpqrstvwxz")
        var word = ""
        var bits = random.next()
        for index in 0..<12 {
            let letter = String(letters[Int(bits % 20)])
            bits /= 20
            word += index == 0 ? letter.uppercased() : letter
        }
        return word
    }
}
