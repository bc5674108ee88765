import FamilyServicesKit

/// What the tables about indicators and `breakdowns.yaml` hold.
enum IndicatorShapes {
    static let indicator = Shape(
        "an indicator", required: ["id", "title", "unit", "polarity"],
        optional: [
            "group", "part", "service", "definition", "numerator", "denominator", "population", "decimals",
            "accumulation", "counts", "protects", "parts", "numerator_indicator", "denominator_indicator",
            "year_to_date_of",
            "respondents", "polarity_basis", "target", "tolerance", "target_level", "timescale", "timescale_from",
            "timescale_to",
            "timescale_authority", "owner", "breakdown", "plan_references", "source", "place", "access",
        ])
    /// The same in a pack that starts from measures that are described elsewhere.
    static let changedIndicator = Shape(
        indicator.noun, required: ["id"], optional: indicator.required.filter { $0 != "id" } + indicator.optional)
    static let target = Shape(
        "a target", required: ["indicator", "target"],
        optional: ["tolerance", "level", "from", "until", "source", "place"])
    static let seriesBreak = Shape(
        "a break", required: ["indicator", "date", "reason"], optional: ["comparable"])
    static let commentary = Shape(
        "a comment", required: ["indicator", "text"], optional: ["period", "author", "date", "access"])
    static let breakdowns = Shape("breakdowns.yaml", required: ["breakdowns"])
    static let breakdown = Shape("a breakdown", required: ["id", "title", "categories"], optional: ["total"])
    static let category = Shape("a category", required: ["id", "title"], optional: ["parent"])
}

/// An indicator while its targets and comments are still being collected.
struct IndicatorDraft {
    let id: Indicator.ID
    let unit: MeasurementUnit
    let polarity: Polarity
    var targets: [Target]
    var breaks: [SeriesBreak] = []
    var commentary: [Commentary] = []
    /// Makes the indicator, with its targets, breaks and comments.
    let indicator: ([Target], [SeriesBreak], [Commentary]) -> Indicator

    /// The indicator as far as it has been collected.
    var finished: Indicator { indicator(targets, breaks, commentary) }
}

extension RecordReader {
    /// An indicator.
    func indicator() -> IndicatorDraft? {
        let unit = unit() ?? .unspecified
        let polarity = requiredWord("polarity", standIn: Polarity.neutral)
        let target = ownTarget(in: unit, polarity)
        let decimals = integer("decimals", in: 0...15)
        let accumulation = value("accumulation", TargetText.accumulation) ?? .period
        let (counts, protects): (CountedGroup?, ProtectedCounts?) = (word("counts"), word("protects"))
        let ties = ties()
        let (service, respondents): (ServiceArea?, Respondents?) = (word("service"), word("respondents"))
        let basis: Basis? = word("polarity_basis")
        let definition = Indicator.Definition(
            text: text("definition"), numerator: text("numerator"), denominator: text("denominator"),
            population: text("population"))
        let timescale = timescale()
        let references = planReferences("plan_references")
        let (sources, access) = (sources(), access())
        let (owner, breakdown): (Role.ID?, Breakdown.ID?) = (identifier("owner"), identifier("breakdown"))
        let (title, group, part) = (requiredText("title"), text("group") ?? "", text("part"))
        guard let id: Indicator.ID = ownIdentifier("id", .indicator) else { return nil }
        return IndicatorDraft(id: id, unit: unit, polarity: polarity, targets: target.map { [$0] } ?? []) {
            Indicator(
                id: id, title: title, group: group, part: part, service: service ?? .other, definition: definition,
                unit: unit, decimals: decimals, accumulation: accumulation, counts: counts,
                protects: protects, ties: ties.map(resolved), respondents: respondents, polarity: polarity,
                polarityBasis: basis ?? .stated, breakdown: breakdown,
                targets: $0, breaks: $1, timescale: timescale, owner: owner,
                commentary: $2, planReferences: references,
                sources: sources, access: access)
        }
    }

    /// The unit, in the kit's words or those of the trade.
    private func unit() -> MeasurementUnit? {
        value("unit") { text throws(ValueProblem) in
            do throws(ValueProblem) {
                return try TargetText.unit(text)
            } catch {
                guard let code = TradeWords.unit(text), let unit = MeasurementUnit(code: code) else { throw error }
                say(text, isReadAs: code, in: "unit")
                return unit
            }
        }
    }

