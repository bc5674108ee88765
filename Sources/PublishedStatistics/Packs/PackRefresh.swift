public import ReportVocabulary

/// The figures of a pack as they are and as newer files have them: what is new, what was revised, and what the newer files no longer
/// have.
public struct PackRefresh: Sendable {
    /// A figure that differs.
    public struct Change: Sendable, Hashable, CustomStringConvertible {
        /// The measure, period and area.
        public let indicator, period, area: String
        /// The figure before; `nil` where there was none.
        public let before: String?
        /// The figure now; `nil` where there is none.
        public let now: String?

        /// The change in a line.
        public var description: String {
            let figure = "\(indicator), \(period), \(area)"
            switch (before, now) {
            case (let before?, let now?): return "\(figure): \(before) → \(now)"
            case (nil, let now?): return "\(figure): \(now) (new)"
            case (let before?, nil): return "\(figure): \(before) (kept; the newer files do not have it)"
            case (nil, nil): return figure
            }
        }
    }

    /// Figures that were published before and are different now.
    public let revised: [Change]
    /// Figures that were not there before.
    public let added: [Change]
    /// Figures that the newer files do not have; they are kept.
    public let kept: [Change]
    /// The table as it is to be.
    public let table: String
    /// The document beside it as it is to be.
    public let document: String

    /// Compares what a pack has with what newer files give.
    ///
    /// - Parameters:
    ///   - before: The table and the document of the pack.
    ///   - now: Those from newer files.
    /// - Throws: ``PublishedFileError`` where one is not such a table.
    public init(
        of before: (table: [UInt8], document: String), with now: (table: String, document: String)
    ) throws(PublishedFileError) {
        let old = try Self.rows(in: before.table)
        let new = try Self.rows(in: Array(now.table.utf8))
        // A pack with two rows for one figure does not load; the first is compared, and both go if newer files have it.
        let oldByKey = Dictionary(old.map { ($0.key, $0) }) { first, _ in first }
        let newKeys = Set(new.map(\.key))
        var revised: [Change] = []
        var added: [Change] = []
        for row in new {
            guard let earlier = oldByKey[row.key] else {
                added.append(row.change(from: nil, to: row))
                continue
            }
            if earlier.figure != row.figure { revised.append(row.change(from: earlier, to: row)) }
        }
        var document = DocumentSections(now.document)
        let areas = document.identifiers(in: "areas")
        // The figures of a council that is no longer a neighbour are not kept.
        let kept = old.filter { !newKeys.contains($0.key) && areas.contains($0.cells[2]) }
        document.keep(
            from: DocumentSections(before.document), sources: Set(kept.map { $0.cells[7] }.filter { !$0.isEmpty }))
        self.revised = revised
        self.added = added
        self.kept = kept.map { $0.change(from: $0, to: nil) }
        table = now.table + kept.map { CSVText.row($0.cells) + "\n" }.joined()
        self.document = document.text
    }

    private struct Row {
        let cells: [String]

        var key: [String] { Array(cells.prefix(3)) }

        /// Value, numerator and denominator: what is printed, and what it rests on.
        var figure: [String] { Array(cells[3..<6]) }

        var shown: String {
            let (value, numerator, denominator) = (cells[3], cells[4], cells[5])
            guard !numerator.isEmpty else { return value }
            return value.isEmpty ? "\(numerator) of \(denominator)" : "\(value) (\(numerator) of \(denominator))"
        }

        func change(from before: Row?, to now: Row?) -> Change {
            Change(indicator: cells[0], period: cells[1], area: cells[2], before: before?.shown, now: now?.shown)
        }
    }

    private static func rows(in bytes: [UInt8]) throws(PublishedFileError) -> [Row] {
        var records = CSVRecords(bytes, of: CouncilPack.observationsFile)
        guard try records.advance() else { throw .empty(file: CouncilPack.observationsFile) }
        var places: [Int?] = []
        for column in PackRows.columns {
            var place: Int?
            for index in 0..<records.count where records.text(index) == column { place = index }
            places.append(place)
        }
        let missing = zip(PackRows.columns, places).filter { $1 == nil }.map(\.0)
        guard missing.isEmpty else {
            throw .missingColumns(file: CouncilPack.observationsFile, columns: missing)
        }
        var rows: [Row] = []
        while try records.advance() {
            var cells: [String] = []
            for place in places {
                guard let place, place < records.count else {
                    cells.append("")
                    continue
                }
                cells.append(records.text(place))
            }
            rows.append(Row(cells: cells))
        }
        return rows
    }
}

