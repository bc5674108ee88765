import FamilyServicesKit

/// Reads the fields of a record as what the models need, and reports whatever is wrong with them.
///
/// Reading goes on after a problem. Where a required field is missing or wrong its reader returns a stand-in, so that the
/// rest of the record is looked at too and the names of the record are known to others; a pack with any error is thrown away
/// in the end, and the stand-ins with it.
struct RecordReader {
    let record: Record
    let shape: Shape
    let problems: FileProblems
    let context: ImportContext
    /// What the days in the columns of the table mean, where the record is a row of one.
    var dates: ColumnDates?

    /// Looks at the fields of a record: whether all are known, and none of the required ones is missing.
    ///
    /// For a row that is known of its heading, so only the cells are looked at.
    init(_ record: Record, _ shape: Shape, problems: FileProblems, context: ImportContext) {
        self.record = record
        self.shape = shape
        self.problems = problems
        self.context = context
        if record.origin == .document { reportUnknownKeys() }
        for name in shape.required {
            let value = record[name]
            if let value, case .absent = value.content {
                var reason = value.remark == nil ? "" : " " + YAMLDocument.remarkInPlaceOfText
                if record.origin == .table {
                    let texts = record.fields.compactMap { field in
                        if case .text(let text) = field.value.content { text } else { nil }
                    }
                    reason = " " + BlankCell.advice(texts)
                }
                problems.error(
                    .missingValue, at: value.remark ?? value.position,
                    "\(Excerpt.named(name)) is blank; \(shape.noun) has to have it.\(reason)")
            } else if value == nil, record.origin == .document {
                let missing =
                    DocumentSheets.sheet(of: name, in: shape.noun, ofWorkbook: problems.isWorkbook).map {
                        "The workbook has no sheet \($0), and this sheet needs it; add it with a row for each."
                    } ?? "\(Excerpt.named(name)) is missing; \(shape.noun) has to have it."
                problems.error(.missingValue, at: record.position, missing)
            }
        }
    }

    private func reportUnknownKeys() {
        for field in record.fields where field.value.hasTightRemark && !shape.required.contains(field.name) {
            guard case .absent = field.value.content, let remark = field.value.remark else { continue }
            problems.warning(.syntax, at: remark, YAMLDocument.remarkInPlaceOfText)
        }
        for field in record.fields where !shape.contains(field.name) {
            problems.warning(
                .unknownField, at: field.namePosition,
                "\(Excerpt.quoted(field.name)) is not a key of \(shape.noun) and is ignored."
                    + Suggestion.ending(for: field.name, among: shape.names.filter { record[$0] == nil }))
        }
    }

    /// Reads another record with the same ways to report.
    func reader(_ record: Record, _ shape: Shape) -> RecordReader {
        RecordReader(record, shape, problems: problems, context: context)
    }

    /// Remembers the place of the record under a name.
    func remember(_ kind: RecordReference.Kind, _ key: String) {
        context.remember(kind, key, record, in: problems)
    }

    /// Remembers the place of the record as a part of another.
    func remember(partOf subject: RecordReference?, field: String, item: Int) {
        context.remember(partOf: subject, field: field, item: item, record, in: problems)
    }

    /// Remembers the place of a file whose keys belong to the pack itself.
    func rememberForPack() { context.remember(partOf: nil, field: "", item: 1, record, in: problems) }

    /// Where a field is, or the record where it has no such field.
    func position(of name: String) -> Position { record[name]?.position ?? record.position }

    /// Reports a problem with a field.
    func report(_ problem: ValueProblem, at name: String, cause: FileProblems.Cause = .message) {
        problems.report(problem, at: position(of: name), cause: cause)
    }

    /// Says how a word was read that is none of the kit's.
    func say(_ text: String, isReadAs meaning: String, in name: String) {
        problems.warning(
            .ambiguous, at: position(of: name),
            PackWords.message(text, meaning, in: name, isWorkbook: problems.isWorkbook))
    }

    /// Whether a field is filled in.
    func has(_ name: String) -> Bool {
        guard let value = record[name] else { return false }
        if case .absent = value.content { return false }
        return true
    }

    /// Reports fields that mean nothing without another.
    func need(_ name: String, for others: String...) {
        guard !has(name) else { return }
        for other in others where has(other) {
            problems.error(
                .missingValue, at: position(of: other),
                "\(Excerpt.named(other)) says nothing without \(Excerpt.named(name)); fill in both or neither.")
        }
    }

    // MARK: Texts

    /// The text of a field that can hold any.
    func text(_ name: String) -> String? {
        guard let text = plainText(name) else { return nil }
        if let value = record[name], let remark = value.remark, !value.hasTightRemark {
            problems.warning(.syntax, at: remark, YAMLDocument.cutText)
        }
        return text
    }

    /// The text of a field, whatever it is to be read as.
    private func plainText(_ name: String) -> String? {
        guard let value = record[name] else { return nil }
        switch value.content {
        case .absent: return nil
        case .text(let text): return text
        case .list, .record:
            problems.error(
                .badValue, at: value.position,
                "\(Excerpt.named(name)) is \(value.noun); a single text is needed here.")
            return nil
        }
    }

