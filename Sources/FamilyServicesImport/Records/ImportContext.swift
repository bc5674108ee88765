import FamilyServicesKit

/// What has been read of a pack so far, and where its records stand.
final class ImportContext {
    /// The files that were opened or asked for, with what is wrong with them.
    private(set) var files: [FileProblems] = []
    /// Where records stand.
    ///
    /// An identifier that is used twice has two places.
    private var places: [RecordReference: [Place]] = [:]
    /// Where records stand that are parts of another, or, under no name, of the pack itself.
    private var parts: [RecordReference?: [Place]] = [:]
    /// The files that were read.
    private(set) var inputs: [InputFile] = []
    /// Where observations stand, table by table in the order in which they were read.
    private var observationTables: [ObservationPlaces] = []
    /// What the pack reports on, as soon as it is known.
    var reportPeriod: ReportingPeriod?
    /// The words that the pack gives a meaning of its own.
    var words = PackWords()
    /// What roles can be called beside their identifiers: their titles, where only one has it.
    var roleNames: [String: Role.ID] = [:]
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

    init(limits: ImportLimits) {
        self.limits = limits
    }

    /// A list for the problems of a file.
    func problems(of file: String) -> FileProblems {
        let problems = FileProblems(file: file, most: limits.problemsPerFile)
        files.append(problems)
        return problems
    }

    /// Remembers where a record stands.
    func remember(_ kind: RecordReference.Kind, _ key: String, _ record: Record, in problems: FileProblems) {
        places[RecordReference(kind, key), default: []].append(Place(problems: problems, record: record))
    }

    /// Remembers where a part of a record stands that has no name of its own.
    func remember(partOf subject: RecordReference?, _ record: Record, in problems: FileProblems) {
        parts[subject, default: []].append(Place(problems: problems, record: record))
    }

    /// Remembers where the observations of a table stand, behind those of the tables before.
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

    /// Where a text of a record stands: in the record, or in one of its parts.
    ///
    /// - Returns: The record and the field; the record alone where no field holds the text as it is.
    func place(of text: String, in subject: RecordReference?) -> (problems: FileProblems, position: Position)? {
        let all = (subject.flatMap { places[$0] } ?? []) + (parts[subject] ?? [])
        for place in all {
            if let position = place.record.position(ofAny: [text]) { return (place.problems, position) }
        }
        // The pack itself has several files, of which none is likelier than another.
        guard subject != nil else { return nil }
        return all.first.map { ($0.problems, $0.record.position) }
    }

    /// Where a record stands.
    func places(of subject: RecordReference) -> [Place] { places[subject] ?? [] }

    /// Where the parts of a record stand that have no name of their own, in the order in which they were read.
    func parts(of subject: RecordReference) -> [Place] { parts[subject] ?? [] }

    /// Whether any file has errors.
    var hasErrors: Bool { files.contains(where: \.hasErrors) }

    /// Whether records are missing because they could not be read, so that names may seem unknown that are not.
    var hasLostRecords: Bool { files.contains(where: \.hasLostRecords) }
}
