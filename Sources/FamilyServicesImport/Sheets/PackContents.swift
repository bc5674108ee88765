import FamilyServicesKit

/// Where the tables and records of a pack come from: the files of a folder, and the sheets of workbooks.
struct PackContents {
    /// The folder; `nil` where the pack is one workbook.
    let folder: PackFolder?
    /// The workbooks that hold parts of the pack.
    let books: [PackBook]
    /// The names of these workbooks in the folder.
    private let bookNames: Set<String>

    /// A pack that is one workbook.
    init(_ book: PackBook) {
        (folder, books, bookNames) = (nil, [book], [])
    }

    /// A pack that is a folder, with workbooks in it where somebody can open them.
    init(_ folder: PackFolder, reader: (any SheetReading)?, _ context: ImportContext) {
        self.folder = folder
        var books: [PackBook] = []
        var names: Set<String> = []
        for name in folder.names where reader != nil && Self.isWorkbook(name) {
            guard let bytes = try? folder.read(name, atMost: context.limits.workbookBytes),
                let sheets = try? reader?.sheets(in: bytes)
            else {
                // A report that was saved there, or the lock of an office program: said where names are looked at.
                continue
            }
            let stem = String(name.lowercased().prefix { $0 != "." })
            var book = PackBook(path: folder.path(of: name), sheets: sheets)
            if !book.hasHeadings, let first = sheets.first, PackTables.fileName(ofSheet: stem) != nil,
                !folder.names.contains(stem + ".csv")
            {
                // A table that was saved as a workbook, whatever its sheet is called.
                var sheet = first
                sheet.name = SheetColumns.heading(stem)
                book = PackBook(path: folder.path(of: name), sheets: [sheet])
            }
            guard book.hasHeadings else { continue }
            books.append(book)
            names.insert(name)
            context.remember(
                InputFile(name: name, byteCount: bytes.count, sha256: SHA256.hexadecimalDigest(of: bytes)))
        }
        self.books = books
        bookNames = names
    }

    private static func isWorkbook(_ name: String) -> Bool {
        let lower = name.lowercased()
        return !name.hasPrefix(".") && !name.hasPrefix("~$")
            && [".xlsx", ".xlsm", ".ods"].contains { lower.hasSuffix($0) }
    }

    /// Looks at the names of files and sheets.
    func check(_ context: ImportContext) {
        if let folder { PackNames.check(folder, books: bookNames, context) }
        for book in books { book.check(context) }
        // The same in two places: nobody could say which is right.
        var places: [String: String] = [:]
        for name in folder?.names ?? [] where PackFile(rawValue: name) != nil || PackFile.isOfObservations(name) {
            places[name] = name
        }
        for book in books {
            func report(_ sheet: String, _ other: String) {
                let problems = context.problems(of: book.path)
                problems.sheets = [sheet]
                problems.hasLostRecords = true
                problems.error(
                    .duplicate, at: nil,
                    "The pack has this in \(Excerpt.named(other)) too; keep one of the two, and remove the other.")
            }
            for (file, sheet) in book.tables.sorted(by: { $0.key < $1.key }) {
                let place = "\(book.path), sheet \(sheet.name)"
                guard let other = places.updateValue(place, forKey: file) else { continue }
                report(sheet.name, other)
            }
            for document in DocumentSheets.all where book.holds(document) {
                guard let sheet = document.sheetNames.compactMap({ book.records[$0]?.name }).first else { continue }
                let place = "\(book.path), sheet \(sheet)"
                guard let other = places.updateValue(place, forKey: document.file.rawValue) else { continue }
                report(sheet, other)
            }
        }
    }

    /// Reports that there is nothing that says what the pack is, where there is nothing.
    ///
    /// - Returns: Whether there is something.
    func reportMissingManifest(_ context: ImportContext) -> Bool {
        let name = PackFile.pack.rawValue
        if folder?.names.contains(name) == true { return true }
        if books.contains(where: { $0.records["Pack"] != nil }) { return true }
        if let folder {
            let problems = context.problems(of: folder.path(of: name))
            problems.error(.file, at: nil, "There is no pack.yaml in the folder; every pack has to have one.")
        } else if let book = books.first {
            let problems = context.problems(of: book.path)
            problems.error(
                .file, at: nil,
                book.isOfPack
                    ? "There is no sheet Pack in the workbook; every pack has to have one, with the headings Field and Value."
                    : "The workbook is not a report pack: it has none of the sheets of one, such as Pack, Indicators and "
                        + "Observations. Make a pack with the subcommand init, or read the figures of this workbook with the "
                        + "subcommand map.")
        }
        return false
    }

    /// The tables of observations, by the names that their files have or would have.
    var observationTables: [String] {
        let names = (folder?.names ?? []) + books.flatMap(\.tables.keys)
        return Set(names.filter(PackFile.isOfObservations)).sorted()
    }

    /// A table; `nil` where there is none, or it cannot be read, which is reported.
    func table(_ file: PackFile, name: String, _ context: ImportContext) -> (CSVTable, FileProblems)? {
        guard let (text, problems) = text(file, name: name, context) else { return nil }
        guard let table = CSVTable(text, problems: problems, limits: context.limits) else {
            problems.hasLostRecords = true
            return nil
        }
        return (table, problems)
    }

    /// The record that a YAML file is, or that sheets make; `nil` where there is none, or it cannot be read, which is reported.
    func document(
        _ file: PackFile, _ shape: Shape, _ context: ImportContext
    ) -> (record: Record, shape: Shape, problems: FileProblems)? {
        if folder?.names.contains(file.rawValue) == true {
            guard let (text, problems) = text(file, name: file.rawValue, context) else { return nil }
            guard let record = YAMLDocument.record(text, problems: problems, limits: context.limits) else {
                problems.hasLostRecords = true
                return nil
            }
            return (record, shape, problems)
        }
        guard let document = DocumentSheets.all.first(where: { $0.file == file }) else { return nil }
        for book in books {
            guard let (record, problems) = SheetRecords.record(of: document, in: book, context) else { continue }
            guard let name = document.fields else { return (record, shape, problems) }
            // Messages name what people see.
            let named = Shape("the sheet \(name)", required: shape.required, optional: shape.optional)
            return (record, named, problems)
        }
        return nil
    }

    /// The text of a file, or the cells of the sheet that stands for it.
    private func text(_ file: PackFile, name: String, _ context: ImportContext) -> (FileText, FileProblems)? {
        if let folder, folder.names.contains(name) {
            let problems = context.problems(of: folder.path(of: name))
            let limit = file.format == .table ? context.limits.tableBytes : context.limits.documentBytes
            do {
                let bytes = try folder.read(name, atMost: limit)
                context.remember(
                    InputFile(name: name, byteCount: bytes.count, sha256: SHA256.hexadecimalDigest(of: bytes)))
                if let text = FileText(bytes, kind: file.format, problems: problems) {
                    DamagedText.report(text, to: problems)
                    return (text, problems)
                }
            } catch {
                PackNames.report(error, limit: limit, to: problems)
            }
            problems.hasLostRecords = true
            return nil
        }
        for book in books {
            guard let sheet = book.tables[name] else { continue }
            let problems = context.problems(of: book.path)
            problems.sheets = [sheet.name]
            return (SheetText.table(sheet, number: 0, problems: problems), problems)
        }
        return nil
    }
}
