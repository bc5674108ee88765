extension Composer {
    func definitions() -> PublicationSection? {
        section(
            "definitions", "Definitions", "What each measure counts, which way is better, and what it should be.",
            exempt: pack.indicators.map(\.access),
            TableSketch<Indicator>(
                name: "Definitions", title: "Definitions",
                columns: [
                    .init("Measure", width: 44) { $0.fullTitle },
                    .init("Identifier", width: 34) { $0.id.text },
                    .init("Definition", width: 44) { $0.definition.text },
                    .init("Numerator", width: 30) { $0.definition.numerator },
                    .init("Denominator", width: 30) { $0.definition.denominator },
                    .init("Population", width: 30) { $0.definition.population },
                    .init("Unit", width: 14) { $0.unit.label.capitalisedFirst },
                    .init("What a value gathers", width: 20) { row in
                        row.accumulation == .period ? nil : row.accumulation.label.capitalisedFirst
                    },
                    .init("Which way is better", width: 20) { row in
                        row.polarity.label + (row.polarityBasis == .inferred ? " (inferred)" : "")
                    },
                    .init("Targets", width: 30) { targets(of: $0) },
                    .init("Timescale", width: 28) { row in
                        row.timescale.map { "\($0.label) (\($0.authority.rawValue))" }
                    },
                    .init("Owner", width: 22) { index.role($0.owner) },
                    .init("Source", width: 44) { row in
                        row.sources.compactMap { index.place($0) }.joined(separator: "\n")
                    },
                ]
            ).block(of: pack.indicators))
    }

    private func targets(of indicator: Indicator) -> String {
        indicator.targets.map { target in
            var text = target.label(in: indicator.unit) + " (\(target.level.rawValue))"
            switch target.tolerance {
            case nil: break
            case .absolute(let width): text += ", tolerance \(DecimalText.shortest(width))"
            case .relative(let share): text += ", tolerance \(DecimalText.shortest(share.value))% of target"
            case .floor(let floor): text += ", floor \(DecimalText.shortest(floor))"
            }
            if let from = target.from { text += ", from \(from.label)" }
            if let until = target.until { text += ", until \(until.label)" }
            return text
        }.joined(separator: "\n")
    }

    func notes() -> PublicationSection? {
        let manifest = pack.manifest
        var items = manifest.notes
        items += pack.commitments.compactMap { set in set.note.map { "\(set.title): \($0)" } }
        items += pack.context.map(sentence(about:))
        var blocks: [Block] = [
            .heading(level: 2, text: "How to read this report"), .list(readingNotes.map { ListItem($0) }),
        ]
        if !items.isEmpty {
            blocks += [.heading(level: 2, text: "About the figures"), .list(items.map { ListItem($0) })]
        }
        if !pack.governance.isEmpty {
            blocks.append(.heading(level: 2, text: "Boards and panels"))
            blocks.append(
                .list(
                    pack.governance.map { body in
                        let details = [index.role(body.chair).map { "chaired by the \($0)" }, body.cadence?.text]
                            .compactMap { $0 }
                        return ListItem(body.title + (details.isEmpty ? "" : ": " + details.joined(separator: "; ")))
                    }))
        }
        if !manifest.sources.isEmpty {
            blocks.append(.heading(level: 2, text: "Sources"))
            blocks.append(
                .list(
                    manifest.sources.map { source in
                        ListItem(
                            [source.publisher, source.title, source.date?.label, source.address].compactMap { $0 }
                                .joined(separator: ". "))
                    }))
        }
        return section("notes", "Notes", "How the figures were made, and what to know before using them.", blocks)
    }

    /// A fact with its number, area and date, which stand before the full stop where its text has one.
    private func sentence(about fact: ContextFact) -> String {
        let details =
            (fact.value.map { ": \(DecimalText.shortest($0))" } ?? "") + (fact.area.map { " (\($0))" } ?? "")
            + (fact.date.map { ", \($0.label)" } ?? "")
        let isSentence = fact.text.hasSuffix(".")
        return (isSentence ? String(fact.text.dropLast()) : fact.text) + details + (isSentence ? "." : "")
    }

    private var readingNotes: [String] {
        var notes = [
            "Green means that the target is met, amber that it is missed within its tolerance, red that it is missed by more. "
                + "A measure without a target, a figure or a better direction is not rated.",
            "Arrows say which way a number moved; the word beside them says whether that is an improvement. Two figures that "
                + "print the same count as no change.",
            "The change between two percentages is given in percentage points.",
            "Figures are rounded half up, and compared before rounding.",
        ]
        notes.append(releaseNote.policy.explanation)
        if let source = pack.manifest.sources.first, pack.indicators.contains(where: { !$0.sources.isEmpty }) {
            notes.append("A place given without its document stands in: \(source.title).")
        }
        if pack.manifest.isSynthetic {
            notes.append("The figures are invented. They describe no real place and no real child.")
        }
        return notes
    }

    func checks() -> PublicationSection? {
        let rows = pack.checks.filter { $0.outcome == .differs }.enumerated().sorted { left, right in
            let (first, second) = (left.element.severity ?? .low, right.element.severity ?? .low)
            return first != second ? first > second : left.offset < right.offset
        }.map(\.element)
        let agreeing = pack.checks.count - rows.count
        return section(
            "checks", "Data quality", short: "Data quality",
            "Figures and statements of the source that contradict one another, the gravest first. "
                + "\(agreeing) other \(agreeing == 1 ? "check" : "checks") found no difference.",
            exempt: rows.map(\.access),
            TableSketch<FigureCheck>(
                name: "Data_quality", title: "Data quality",
                columns: [
                    .init("Check", width: 12) { $0.id.text },
                    .init("How grave", width: 10) { row in
                        row.severity.map { severity in
                            .text(
                                severity.rawValue.capitalisedFirst,
                                tone: severity == .high ? .negative : severity == .medium ? .caution : .neutral)
                        } ?? .empty
                    },
                    .init("What was checked", width: 60) { $0.statement },
                    .init("Printed", width: 22) { $0.printed },
                    .init("Worked out", width: 22) { $0.recomputed },
                    .init("How", width: 34) { $0.method },
                    .init("Likely cause", width: 34) { $0.likelyCause },
                    .init("Where", width: 34) { $0.source?.place },
                ]
            ).block(of: rows))
    }

    func data() -> PublicationSection? {
        section(
            "data", "Data behind the report", short: "Data", "Every figure of this version, one to a row.",
            exempt: pack.observations.map(\.access),
            TableSketch<Observation>(
                name: "Data", title: "Data",
                columns: [
                    .init("Measure", width: 44) { index.indicators[$0.indicator]?.fullTitle ?? $0.indicator.text },
                    .init("Period", width: 24) { $0.period.label },
                    .init("Period code", width: 14) { $0.period.code },
                    .init("Area", width: 18) { index.areas[$0.area] ?? $0.area.text },
                    .init("Category", width: 24) { row in
                        row.category.map { index.categories[row.indicator]?[$0] ?? $0.text }
                    },
                    .init(number: "Value", width: 11) { row in
                        index.indicators[row.indicator].map { figure(row, of: $0) } ?? .empty
                    },
                    .init("Unit", width: 12) { row in index.indicators[row.indicator]?.unit.label.capitalisedFirst },
                    .init(number: "Numerator", width: 11) { row in
                        guard case .fraction(let numerator, _) = row.value else { return .empty }
                        return plain(numerator)
                    },
                    .init(number: "Out of", width: 11) { row in
                        switch row.value {
                        case .fraction(_, let denominator): plain(denominator)
                        case .value(_, let base): base.map(plain) ?? .empty
                        case .missing: .empty
                        }
                    },
                    .init("As printed", width: 12) { $0.printed?.text },
                    .init("How exact", width: 11) {
                        $0.qualifier == .exact ? nil : $0.qualifier.rawValue.capitalisedFirst
                    },
                    .init("Note", width: 36) { $0.note },
                ]
            ).block(of: pack.observations))
    }

    private func plain(_ number: Double) -> Cell {
        number.isFinite ? Cell(.number(number, decimals: number == number.rounded() ? 0 : 2)) : .empty
    }
}