extension PackRefresh {
    /// What a pack says about how it was made, in the document beside its figures.
    public struct Origin: Sendable, Hashable {
        /// The council; for a pack of a region, the region.
        public let council: Area.ID
        /// The region whose councils are side by side; `nil` for a pack of one council.
        public let region: EnglishRegion?
        /// The year of the model of statistical neighbours.
        public let model: Int?
        /// Whether the model before is shown too.
        public let showsEarlierModel: Bool
        /// How the middle of the neighbours is taken.
        public let statistic: NeighbourSummary.Statistic
        /// The council whose figures are continued.
        public let continues: Area.ID?

        /// Reads it.
        ///
        /// - Parameter text: The document that ``CouncilPack`` wrote.
        /// - Returns: `nil` where it does not name a council.
        public init?(in text: String) {
            var values: [String: String] = [:]
            for line in text.split(whereSeparator: \.isNewline) {
                guard let first = line.first, first.isLetter else { continue }
                let sides = line.split(separator: ":", maxSplits: 1)
                guard sides.count == 2 else { continue }
                values[String(sides[0])] = Trimmed.text(sides[1].filter { $0 != "\"" })
            }
            region = values["region"].flatMap { EnglishRegion(rawValue: $0) }
            guard let council = region?.area.id ?? values["council"].flatMap({ Area.ID($0) }) else { return nil }
            self.council = council
            let years = values["neighbours"]?.split(separator: " ").compactMap { Int($0) } ?? []
            model = years.first
            showsEarlierModel = years.count > 1
            statistic = values["statistic"].flatMap { NeighbourSummary.Statistic(rawValue: $0) } ?? .median
            continues = values["continues"].flatMap { Area.ID($0) }
        }
    }
}

/// The document of a pack in its sections, each a key at the beginning of a line with the lines below it.
struct DocumentSections {
    private var opening: [Substring] = []
    private var sections: [(name: Substring, lines: [Substring])] = []

    init(_ text: String) {
        for line in text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline) {
            if let first = line.first, first.isLetter, let colon = line.firstIndex(of: ":") {
                sections.append((line[..<colon], [line]))
            } else if sections.isEmpty {
                opening.append(line)
            } else {
                sections[sections.count - 1].lines.append(line)
            }
        }
    }

    /// The document.
    var text: String { (opening + sections.flatMap(\.lines)).map { $0 + "\n" }.joined() }

    /// The identifiers of the things that a section lists.
    func identifiers(in name: String) -> Set<String> {
        Set(items(of: name).compactMap(Self.identifier))
    }

    /// Takes over what is still needed of an earlier document: the sources of figures that are kept, and all inspections where the
    /// newer files have none.
    mutating func keep(from earlier: DocumentSections, sources wanted: Set<String>) {
        var wanted = wanted
        if items(of: "inspections").isEmpty, !earlier.items(of: "inspections").isEmpty {
            let kept = earlier.items(of: "inspections")
            add(kept, to: "inspections")
            for line in kept.joined() {
                let text = Trimmed.text(String(line))
                if text.hasPrefix("source:") { wanted.insert(Trimmed.text(text.dropFirst(7).filter { $0 != "\"" })) }
            }
        }
        let known = identifiers(in: "sources")
        add(
            earlier.items(of: "sources").filter { item in
                Self.identifier(of: item).map { wanted.contains($0) && !known.contains($0) } ?? false
            }, to: "sources")
    }

    /// The things that a section lists, each with its lines; no document that loads has a section twice.
    private func items(of name: String) -> [[Substring]] {
        var items: [[Substring]] = []
        for line in sections.first(where: { $0.name == name })?.lines.dropFirst() ?? [] {
            if line.hasPrefix("  - ") || items.isEmpty {
                items.append([line])
            } else {
                items[items.count - 1].append(line)
            }
        }
        return items
    }

    private mutating func add(_ items: [[Substring]], to name: String) {
        guard !items.isEmpty else { return }
        if let index = sections.firstIndex(where: { $0.name == name }) {
            sections[index].lines += items.joined()
        } else {
            sections.append((Substring(name), [Substring(name + ":")] + items.joined()))
        }
    }

    /// The identifier of a thing in a list: `- england`, `- {id: barnet, …}` or `- id: "barnet"`.
    private static func identifier(of item: [Substring]) -> String? {
        let text = Trimmed.text(String(item.first ?? ""))
        guard text.hasPrefix("- ") else { return nil }
        let thing = text.dropFirst(2)
        if let start = thing.firstRange(of: "{id: ")?.upperBound {
            return thing[start...].prefix { $0 != "," && $0 != "}" }.filter { $0 != "\"" }
        }
        if thing.hasPrefix("id: ") { return thing.dropFirst(4).filter { $0 != "\"" } }
        return thing.contains(":") ? nil : thing.filter { $0 != "\"" }
    }
}