    /// The text of a required field; empty where it is missing, which is reported elsewhere.
    func requiredText(_ name: String) -> String { text(name) ?? "" }

    /// The texts of a field, each with its place.
    ///
    /// In a table, and in a YAML file where the field holds names, one text may be several separated by semicolons.
    func parts(_ name: String, splitting: Bool = true) -> [(text: String, position: Position)] {
        guard let value = record[name] else { return [] }
        switch value.content {
        case .absent: return []
        case .text(let text):
            guard splitting || record.origin == .table else { return [(text, value.position)] }
            return Separated.parts(of: text).map { ($0, value.position) }
        case .list(let items):
            return items.compactMap { item in
                if case .text(let text) = item.content { return (text, item.position) }
                problems.error(
                    .badValue, at: item.position,
                    "\(Excerpt.named(name)) lists \(item.noun) where a text is needed.")
                return nil
            }
        case .record:
            problems.error(
                .badValue, at: value.position, "\(Excerpt.named(name)) is \(value.noun); a list is needed here.")
            return []
        }
    }

    /// The texts of a field whose texts may hold semicolons, which separate them in tables only.
    func texts(_ name: String) -> [String] {
        if case .list(let items)? = record[name]?.content {
            for item in items where !item.hasTightRemark {
                guard let remark = item.remark, case .text = item.content else { continue }
                problems.warning(.syntax, at: remark, YAMLDocument.cutText)
            }
        }
        return parts(name, splitting: false).map(\.text)
    }

    // MARK: Values

    /// What a parser makes of the text of a field.
    ///
    /// - Parameters:
    ///   - name: The field.
    ///   - ofForm: Whether it is a matter of the form in which a column is written whether its texts can be read: the
    ///     column is then wrong once and not in each row.
    ///   - parse: The parser.
    func value<Value>(
        _ name: String, ofForm: Bool = false, _ parse: (String) throws(ValueProblem) -> Value
    ) -> Value? {
        guard let written = plainText(name) else { return nil }
        let text = context.words.meaning(of: written, in: name)
        if isNothing(text, name) { return nil }
        do {
            return try parse(text)
        } catch {
            report(error, at: name, cause: ofForm && record.origin == .table ? .form(of: name) : .message)
            return nil
        }
    }

    /// Whether a text that is not needed says only that there is nothing, as “TBC” and “N/A” do; that is said.
    private func isNothing(_ text: String, _ name: String) -> Bool {
        guard Self.fieldsThatMayBeOpen.contains(name), !shape.required.contains(name), TradeWords.isNothing(text) else {
            return false
        }
        problems.warning(
            .missingValue, at: position(of: name),
            "\(Excerpt.quoted(text)) is read as nothing under \(Excerpt.named(name)); leave the cell empty until it is known."
        )
        return true
    }

    private static let fieldsThatMayBeOpen: Set<String> = [
        "owner", "author", "start", "due", "completed", "status_date", "date", "target", "tolerance", "end",
        "published",
        "approved", "agreed", "from", "until", "inherent", "residual", "planned", "cases",
    ]

    /// What a parser makes of each text of a field.
    func values<Value>(_ name: String, _ parse: (String) throws(ValueProblem) -> Value) -> [Value] {
        var values: [Value] = []
        for part in parts(name) {
            do {
                values.append(try parse(context.words.meaning(of: part.text, in: name)))
            } catch {
                problems.report(error, at: part.position)
            }
        }
        return values
    }

    /// The identifier in a field.
    func identifier<Subject>(_ name: String) -> Identifier<Subject>? { value(name, resolved) }

    /// The identifiers in a field.
    func identifiers<Subject>(_ name: String) -> [Identifier<Subject>] { values(name, resolved) }

    /// The roles in a field, separated by semicolons, or as councils separate them.
    func roles(_ name: String) -> [Role.ID] {
        guard let value = record[name] else { return [] }
        if case .text(let text) = value.content {
            if isNothing(context.words.meaning(of: text, in: name), name) { return [] }
            let names = RoleList.names(in: text) { part in
                let meaning = context.words.meaning(of: part, in: name)
                return context.roleNames[meaning] ?? context.roleNames[TradeWords.folded(meaning)]
            }
            return names.compactMap { part in
                do throws(ValueProblem) {
                    return try resolved(context.words.meaning(of: part, in: name))
                } catch {
                    problems.report(error, at: value.position)
                    return nil
                }
            }
        }
        return values(name, resolved)
    }

    /// The identifier that a text is; of a role or an indicator also by its title.
    private func resolved<Subject>(_ text: String) throws(ValueProblem) -> Identifier<Subject> {
        if Subject.self == Indicator.self {
            return try Self.identifier(context.indicator(named: text)?.text ?? text)
        }
        guard Subject.self == Role.self,
            let role = context.roleNames[text] ?? context.roleNames[TradeWords.folded(text)]
        else { return try Self.identifier(text) }
        return try Self.identifier(role.text)
    }

