import FamilyServicesKit

/// What has been read of a pack so far, and where its records are.
final class ImportContext {
    /// The files that were opened or asked for, with what is wrong with them.
    private(set) var files: [FileProblems] = []
    /// Where records are.
    ///
    /// An identifier that is used twice has two places.
    private var places: [RecordReference: [Place]] = [:]
    /// Where the records are that are parts of another, or, under no name, of the pack itself.
    private var parts: [RecordReference?: [Part]] = [:]
    /// The files that were read.
    private(set) var inputs: [InputFile] = []
    /// Where observations are, table by table in the order in which they were read.
    private var observationTables: [ObservationPlaces] = []
    /// What the pack reports on, as soon as it is known.
    var reportPeriod: ReportingPeriod?
    /// The words that the pack gives a meaning of its own.
    var words = PackWords()
    /// The columns of actions that only this pack has.
    var actionColumns: [OwnColumn] = []
    /// What roles can be called beside their identifiers: their titles, where only one has it.
    var roleNames: [String: Role.ID] = [:]
    /// What indicators can be called beside their identifiers: their titles, where only one has it.
    var indicatorNames: [String: Indicator.ID] = [:]
    /// The references that serve as identifiers of actions.
    var actionReferences: Set<String> = []
    /// What areas can be called beside their identifiers.
    var areaNames: [String: Area.ID] = [:]
    /// The limits.
    let limits: ImportLimits

    /// A record in a file.
    struct Place {
        let problems: FileProblems
        let record: Record
    }

    /// A record in a file of its own that is one of several things in a field of another.
    struct Part {
        let field: String
        let item: Int
        let place: Place
    }

    init(limits: ImportLimits) {
        self.limits = limits
    }

    /// The indicator that has a title; `nil` where none has it, several have, or it is an identifier itself.
    func indicator(named text: String) -> Indicator.ID? {
        guard !indicatorNames.isEmpty, let id = indicatorNames[text] ?? indicatorNames[TradeWords.folded(text)],
            id.text != text
        else { return nil }
        return id
    }

    /// A list for the problems of a file.
    func problems(of file: String) -> FileProblems {
        let problems = FileProblems(file: file, most: limits.problemsPerFile)
        files.append(problems)
        return problems
    }

    /// Remembers where a record is.
    func remember(_ kind: RecordReference.Kind, _ key: String, _ record: Record, in problems: FileProblems) {
        remember(RecordReference(kind, key), record, in: problems)
    }

    /// Remembers where a record is.
    func remember(_ name: RecordReference, _ record: Record, in problems: FileProblems) {
        places[name, default: []].append(Place(problems: problems, record: record))
    }

    /// Remembers where a part of a record is, for parts that have no name of their own.
    ///
    /// - Parameters:
    ///   - subject: The record; `nil` for the pack itself.
    ///   - field: The field of the record that the part is in.
    ///   - item: Which of the things in the field it is, from 1.
    func remember(
        partOf subject: RecordReference?, field: String, item: Int, _ record: Record, in problems: FileProblems
    ) {
        parts[subject, default: []].append(
            Part(field: field, item: item, place: Place(problems: problems, record: record)))
    }

    /// Remembers where the observations of a table are, behind those of the tables before.
    func remember(_ places: ObservationPlaces) { observationTables.append(places) }

    /// The table of an observation, and its number there.
    func observation(_ number: Int) -> (places: ObservationPlaces, number: Int)? {
        var rest = number
        for table in observationTables {
            if rest <= table.places.count { return rest >= 1 ? (table, rest) : nil }
            rest -= table.places.count
        }
        return nil
    }

    /// Remembers a file that was read.
    func remember(_ file: InputFile) { inputs.append(file) }

    /// The columns in which the files write what the models have as lists: the first target of an indicator, the present status
    /// of an action.
    private static let columns: [String: [FieldPath.Step]] = [
        "targets": [.init("target")], "statuses": [.init("status_date"), .init("status")],
    ]

    /// Where a field of a record is: in the record, in one of its parts, or in a file that holds nothing but such parts.
    ///
    /// - Parameters:
    ///   - field: The field; `nil` for the record itself.
    ///   - subject: The record; `nil` for what is in no record with a name.
    ///   - values: What of the field is meant.
    ///   - isRepeated: Whether its second occurrence is meant.
    /// - Returns: The place of the field; that of the record where the file has no such field; `nil` where neither is known.
    func place(
        of field: FieldPath?, in subject: RecordReference?, showing values: [String], isRepeated: Bool = false
    ) -> (problems: FileProblems, position: Position)? {
        let records = subject.flatMap { places[$0] } ?? []
        // A duplicate is reported at its second occurrence.
        let own = isRepeated && records.count > 1 ? records[1] : records.first
        guard let field, let first = field.steps.first else { return own.map { ($0.problems, $0.record.position) } }
        if let own {
            if let position = own.record.position(of: field.steps[...], showing: values, isRepeated: isRepeated) {
                return (own.problems, position)
            }
        }
        let ofField = (parts[subject] ?? []).filter { $0.field == first.key }
        if let item = first.item, let part = ofField.first(where: { $0.item == item }) {
            return position(of: field.steps.dropFirst(), in: part.place, showing: values)
        }
        for part in ofField {
            for step in part.place.record.fields where step.value.holds(values) {
                return (part.place.problems, step.value.position)
            }
        }
        for step in Self.columns[first.key] ?? [] {
            guard let own, let position = own.record.position(of: [step], showing: values, isRepeated: false) else {
                continue
            }
            return (own.problems, position)
        }
        if let own { return (own.problems, own.record.position) }
        // What belongs to the pack itself is in files that are known by their keys.
        for part in parts[subject] ?? [] where part.field.isEmpty {
            for steps in [field.steps[...], field.steps.dropFirst()] where !steps.isEmpty {
                if let position = part.place.record.position(of: steps, showing: values, isRepeated: isRepeated) {
                    return (part.place.problems, position)
                }
            }
        }
        return nil
    }

    private func position(
        of steps: ArraySlice<FieldPath.Step>, in place: Place, showing values: [String]
    ) -> (problems: FileProblems, position: Position) {
        let position = place.record.position(of: steps, showing: values, isRepeated: false)
        return (place.problems, position ?? place.record.position)
    }

    /// Where a record is.
    func places(of subject: RecordReference) -> [Place] { places[subject] ?? [] }

    /// Where the parts of a record without a name of their own are, in the order in which they were read.
    func parts(of subject: RecordReference, in field: String) -> [Place] {
        (parts[subject] ?? []).filter { $0.field == field }.map(\.place)
    }

    /// Whether any file has errors.
    var hasErrors: Bool { files.contains(where: \.hasErrors) }

    /// Whether records are missing because they could not be read, so that names may seem unknown that are not.
    var hasLostRecords: Bool { files.contains(where: \.hasLostRecords) }
}
