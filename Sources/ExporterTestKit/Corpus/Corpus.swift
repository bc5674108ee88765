import FamilyServicesKit

/// The publications that an exporter is tried with.
///
/// The same in every process, so that two processes can compare what they wrote.
struct Corpus: Sendable {
    /// A word in each document that breaks the contract, which no message may repeat.
    static let confidentialWord = "Quillfeather"

    /// Documents that keep the contract, those that some formats cannot hold, and those that break it.
    let documents: [CorpusDocument]
    /// A small document with every kind of block or record.
    let small: CorpusDocument
    /// A table with more rows, or a pack with more observations, than fit into any buffer.
    let long: CorpusDocument

    /// What of a publication a format writes.
    enum Matter {
        case sections, records

        init(_ format: FormatDescriptor) {
            self = format.capabilities.contains(.records) ? .records : .sections
        }
    }

    /// The corpus, built once for all runs of a process.
    static func shared(longRows: Int, of matter: Matter, isBrief: Bool) throws -> Corpus {
        try built.withLock { built in
            let size = Size(rows: longRows, matter: matter, isBrief: isBrief)
            if let corpus = built[size] { return corpus }
            let corpus = try Corpus(longRows: longRows, of: matter, isBrief: isBrief)
            built[size] = corpus
            return corpus
        }
    }

    private struct Size: Hashable {
        let rows: Int
        let matter: Matter
        let isBrief: Bool
    }

    private static let built = Locked<[Size: Corpus]>([:])

    /// Builds the corpus.
    ///
    /// - Parameters:
    ///   - longRows: The rows of the longest table, or the observations of the largest pack.
    ///   - matter: What small and long documents are made of.
    ///   - isBrief: Whether publications made from packs are left out, which take the most time.
    /// - Throws: Where a pack of the kit cannot be published, which is a fault of the kit.
    init(longRows rows: Int, of matter: Matter = .sections, isBrief: Bool = false) throws {
        let blocks = try Self.document("every sort of block", Self.everyBlock())
        switch matter {
        case .sections:
            small = blocks
            long = try Self.document("\(rows) rows", [.table(Self.longTable(rows: rows))])
        case .records:
            small = try Self.everyRecord()
            long = try Self.manyObservations(rows)
        }
        var documents = [blocks]
        documents += try Self.structures()
        documents += try Self.texts()
        documents += try Self.figures()
        documents += try Self.charts()
        if !isBrief {
            documents += try Self.reports()
            for pack in try ConfidentialPack.all() { documents += pack.documents }
        }
        if matter == .records {
            documents.append(small)
            documents += try Self.recordTexts() + Self.recordFigures() + Self.recordsBeyondContract()
        }
        documents.append(long)
        documents += try Self.beyondContract()
        self.documents = documents
    }

    // MARK: Building blocks

    static func metadata(title: String = "Report of the conformance run", isSynthetic: Bool = true) throws
        -> PublicationMetadata
    {
        PublicationMetadata(
            title: title, organisation: "Exampleton Council", committee: "Scrutiny Committee",
            author: "Head of Performance", date: try CalendarDate(year: 2026, month: 7, day: 14), period: "June 2026",
            audience: .everyone, keywords: ["children’s services"], isSynthetic: isSynthetic,
            generator: "ExporterTestKit")
    }

    static func section(
        _ id: SectionID, _ title: String, summary: String = "", _ blocks: [Block]
    ) -> PublicationSection {
        PublicationSection(
            id: id, title: title, shortTitle: String(title.prefix(31)),
            role: id == "notes" ? .notes : id == "contents" ? .contents : .body,
            summary: summary, blocks: blocks)
    }

    /// A document of one section.
    static func document(
        _ name: String, as demand: CorpusDocument.Demand = .write, _ blocks: [Block]
    ) throws -> CorpusDocument {
        try document(name, as: demand, sections: [section("content", "Content", blocks)])
    }

    static func document(
        _ name: String, as demand: CorpusDocument.Demand = .write, sections: [PublicationSection]
    ) throws -> CorpusDocument {
        CorpusDocument(
            name: name, demand: demand, publication: Publication(metadata: try metadata(), sections: sections))
    }

    /// A table with a column of names and one of values.
    static func table(_ cells: [Cell.Value], named name: String = "values") -> Table {
        Table(
            name: name, title: "Values",
            columns: [TableColumn("Name"), TableColumn("Value", alignment: .trailing)],
            rows: cells.enumerated().map { [Cell(.text("Row \($0.offset + 1)")), Cell($0.element)] })
    }

    private static func everyBlock() throws -> [Block] {
        [
            .heading(level: 2, text: "What the section says"),
            .paragraph("The first line.\nThe second line.\n\nA paragraph of its own."),
            .list([ListItem("An item"), ListItem("One that leads here", link: SectionLink(section: "content"))]),
            .facts([Fact("Council", "Exampleton Council"), Fact("Contact", "team@exampleton.example")]),
            .table(
                Table(
                    name: "measures", title: "Measures",
                    columns: [
                        TableColumn("Measure", width: 30), TableColumn("Value", alignment: .trailing),
                        TableColumn("Date", alignment: .trailing), TableColumn("Rating"),
                    ],
                    rows: [
                        [
                            Cell(.text("Visits in time [note 1]"), link: SectionLink(section: "content")),
                            Cell(.percentage(57.25, decimals: 1)),
                            Cell(.date(try CalendarDate(year: 2026, month: 6, day: 30))),
                            Cell(.text("On target"), tone: .positive),
                        ],
                        [
                            Cell(.text("Contacts")), Cell(.number(1_537, decimals: 0)), Cell(.missing(.notCollected)),
                            Cell(.empty),
                        ],
                    ])),
            .chart(lineChart("visits", values: [61, nil, 64.5])),
        ]
    }

    /// The rows of a long table, or the observations of a large pack, that have a word of their own: some, and the last.
    static func rowWords(_ rows: Int) -> [(row: Int, word: String)] {
        (1...rows).filter { $0 % 97 == 0 || $0 == rows }.map { ($0, Words.word($0, of: .rows)) }
    }

    /// What a row or an observation is remarked with; `nil` where any remark will do.
    static func remark(ofRow row: Int, of rows: Int) -> String? {
        row % 97 == 0 || row == rows ? Words.word(row, of: .rows) : nil
    }

    /// A table whose cells do not compress well.
    static func longTable(rows: Int) -> Table {
        var random = SplitMix(state: 20_260_714)
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        let remarks = (0..<997).map { _ in
            String((0..<24).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] })
        }
        return Table(
            name: "long", title: "Long table",
            columns: [
                TableColumn("Row", alignment: .trailing), TableColumn("Remark"), TableColumn("Further remark"),
                TableColumn("Share", alignment: .trailing), TableColumn("Count", alignment: .trailing),
            ],
            rows: (0..<rows).map { row -> [Cell] in
                let share = Double(random.next() % 1_001) / 10
                let count: Cell.Value = row % 13 == 5 ? .missing(.suppressed) : .number(Double(row % 977), decimals: 0)
                return [
                    Cell(.number(Double(row + 1), decimals: 0)), Cell(.text(remarks[Int(random.next() % 997)])),
                    Cell(.text(remark(ofRow: row + 1, of: rows) ?? remarks[Int(random.next() % 997)])),
                    Cell(.percentage(share, decimals: 1)), Cell(count),
                ]
            })
    }
}

/// Numbers that look random and are the same every time (Steele, Lea and Flood, 2014).
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
