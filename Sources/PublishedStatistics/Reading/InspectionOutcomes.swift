public import ReportModel
public import ReportVocabulary

/// Inspections of local authority children's services with their judgements, in the columns of Ofsted's workbook of outcomes.
public struct InspectionOutcomes: Sendable {
    /// The name of the file.
    public let file: String
    /// The inspections, in the order of the file.
    public let inspections: [Inspection]
    /// Rows that could not be read, with why.
    public let problems: [String]

    /// An inspection of one council.
    public struct Inspection: Sendable, Hashable {
        /// The council.
        public let authority: Area.ID
        /// The day on which it began.
        public let start: CalendarDate
        /// The day on which its report was published.
        public let published: CalendarDate?
        /// What kind of inspection it was, in Ofsted's words.
        public let kind: String
        /// The judgements that were made, and no others.
        public let judgements: [Judgement]
    }

    /// The last day on which inspections gave a grade for overall effectiveness.
    ///
    /// Inspections from April 2026 give none. It is not missing there: nobody made it.
    static let lastDayOfOverallGrade = CalendarDate(unchecked: 2026, 3, 31)
    /// The first day from which care leavers were graded on their own.
    static let firstDayOfCareLeaverGrade = CalendarDate(unchecked: 2023, 1, 1)

    private static let graded: [(heading: String, area: String)] = [
        ("overall effectiveness", "overall effectiveness"),
        (
            "the impact of leaders on social work practice with children and families",
            "impact of leaders on social work practice"
        ),
        (
            "the experiences and progress of children who need help and protection",
            "children who need help and protection"
        ),
        ("the experiences and progress of children in care", "children in care"),
        ("the experiences and progress of care leavers", "care leavers"),
    ]

    /// Whether headings are those of such a table.
    static func isLikely(_ columns: [String]) -> Bool {
        let names = columns.map { $0.lowercased() }
        return names.contains { $0.hasPrefix("local authority") }
            && names.contains { $0.hasPrefix("inspection date") || $0.hasPrefix("inspection start date") }
            && names.contains("overall effectiveness")
    }

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - rows: The rows; the first that is a heading of such a table is where it begins.
    ///   - file: The name of the file that they are in.
    ///   - day: How a date is read; by default as ISO 8601 writes it.
    /// - Returns: `nil` where no row is a heading of such a table.
    public init?(
        rows: [[String]], file: String,
        day: (String) -> CalendarDate? = { try? CalendarDate(iso: String($0.prefix(10))) }
    ) {
        guard let heading = rows.firstIndex(where: { Self.isLikely($0.map(Trimmed.text)) }) else { return nil }
        let names = rows[heading].map { Trimmed.text($0).lowercased() }
        // The column that a beginning earlier in the list describes goes before the others.
        let place = { (beginnings: [String]) in
            beginnings.lazy.compactMap { beginning in names.firstIndex { $0.hasPrefix(beginning) } }.first
        }
        let code = place(["local authority area code", "local authority code", "ons"])
        // Without “name” it is the column of the council that is not that of its code.
        let name =
            place(["local authority name"])
            ?? names.indices.first { $0 != code && names[$0].hasPrefix("local authority") }
        let start = place(["inspection date", "inspection start date"])
        let published = place(["publication date"])
        let kind = place(["inspection type", "event type"])
        var inspections: [Inspection] = []
        var problems: [String] = []
        for (number, row) in rows.enumerated().dropFirst(heading + 1) {
            let cell = { (index: Int?) in index.flatMap { row.indices.contains($0) ? Trimmed.text(row[$0]) : nil } ?? ""
            }
            guard row.contains(where: { !Trimmed.text($0).isEmpty }) else { continue }
            guard let begun = day(cell(start)) else {
                problems.append("Row \(number + 1): “\(cell(start))” is not a date.")
                continue
            }
            let known =
                LocalAuthority.with(code: cell(code)) ?? LocalAuthority.one(named: cell(name), on: begun)
            guard let authority = known else {
                problems.append("Row \(number + 1): “\(cell(name))” is not a council of the register.")
                continue
            }
            var judgements: [Judgement] = []
            for (column, area) in Self.graded {
                guard Self.isGraded(area, on: begun), let index = names.firstIndex(of: column) else { continue }
                let text = cell(index)
                if let grade = Self.grade(text) {
                    judgements.append(Judgement(area: area, grade: grade))
                } else if !["", "-", "n/a", "not applicable", "not judged", "[z]", "z", "null"].contains(
                    text.lowercased())
                {
                    problems.append("Row \(number + 1): “\(text)” is not a grade.")
                }
            }
            inspections.append(
                Inspection(
                    authority: authority.id, start: begun, published: day(cell(published)), kind: cell(kind),
                    judgements: judgements))
        }
        self.file = file
        self.inspections = inspections
        self.problems = problems
    }