    /// The identifier of the record itself.
    ///
    /// Without one the record is lost, and is known to be.
    ///
    /// - Parameters:
    ///   - name: The field.
    ///   - kind: The sort of record.
    ///   - plan: The plan within which the identifier is unique.
    func ownIdentifier<Subject>(
        _ name: String = "id", _ kind: RecordReference.Kind?, of plan: String? = nil
    ) -> Identifier<Subject>? {
        guard let id: Identifier<Subject> = identifier(name) else {
            problems.hasLostRecords = true
            return nil
        }
        if let kind { context.remember(RecordReference(kind, id.text, of: plan), record, in: problems) }
        return id
    }

    static func identifier<Subject>(_ text: String) throws(ValueProblem) -> Identifier<Subject> {
        guard let id = Identifier<Subject>(text) else {
            throw .bad(
                "\(Excerpt.quoted(text)) cannot be an identifier; write 1 to 120 characters, without line breaks.")
        }
        return id
    }

    /// One of the words of a vocabulary.
    func word<Word: RawRepresentable & CaseIterable>(_ name: String, _ type: Word.Type = Word.self) -> Word?
    where Word.RawValue == String {
        value(name) { text throws(ValueProblem) in
            if let word: Word = Words.known(text) { return word }
            guard let word: Word = TradeWords.word(text) else {
                let problem = Words.unknown(text, as: type)
                guard PackWords.fields.contains(name) else { throw problem }
                let advice = PackWords.advice(
                    on: text, in: name, among: Word.allCases.map(\.rawValue), ofWorkbook: problems.isWorkbook)
                throw ValueProblem.bad(problem.message + advice)
            }
            say(text, isReadAs: word.rawValue, in: name)
            return word
        }
    }

    /// One of the words of a vocabulary; a stand-in where it is missing or wrong.
    func requiredWord<Word: RawRepresentable & CaseIterable>(_ name: String, standIn: Word) -> Word
    where Word.RawValue == String {
        word(name) ?? standIn
    }

    /// Yes or no.
    func flag(_ name: String) -> Bool? {
        value(name) { text throws(ValueProblem) in
            switch text.lowercased() {
            case "yes", "true", "y", "1": return true
            case "no", "false", "n", "0": return false
            default: throw .bad("\(Excerpt.quoted(text)) is neither yes nor no; write yes, no, true or false.")
            }
        }
    }

    /// A whole number in a range.
    func integer(_ name: String, in range: ClosedRange<Int> = 0...1_000_000_000) -> Int? {
        value(name) { text throws(ValueProblem) in try Words.integer(text, in: range) }
    }

    /// A number in a unit.
    func number(_ name: String, in unit: MeasurementUnit = .count) -> Double? {
        value(name, ofForm: true) { text throws(ValueProblem) in try NumberText.number(text, in: unit) }
    }

    /// A day.
    func date(_ name: String) -> CalendarDate? {
        value(name, ofForm: true) { text throws(ValueProblem) in
            if let day = shortYear(text, in: name) { return day }
            return try MonthText.date(text)
        }
    }

    /// A day, month or year.
    func partialDate(_ name: String) -> PartialDate? {
        value(name, ofForm: true) { text throws(ValueProblem) in
            if let day = shortYear(text, in: name) { return PartialDate(day) }
            return try MonthText.partialDate(text)
        }
    }

    /// The day of a text whose year has two digits, which is said once for each column.
    private func shortYear(_ text: String, in name: String) -> CalendarDate? {
        guard let day = DateText.shortYear(text) else { return nil }
        problems.warning(
            .ambiguous, at: position(of: name), cause: .form(of: name),
            "\(Excerpt.quoted(text)) is read as \(day.label): the day comes first, and a year of two digits is one from 1970 to 2069. "
                + "If that is wrong, write the year with four digits.")
        return day
    }

    /// A reporting period.
    func period(_ name: String) -> ReportingPeriod? {
        value(name, ofForm: true) { text throws(ValueProblem) in
            try PeriodText.period(text, firstsAreMonths: dates?.areMonths(text, under: name) ?? false)
        }
    }

    /// A reporting period; a stand-in where it is missing or wrong.
    func requiredPeriod(_ name: String) -> ReportingPeriod? { period(name) ?? StandIn.period }

    /// The references to plans in a field.
    func planReferences(_ name: String) -> [PlanReference] { values(name, Words.planReference) }

    /// A printed figure with the number that it stands for.
    func printed(_ name: String) -> PrintedFigure? {
        text(name).map { PrintedFigure($0, value: NumberText.printed($0)) }
    }
}

/// What takes the place of a required date or period that is missing or wrong, until the pack is thrown away.
///
/// Optional only in form: 1 January 1970 exists, but making a date can fail, and nothing here is unwrapped by force.
enum StandIn {
    static let day = CalendarDate(daysSince1970: 0)
    static let period = day.map { ReportingPeriod.snapshot($0) }
    static let partialDate = day.map { PartialDate($0) }
}
