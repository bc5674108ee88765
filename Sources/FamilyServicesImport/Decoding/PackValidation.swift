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
            if !report(diagnostic, context) { others.append(diagnostic) }
        }
        return others
    }

    /// Looks for free text that leads to a person, and says where in the files it stands.
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
                places.problems.add(diagnostic, at: places.position(of: number, showing: [found.text]))
            } else if let place = context.place(of: found.text, in: diagnostic.subject) {
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
        guard let subject = diagnostic.subject else { return false }
        if subject.kind == .observation {
            guard let (places, number) = Int(subject.key).flatMap(context.observation) else { return false }
            let named = Diagnostic(
                diagnostic.severity, diagnostic.code, namingLines(in: diagnostic.message, context, places),
                about: subject)
            // Most of what can be wrong with an observation is wrong with its value; a name has a cell of its own.
            let texts = diagnostic.code == .unresolvedReference ? quoted(in: diagnostic.message) : []
            places.problems.add(named, at: places.position(of: number, showing: texts))
            return true
        }
        let places = context.places(of: subject)
        // What stands twice is wrong where it stands again.
        let isRepeated = diagnostic.code == .duplicate && places.count > 1
        guard let place = isRepeated ? places[1] : places.first else { return false }
        place.problems.add(
            diagnostic, at: place.record.position(ofAny: quoted(in: diagnostic.message)) ?? place.record.position)
        return true
    }

    /// A message about other observations with their lines in place of their positions, which nobody can see in a table.
    private static func namingLines(
        in message: String, _ context: ImportContext, _ places: ObservationPlaces
    ) -> String {
        let words = message.split(separator: " ", omittingEmptySubsequences: false)
        guard let noun = words.firstIndex(of: "observation"), noun + 1 < words.count else { return message }
        let digits = words[noun + 1].prefix { $0.isASCII && $0.isNumber }
        guard let (others, number) = Int(digits).flatMap(context.observation), let line = others.line(of: number) else {
            return message
        }
        var named = words.map(String.init)
        named[noun] = "line"
        let file = others.problems === places.problems ? "" : " of \(others.problems.file)"
        named[noun + 1] = "\(line)" + file + words[noun + 1].dropFirst(digits.count)
        return named.joined(separator: " ")
    }

    /// The texts in quotation marks in a message.
    private static func quoted(in message: String) -> [String] {
        message.split(separator: "“").dropFirst().compactMap { part in
            part.firstIndex(of: "”").map { String(part[..<$0]) }
        }
    }
}
