import FamilyServicesKit

/// What has been read of a pack so far, and where its records stand.
final class ImportContext {
    /// The files that were opened or asked for, with what is wrong with them.
    private(set) var files: [FileProblems] = []
    /// Where records stand.
    ///
    /// An identifier that is used twice has two places.
    private var places: [RecordReference: [Place]] = [:]
    /// Where observations stand, by position.
    var observationPlaces: ObservationPlaces?
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

    /// Where a record stands.
    func places(of subject: RecordReference) -> [Place] { places[subject] ?? [] }

    /// Whether any file has errors.
    var hasErrors: Bool { files.contains(where: \.hasErrors) }

    /// Whether records are missing because they could not be read, so that names may seem unknown that are not.
    var hasLostRecords: Bool { files.contains(where: \.hasLostRecords) }
}
