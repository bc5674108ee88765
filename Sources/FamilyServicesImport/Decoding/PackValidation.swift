import FamilyServicesKit

/// Validates a pack that was read, and says where in the files each problem stands.
enum PackValidation {
    /// The sorts of problem that only have to do with names.
    ///
    /// Where something could not be read, stand-ins took its place, and of their numbers and dates nothing can be said.
    private static let aboutNames: Set<Diagnostic.Code> = [.unresolvedReference, .duplicate, .cycle]

    /// Validates a pack.
    ///
    /// Problems of known place are added to those of their file.
    ///
    /// - Returns: The problems without a place.
    static func problems(of pack: ReportPack, _ context: ImportContext) -> [Diagnostic] {
        let isWhole = !context.hasErrors
        let hasAllNames = !context.hasLostRecords
        var others: [Diagnostic] = []
        for diagnostic in pack.validate() {
            guard isWhole || aboutNames.contains(diagnostic.code) else { continue }
            // What could not be read may have had the name that is missing.
            guard hasAllNames || diagnostic.code != .unresolvedReference else { continue }
            if let place = place(of: diagnostic, context) {
                place.problems.add(diagnostic.located(at: place.problems.location(place.position)))
            } else {
                others.append(diagnostic)
            }
        }
        return others
    }

    private static func place(
        of diagnostic: Diagnostic, _ context: ImportContext
    ) -> (problems: FileProblems, position: Position)? {
        guard let subject = diagnostic.subject else { return nil }
        let texts = quoted(in: diagnostic.message)
        if subject.kind == .observation {
            guard let places = context.observationPlaces, let number = Int(subject.key),
                let position = places.position(of: number, showing: texts)
            else { return nil }
            return (places.problems, position)
        }
        let places = context.places(of: subject)
        // What stands twice is wrong where it stands again.
        let isRepeated = diagnostic.code == .duplicate && places.count > 1
        guard let place = isRepeated ? places[1] : places.first else { return nil }
        return (place.problems, place.record.position(ofAny: texts) ?? place.record.position)
    }

    /// The texts in quotation marks in a message.
    private static func quoted(in message: String) -> [String] {
        message.split(separator: "“").dropFirst().compactMap { part in
            part.firstIndex(of: "”").map { String(part[..<$0]) }
        }
    }
}