    /// The indicators that the counts of an indicator are tied to.
    private func ties() -> CountTies? {
        let parts: [Indicator.ID] = identifiers("parts")
        let (numerator, denominator): (Indicator.ID?, Indicator.ID?) = (
            identifier("numerator_indicator"), identifier("denominator_indicator")
        )
        let yearToDateOf: Indicator.ID? = identifier("year_to_date_of")
        let ties = CountTies(
            parts: parts, numerator: numerator, denominator: denominator, yearToDateOf: yearToDateOf)
        return ties.isEmpty ? nil : ties
    }

    /// Ties to indicators by their identifiers, whatever they were named by; titles are known once all indicators are read.
    private func resolved(_ ties: CountTies) -> CountTies {
        func named(_ id: Indicator.ID) -> Indicator.ID { context.indicator(named: id.text) ?? id }
        return CountTies(
            parts: ties.parts.map(named), numerator: ties.numerator.map(named),
            denominator: ties.denominator.map(named), yearToDateOf: ties.yearToDateOf.map(named))
    }

    /// The target in the row of an indicator.
    private func ownTarget(in unit: MeasurementUnit, _ polarity: Polarity) -> Target? {
        need("target", for: "tolerance", "target_level")
        let tolerance = tolerance(in: unit)
        let level: Target.Level? = word("target_level")
        // Without a good polarity nothing can be said of a number alone.
        guard has("polarity"), let requirement = requirement(in: unit, polarity) else { return nil }
        return Target(requirement, tolerance: tolerance, level: level ?? .local)
    }

    private func requirement(in unit: MeasurementUnit, _ polarity: Polarity) -> Target.Requirement? {
        value("target") { text throws(ValueProblem) in
            do throws(ValueProblem) {
                return try TargetText.requirement(text, in: unit, polarity)
            } catch {
                guard let meant = TargetText.tradeRequirement(text),
                    let requirement = try? TargetText.requirement(meant, in: unit, polarity)
                else { throw error }
                say(text, isReadAs: meant, in: "target")
                return requirement
            }
        }
    }

    /// A tolerance.
    ///
    /// `5%` for a percentage may be meant as percentage points, so it is pointed out.
    private func tolerance(in unit: MeasurementUnit) -> Target.Tolerance? {
        let tolerance = value("tolerance") { text throws(ValueProblem) in try TargetText.tolerance(text, in: unit) }
        if unit == .percent, case .relative = tolerance, let text = text("tolerance"), text.hasSuffix("%") {
            problems.warning(
                .ambiguous, at: position(of: "tolerance"),
                "\(Excerpt.quoted(text)) is taken as a share of the target. For percentage points write "
                    + "\(Excerpt.value(text.dropLast())); if the share is meant, \(Excerpt.value(text)) of target says so."
            )
        }
        return tolerance
    }

    /// A row of `targets.csv`.
    func target(for draft: IndicatorDraft) -> Target? {
        let tolerance = tolerance(in: draft.unit)
        let level: Target.Level? = word("level")
        let (from, until, source) = (partialDate("from"), partialDate("until"), source())
        guard let requirement = requirement(in: draft.unit, draft.polarity) else { return nil }
        return Target(
            requirement, tolerance: tolerance, level: level ?? .local, from: from, until: until, source: source)
    }

    /// A row of `breaks.csv`.
    func seriesBreak() -> SeriesBreak? {
        let (day, reason, isComparable) = (date("date"), requiredText("reason"), flag("comparable"))
        // What is missing has been reported.
        guard let day, !reason.isEmpty else { return nil }
        return SeriesBreak(on: day, reason: reason, isComparable: isComparable ?? false)
    }

    /// A row of `commentary.csv`.
    func commentary() -> Commentary {
        Commentary(
            requiredText("text"), period: period("period"), author: identifier("author"), date: partialDate("date"),
            access: access())
    }

    /// The breakdowns of `breakdowns.yaml`.
    func breakdowns() -> [Breakdown] {
        records("breakdowns", IndicatorShapes.breakdown).compactMap { reader in
            let categories = reader.records("categories", IndicatorShapes.category).compactMap { category in
                category.ownIdentifier("id", nil).map {
                    Breakdown.Category(
                        id: $0, title: category.requiredText("title"), parent: category.identifier("parent"))
                }
            }
            let (title, total): (String, Breakdown.Category.ID?) = (
                reader.requiredText("title"), reader.identifier("total")
            )
            return reader.ownIdentifier("id", .breakdown).map {
                Breakdown(id: $0, title: title, categories: categories, total: total)
            }
        }
    }
}