    /// Reads a CSV file.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - name: What messages call it.
    /// - Throws: ``PublishedFileError`` where it is not such a file.
    public init(path: String, name: String? = nil) throws(PublishedFileError) {
        let file = name ?? path
        var records = try CSVRecords(path: path, name: file)
        var rows: [[String]] = []
        while try records.advance() { rows.append(records.texts()) }
        guard let outcomes = InspectionOutcomes(rows: rows, file: file) else {
            throw .missingColumns(file: file, columns: ["Inspection date", "Overall effectiveness"])
        }
        self = outcomes
    }

    private static func isGraded(_ area: String, on day: CalendarDate) -> Bool {
        switch area {
        case "overall effectiveness": day <= lastDayOfOverallGrade
        case "care leavers": day >= firstDayOfCareLeaverGrade
        default: true
        }
    }

    private static func grade(_ text: String) -> Grade? {
        switch text.lowercased() {
        case "outstanding": .outstanding
        case "good": .good
        case "requires improvement to be good", "requires improvement": .requiresImprovement
        case "inadequate": .inadequate
        default: nil
        }
    }

    /// The inspections of a council, the earliest first, as events of a report.
    ///
    /// - Parameters:
    ///   - council: The council.
    ///   - source: Where they are printed.
    /// - Returns: The events.
    public func events(of council: Area.ID, source: SourceReference? = nil) -> [InspectionEvent] {
        inspections.filter { $0.authority == council }.sorted { $0.start < $1.start }.map { inspection in
            Self.event(
                inspection, id: Identifier(stringLiteral: "ILACS-\(inspection.start)"), title: Self.title(inspection),
                source)
        }
    }

    /// The inspections of several councils, the earliest first, as events of a report that names the council of each.
    ///
    /// - Parameters:
    ///   - councils: The councils.
    ///   - source: Where they are printed.
    /// - Returns: The events.
    func events(of councils: [LocalAuthority], source: SourceReference?) -> [InspectionEvent] {
        // A council that is named twice has one name.
        let names = Dictionary(councils.map { ($0.id, $0.name) }) { first, _ in first }
        return inspections.compactMap { inspection in names[inspection.authority].map { (inspection, $0) } }
            .sorted { ($0.0.start, $0.1) < ($1.0.start, $1.1) }
            .map { inspection, name in
                Self.event(
                    inspection, id: Identifier(stringLiteral: "ILACS-\(inspection.authority)-\(inspection.start)"),
                    title:
                        "\(name): \(Self.title(inspection).prefix(1).lowercased())\(Self.title(inspection).dropFirst())",
                    source)
            }
    }

    private static func title(_ inspection: Inspection) -> String {
        inspection.kind.lowercased().contains("short")
            ? "Short inspection of children's services" : "Inspection of children's services"
    }

    private static func event(
        _ inspection: Inspection, id: InspectionEvent.ID, title: String, _ source: SourceReference?
    ) -> InspectionEvent {
        InspectionEvent(
            id: id, kind: .inspection, framework: .ilacs, body: "Ofsted", title: title, status: .held,
            start: PartialDate(inspection.start),
            published: inspection.published.map { PartialDate($0) },
            judgements: inspection.judgements, source: source)
    }

    /// The inspections of the CSV file of a folder that has most of them: a later edition has those of the earlier ones.
    static func latest(in folder: PublishedFolder) throws(PublishedFileError) -> InspectionOutcomes? {
        var found: InspectionOutcomes?
        for file in folder.files where file.kind == .inspections {
            let outcomes = try InspectionOutcomes(path: folder.path(of: file.name), name: file.name)
            if let found, found.inspections.count >= outcomes.inspections.count { continue }
            found = outcomes
        }
        return found
    }

    /// The document that they are printed in.
    var document: SourceDocument {
        SourceDocument(
            id: PackRows.source(of: file), title: "Outcomes of inspections of children's services (\(file))",
            publisher: "Ofsted")
    }
}
