import ReportAnalysis
import ReportDisclosure
public import ReportModel
public import ReportPublishing
public import ReportVocabulary

extension ReportPack {
    /// Makes a working copy: the plan tracker and the commentary as tables that officers change in a spreadsheet.
    ///
    /// It passes the same publication control as a report, and is not to be published: what is written into it has not been
    /// checked.
    ///
    /// - Parameters:
    ///   - audience: Who will edit it.
    ///   - options: The period, the policy for small numbers, and the words for the document's properties.
    /// - Returns: The working copy, which exporters take as they take a report.
    /// - Throws: ``PublicationError`` where the pack has errors.
    public func workingCopy(
        for audience: Audience = .officers, options: PublicationOptions = PublicationOptions()
    ) throws(PublicationError) -> Publication {
        var options = options
        options.purpose = .workingCopy
        return try composer(for: audience, options: options).workingCopy(for: nil, deadline: nil)
    }

    /// Makes a working copy for each role that answers for something, with the rows of that role alone.
    ///
    /// A role has the actions that it owns, alone or with others; the notes on progress that name it, or are about its actions; the
    /// measures that it owns, with the remarks on them, and the remarks that it made; and the lines of the printed dashboard that
    /// show its measures.
    ///
    /// - Parameters:
    ///   - deadline: By when the copies are to be returned; each says so.
    ///   - audience: Who will edit them.
    ///   - options: The period, the policy for small numbers, and the words for the document's properties.
    /// - Returns: The copies, in the order of the roles of the pack.
    /// - Throws: ``PublicationError`` where the pack has errors.
    public func ownerCopies(
        returnedBy deadline: CalendarDate? = nil, for audience: Audience = .officers,
        options: PublicationOptions = PublicationOptions()
    ) throws(PublicationError) -> [OwnerCopy] {
        var options = options
        options.purpose = .workingCopy
        let composer = try composer(for: audience, options: options)
        return CopyRecipient.owners(in: composer.pack).roles.map { role in
            OwnerCopy(
                owner: role, title: composer.index.role(role) ?? role.text,
                publication: composer.workingCopy(for: role, deadline: deadline))
        }
    }

    /// How many actions, notes, measures and printed lines no role answers for, so that they are in the copy of nobody.
    public var rowsWithoutOwner: Int { CopyRecipient.owners(in: self).rowsOfNobody }
}

/// The working copy of one role.
public struct OwnerCopy: Sendable {
    /// The role.
    public let owner: Role.ID
    /// What the role is called.
    public let title: String
    /// The copy, which exporters take as they take a report.
    public let publication: Publication
}

extension Composer {
    /// The working copy: what officers change, with the words they choose from and what everything was when it was made.
    ///
    /// - Parameters:
    ///   - owner: The role whose rows it has; `nil` for all rows.
    ///   - deadline: By when it is to be returned.
    func workingCopy(for owner: Role.ID?, deadline: CalendarDate?) -> Publication {
        let remarks = remarkNumbers
        let values = PackValues(pack, numbers: remarks)
        let recipient = CopyRecipient(owner, deadline: deadline, in: index)
        let tables = WorkingCopyTables(composer: self, values: values, remarks: remarks, for: recipient)
        let edited = [tables.tracker(), tables.progress(), tables.commentary(), tables.dashboard()].compactMap { $0 }
        var parts = edited.map(\.section)
        if !edited.isEmpty { parts += [tables.choices(), originals(of: edited, values, recipient)].compactMap { $0 } }
        if !withheld.isEmpty { parts += [releaseNoteSection()].compactMap { $0 } }
        let front = [workingCover(edited, recipient), contents(of: parts)]
        return Publication(
            metadata: metadata, sections: RecordLinks.resolved(front + parts), pack: pack,
            assessment: assessment, releaseNote: releaseNote)
    }

    private func workingCover(_ parts: [WorkingCopyTables.Part], _ recipient: CopyRecipient) -> PublicationSection {
        var facts = cover().blocks.filter { if case .facts = $0 { true } else { false } }
        let own = [
            recipient.owner.map { Fact(WorkingCopyWording.recipient, index.role($0) ?? $0.text) },
            recipient.deadline.map { Fact(WorkingCopyWording.deadline, $0.label) },
        ].compactMap { $0 }
        if !own.isEmpty { facts.insert(.facts(own), at: 0) }
        var lines = parts.map { part in
            WorkingCopyWording.change(part.table.headers(of: part.fields), onSheet: part.table.title)
        }
        if lines.isEmpty {
            lines = [WorkingCopyWording.nothingToChange]
        }
        lines += WorkingCopyWording.advice(on: pack.manifest.date.label)
        return PublicationSection(
            id: "cover", title: title, shortTitle: ReportWording.coverShortTitle, role: .cover,
            summary: WorkingCopyWording.lead(
                for: recipient.owner.flatMap { index.role($0) }, deadline: recipient.deadline?.label),
            blocks: [.list(lines.map { ListItem($0) })] + facts)
    }

