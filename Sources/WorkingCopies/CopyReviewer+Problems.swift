import ReportVocabulary

/// What cannot be taken from a working copy.
extension CopyReviewer {
    mutating func report(
        _ code: WorkingCopyProblem.Code, _ message: String, _ place: CellPlace?, _ record: EditableRecord? = nil
    ) {
        problems.append(WorkingCopyProblem(code, message, at: place, record: record))
    }

    mutating func reportUnknown(_ text: String, _ table: WorkingCopyTable, _ place: CellPlace) {
        let wasThere = originals?["\(table.recordWord) \(text)"] != nil
        report(
            wasThere || originals == nil ? .unknownRecord : .addedRow,
            "The pack has no \(table.recordWord) \(MessageText.value(text)), so the row is not read; "
                + (wasThere ? "it had one when the copy was made." : "add the record to the pack and make a new copy."),
            place)
    }

    mutating func reportColumns(of table: CopyTable) {
        for column in table.repeated {
            report(
                .addedColumn, "The column has the header of another one and is not read; keep one of the two.",
                table.place(table.headerRow, column))
        }
        let exported = originals?.columns(of: table.table)
        for field in table.table.fields where table.fields[field] == nil {
            // A column that the copy never had is not missed.
            let header = table.table.header(of: field)
            guard exported?.contains(header) ?? !WorkingCopyTable.isOptional(field) else { continue }
            problems.append(
                WorkingCopyProblem(
                    .missingColumn,
                    "The table “\(table.table.title)” has no column “\(header)”; its cells count as "
                        + "unchanged.", sheet: table.sheet.name))
        }
        guard let originals else { return }
        let prefix = table.table.recordWord + " "
        var known: Set<String> = []
        for record in originals.records where record.name.hasPrefix(prefix) {
            known.formUnion(record.checks.keys.map(CopiedText.header))
        }
        for (column, header) in table.others.sorted(by: { $0.key < $1.key }) where !known.contains(header) {
            report(
                .addedColumn, "The column was not in the copy and is not read back; its cells are left alone.",
                table.place(table.headerRow, column))
        }
    }

    mutating func reportMissing(_ tables: [CopyTable]) {
        let found = Set(tables.map(\.table))
        var isReported: Set<WorkingCopyTable> = []
        for original in originals?.records ?? [] {
            guard let table = WorkingCopyTable.allCases.first(where: { original.name.hasPrefix($0.recordWord + " ") }),
                let record = EditableRecord(
                    identifier: String(original.name.dropFirst(table.recordWord.count + 1)), in: table),
                values.has(record), seen[record] == nil, !rowsThere.contains(record)
            else { continue }
            if found.contains(table) {
                problems.append(
                    WorkingCopyProblem(
                        .missingRow, "There is no row for \(record); it stays as it is in the pack.",
                        sheet: tables.first { $0.table == table }?.sheet.name, record: record))
            } else if isReported.insert(table).inserted {
                problems.append(
                    WorkingCopyProblem(
                        .missingTable,
                        "The table “\(table.title)” is not there; what it showed stays as it is in the pack. If it is only its "
                            + "headers that were changed, put them back."))
            }
        }
    }
}
