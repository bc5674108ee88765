public import ReportVocabulary

extension FigureReference {
    /// A figure from a record that is not an observation: how many actions of a plan have a status, how many audits got
    /// a grade, how many cases met a standard, how much money is meant.
    ///
    /// In text it is `actions#complete`, `actions/PLAN#overdue`, `actions@2026-06#complete` (completed in that time), `grades/GD-01#good-or-better`,
    /// `grades/management oversight@2017-11#inadequate`, `compliance/visits every six weeks@2025-03`, `budget/FIN-01`,
    /// `themes/PLAN`, `findings/INSPECTION#strength`, `recommendations/INSPECTION#key-action`, `requirements/INSPECTION`,
    /// `judgements/INSPECTION#good`.
    public struct Recorded: Sendable, Hashable {
        /// Where it is.
        public enum Collection: String, Sendable, Hashable, CaseIterable {
            /// The actions of a plan, by status on the day of the report; the present plan where none is named.
            case actions
            /// The grades of audits.
            case grades
            /// How many cases met a standard.
            case compliance
            /// Money.
            case budget
            /// The themes of a plan; of the present plan where none is named.
            case themes
            /// What an inspection found.
            case findings
            /// What an inspection recommended.
            case recommendations
            /// What a direction requires.
            case requirements
            /// The judgements of an inspection, those within another one left out.
            case judgements

            /// Whether the present plan is meant where no record is named.
            package var isOfPlan: Bool { self == .actions || self == .themes }
        }

        /// Where it is.
        public var collection: Collection
        /// The plan, the grade distribution or its domain, the standard, the budget figure, or the inspection.
        public var name: String?
        /// The period, where the name alone does not say which record is meant.
        public var period: ReportingPeriod?
        /// Which of the numbers of the record is meant: `complete`, `good-or-better`, `failed`.
        public var part: String?

        /// Names a figure.
        ///
        /// - Parameters:
        ///   - collection: Where it is.
        ///   - name: The plan, the distribution or its domain, the standard, the budget figure, or the inspection.
        ///   - period: The period.
        ///   - part: Which of the numbers of the record is meant.
        public init(
            _ collection: Collection, _ name: String? = nil, period: ReportingPeriod? = nil, part: String? = nil
        ) {
            self.collection = collection
            self.name = name
            self.period = period
            self.part = part
        }

        /// Reads a reference; `nil` where the text is one to an observation, or a number.
        init?(reading text: String) throws(FigureReferenceError) {
            let head = text.prefix { $0 != "/" && $0 != "#" && $0 != "@" }
            guard let collection = Collection(rawValue: String(head)) else { return nil }
            self.init(collection)
            var rest = text.dropFirst(head.count)
            if let hash = rest.lastIndex(of: "#") {
                part = String(rest[rest.index(after: hash)...])
                rest = rest[..<hash]
            }
            if collection == .actions || rest.first == "/", let at = rest.lastIndex(of: "@") {
                let code = String(rest[rest.index(after: at)...])
                guard let read = try? ReportingPeriod(code) else { throw .notAPeriod(code, in: text) }
                period = read
                rest = rest[..<at]
            }
            if rest.first == "/" {
                rest = rest.dropFirst()
                guard !rest.isEmpty else { throw .notAReference(text) }
                name = String(rest)
            }
            guard collection.isOfPlan || name != nil else { throw .notAReference(text) }
            if let part, !Self.parts(of: collection).contains(part) {
                throw .unknownPart(part, in: text, known: Self.parts(of: collection))
            }
        }

