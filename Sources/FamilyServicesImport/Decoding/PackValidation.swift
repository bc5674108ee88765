import FamilyServicesKit

/// Validates a pack that was read, and says where in the files each problem is.
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
            if !report(diagnostic, context) { others.append(diagnostic) }
        }
        return others
    }

    /// Works out again what the pack states in claims and on a printed dashboard, and says where in the files it does not hold.
    ///
    /// Problems of known place are added to those of their file.
    ///
    /// - Returns: The problems without a place.
    static func contradictions(in pack: ReportPack, _ context: ImportContext) -> [Diagnostic] {
        pack.contradictions().filter { !report($0, context) }
    }

    /// Looks for free text that identifies a person, and says where in the files it is.
    ///
    /// Problems of known place are added to those of their file.
    ///
    /// - Returns: The problems without a place.
    static func identifyingText(
        in pack: ReportPack, _ options: IdentifyingText.Options, _ context: ImportContext
    ) -> [Diagnostic] {
        var others: [Diagnostic] = []
        for found in IdentifyingText.foundTexts(in: pack, options: options) {
            let diagnostic = found.finding.diagnostic
            if let subject = diagnostic.subject, subject.kind == .observation,
                let (places, number) = Int(subject.key).flatMap(context.observation)
            {
                places.problems.add(diagnostic, at: places.position(of: number, field: found.path))
            } else if let place = context.place(of: found.path, in: diagnostic.subject, showing: [found.text]) {
                place.problems.add(diagnostic, at: place.position)
            } else {
                others.append(diagnostic)
            }
        }
        return others
    }

    /// Adds a problem to those of its file.
    ///
    /// - Returns: Whether its place is known.
    private static func report(_ diagnostic: Diagnostic, _ context: ImportContext) -> Bool {
        if let subject = diagnostic.subject, subject.kind == .observation {
            guard let (places, number) = Int(subject.key).flatMap(context.observation) else { return false }
            // Nobody can see positions in a table; lines everybody can.
            let named = diagnostic.renaming { other in
                guard other.kind == .observation, let (others, number) = Int(other.key).flatMap(context.observation),
                    let line = others.line(of: number)
                else { return nil }
                return "\(others.problems.lineNoun) \(line)"
                    + (others.problems === places.problems ? "" : " of \(others.problems.name)")
            }
            places.problems.add(named, at: places.position(of: number, field: diagnostic.field))
            return true
        }
        let place = context.place(
            of: diagnostic.field, in: diagnostic.subject, showing: diagnostic.values,
            isRepeated: diagnostic.code == .duplicate)
        guard let place else { return false }
        place.problems.add(diagnostic, at: place.position)
        return true
    }
}