    /// What every cell of the tables had when the copy was made.
    private func originals(
        of parts: [WorkingCopyTables.Part], _ values: PackValues, _ recipient: CopyRecipient
    ) -> PublicationSection? {
        struct Row {
            var record: String
            var column: String
            var value: String?
            var check: String
        }
        var rows: [Row] = []
        let roles = RoleNames(pack.manifest.roles)
        for (column, value) in [
            (WorkingCopyNames.owner, recipient.owner.map { WorkingCopyCell.original(.role($0), roles) }),
            (WorkingCopyNames.deadline, recipient.deadline?.description),
        ] {
            guard let value else { continue }
            let name = WorkingCopyNames.copy
            rows.append(
                Row(
                    record: name, column: column, value: value,
                    check: CopiedText.check(record: name, column: column, value: value)))
        }
        for (record, text) in recipient.owner == nil ? [] : otherRemarks(than: parts.flatMap(\.records)) {
            let name = WorkingCopyNames.otherRemark + record.originalName
            let column = WorkingCopyTable.commentary.header(of: .text)
            let value = WorkingCopyCell.original(.text(text), roles)
            rows.append(
                Row(
                    record: name, column: column, value: value,
                    check: CopiedText.check(record: name, column: column, value: value)))
        }
        for part in parts {
            for (record, cells) in zip(part.records, part.cells) {
                let name = record.originalName
                for (column, cell) in zip(part.columns, cells) where column.title != part.table.identifierHeader {
                    let field = part.table.field(of: column.title)
                    let value = field.map { WorkingCopyCell.original(values.value(of: $0, in: record), roles) }
                    rows.append(
                        Row(
                            record: name, column: column.title, value: value,
                            check: CopiedText.check(
                                record: name, column: column.title, value: value ?? WorkingCopyCell.text(of: cell))))
                }
            }
        }
        return section(
            "as-exported", WorkingCopyNames.originals, WorkingCopyWording.originalsLead,
            TableSketch<Row>(
                name: "As_exported", title: WorkingCopyNames.originals,
                columns: [
                    .init(WorkingCopyNames.record, width: 30) { $0.record },
                    .init(WorkingCopyNames.column, width: 18) { $0.column },
                    .init(WorkingCopyNames.value, width: 50) { $0.value },
                    .init(WorkingCopyNames.check, width: 12) { $0.check },
                ]
            ).block(of: rows, on: options.page))
    }
}

extension Composer {
    /// The remarks on the measures of some records that are not among these.
    private func otherRemarks(than records: [EditableRecord]) -> [(record: EditableRecord, text: String)] {
        let known = Set(records)
        let measures = Set(
            records.compactMap { record in
                if case .remark(let indicator, _, _) = record { indicator } else { nil }
            })
        return pack.indicators.filter { measures.contains($0.id) }.flatMap { indicator in
            zip(remarkNumbers.records(of: indicator), indicator.commentary).compactMap { record, remark in
                record.flatMap { known.contains($0) ? nil : ($0, CopiedText.canonical(remark.text)) }
            }
        }
    }
}

/// Cells of a working copy.
enum WorkingCopyCell {
    /// A value as it is shown.
    static func cell(_ value: EditableValue?, _ roles: RoleNames) -> Cell {
        switch value {
        case nil: .empty
        case .text(let text): .text(text.utf8.count > WorkingCopyNames.longestText ? WorkingCopyNames.tooLong : text)
        case .date(let date): .date(date)
        case .status(let status): .text(status.label)
        case .rating(let rating): .text(rating.label)
        case .role(let id): .text(roles.name(of: id))
        case .roles(let ids): .text(roles.names(of: ids))
        }
    }

    /// A value as the list of values as exported has it: as the files of a pack write it.
    ///
    /// The title that a role had is on a second line, because it may have another when the copy is read.
    static func original(_ value: EditableValue?, _ roles: RoleNames) -> String {
        switch value {
        case nil: ""
        case .role(let id)?: id.text + "\n" + roles.name(of: id)
        case .roles(let ids)?: EditableValue.roles(ids).packText + "\n" + roles.names(of: ids)
        case let value?:
            value.packText.utf8.count > WorkingCopyNames.longestText ? WorkingCopyNames.tooLong : value.packText
        }
    }

    /// What a cell holds, for its check.
    static func text(of cell: Cell) -> String {
        switch cell.value {
        case .text(let text): text
        case .number(let value, let decimals), .percentage(let value, let decimals):
            value.isFinite
                ? DecimalText.shortest(DecimalText.rounded(value, decimals: decimals))
                : MissingReason.notApplicable.shorthand
        case .date(let date): date.description
        case .missing(let reason): reason.shorthand
        case .empty: ""
        }
    }
}