        /// The numbers that a record has.
        static func parts(of collection: Collection) -> [String] {
            switch collection {
            case .actions: BRAGStatus.allCases.map(\.rawValue) + ["done", "open", "overdue", "all"]
            case .grades:
                Grade.allCases.map(\.rawValue)
                    + Grade.allCases.flatMap { ["\($0.rawValue)-or-better", "\($0.rawValue)-or-worse"] } + ["all"]
            case .compliance: ["compliant", "failed", "cases", "children"]
            case .findings: Finding.Kind.allCases.map(\.rawValue) + ["all"]
            case .recommendations: Recommendation.Kind.allCases.map(\.rawValue) + ["all"]
            case .judgements: Grade.allCases.map(\.rawValue) + ["all"]
            case .budget, .themes, .requirements: []
            }
        }

        /// The figure in words, for a message.
        package var label: String {
            let words = part.map { $0.split(separator: "-").joined(separator: " ") }
            let time = period.map { ", \($0.label)" } ?? ""
            return switch collection {
            case .actions:
                (words.map { "the actions that are \($0)" } ?? "the actions") + (name.map { " in plan “\($0)”" } ?? "")
                    + time
            case .grades: "the audits of “\(name ?? "")” graded" + (words.map { " \($0)" } ?? "") + time
            case .compliance: "the cases of “\(name ?? "")”" + (words.map { " (\($0))" } ?? "") + time
            case .budget: "the amount “\(name ?? "")”"
            case .themes: "the themes" + (name.map { " of plan “\($0)”" } ?? "")
            case .findings, .recommendations, .requirements, .judgements:
                "the \(collection.rawValue) of “\(name ?? "")”" + (words.map { " (\($0))" } ?? "")
            }
        }
    }
}

extension FigureReference.Recorded: CustomStringConvertible {
    /// The reference as text, from which ``FigureReference/init(_:)`` reads an equal one.
    public var description: String {
        collection.rawValue + (name.map { "/\($0)" } ?? "") + (period.map { "@\($0.code)" } ?? "")
            + (part.map { "#\($0)" } ?? "")
    }
}

extension FigureReference.Recorded {
    /// The plan that is meant, the present one where none is named; `nil` where the pack has no such plan.
    package func plan(in pack: ReportPack) -> ImprovementPlan? {
        // Identifiers are unique: validation reports one that is used twice as an error.
        guard let name else { return pack.plans.last }
        return pack.plans.first { $0.id.text == name }
    }

    /// The inspection that is meant; `nil` where the pack has no such one.
    package func inspection(in pack: ReportPack) -> InspectionEvent? {
        pack.inspections.first { $0.id.text == name }
    }

    /// Who may see the records that the number comes from, with the document that each is printed in.
    package func accesses(in pack: ReportPack) -> [(access: Access, source: SourceReference?)] {
        switch collection {
        case .actions:
            guard let plan = plan(in: pack) else { return [] }
            return [(plan.access, plan.source)] + plan.actions.map { ($0.access, $0.source) }
        case .grades:
            return pack.audits.grades.filter { $0.id.text == name || $0.domain == name }.map { ($0.access, $0.source) }
                + [(.unrestricted, pack.audits.source)]
        case .compliance:
            return pack.audits.compliance.filter { $0.standard == name }.map { (.unrestricted, $0.source) }
                + [(.unrestricted, pack.audits.source)]
        case .budget: return pack.budget.filter { $0.id.text == name }.map { ($0.access, $0.source) }
        case .themes: return plan(in: pack).map { [($0.access, $0.source)] } ?? []
        case .findings, .recommendations, .requirements, .judgements:
            guard let inspection = inspection(in: pack) else { return [] }
            let parts: [(access: Access, source: SourceReference?)] =
                switch collection {
                case .findings: inspection.findings.map { ($0.access, $0.source) }
                case .recommendations: inspection.recommendations.map { ($0.access, $0.source) }
                default: []
                }
            return [(inspection.access, inspection.source)] + parts
        }
    }
}

extension Claim {
    /// The numbers of plans, audits and budgets that the claim rests on.
    package var recorded: [FigureReference.Recorded] {
        references.compactMap { if case .recorded(let recorded) = $0 { recorded } else { nil } }
    }
}
