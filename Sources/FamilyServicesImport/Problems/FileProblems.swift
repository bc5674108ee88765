import FamilyServicesKit

/// Collects the problems of one file.
///
/// A class, so that everything that reads a part of the file can report to it. One cause is one problem, however many places
/// it is found in: what is said of several places in the same words is said once, with where else it is found.
/// Messages are made only while there is room for them: a table with a million wrong cells costs no more than one with a
/// few hundred.
final class FileProblems {
    /// The file as the user named it.
    let file: String
    private let most: Int
    private var errors = Causes()
    private var warnings = Causes()
    /// Whether records are missing from what was read, so that names may seem unknown that are not.
    var hasLostRecords = false
    /// The sheets to which positions belong, where the file is a workbook.
    var sheets: [String] = []
    /// Whether rows and columns of the sheet changed places before it was read, so that its columns are the lines here.
    var isTurned = false
    /// Cells of which it has been said that they cannot be read, so that no more is said of them.
    private var unreadable: Set<Position> = []
    /// Turns columns as a parser counts them into columns counted in characters.
    var charactersColumn: ((Position) -> Int)?

    init(file: String, most: Int) {
        self.file = file
        self.most = most
    }

    /// What a problem is a case of.
    enum Cause {
        /// What its message says, so that only the same message has the same cause.
        case message
        /// The form in which the texts under a heading are written: messages that differ in nothing but these texts have the
        /// same cause.
        case form(of: String)
    }

    /// The problems of one severity, each with where else it is found.
    private struct Causes {
        /// A problem and its other places.
        struct Found {
            let diagnostic: Diagnostic
            /// Where it was found first.
            let first: Position?
            /// The lines of its other places, as far as they are shown.
            var lines: [Int] = []
            /// How many other places there are.
            var others = 0
            /// Where it was found last.
            var last: Position?
        }

        private(set) var found: [Found] = []
        private var byKey: [Key: Int] = [:]
        /// How many causes there are for which there was no room.
        private(set) var more = 0
        /// Whether so much was found that nothing more is looked at.
        private(set) var isFull = false
        /// The forms of messages, each made once.
        private var forms: [String: String] = [:]

        private struct Key: Hashable {
            let code: Diagnostic.Code
            let sheet: Int?
            let field: String
            let words: String
        }

        /// Whether anything was found.
        var isEmpty: Bool { found.isEmpty && more == 0 }

        mutating func add(
            _ code: Diagnostic.Code, _ cause: Cause, at position: Position?, most: Int, _ message: () -> String,
            _ make: (String) -> Diagnostic
        ) {
            guard !isFull else {
                more += 1
                return
            }
            let text = message()
            let sheet = position?.sheet
            var key = Key(code: code, sheet: sheet, field: "", words: text)
            if case .form(let field) = cause {
                key = Key(code: code, sheet: sheet, field: field, words: form(of: text))
            }
            // Without a line, two places cannot be told apart.
            let line = position?.line
            if let line, let index = byKey[key] {
                // What is looked at twice is wrong once.
                guard found[index].last != position else { return }
                found[index].last = position
                found[index].others += 1
                let isNew = found[index].first?.line != line && !found[index].lines.contains(line)
                if isNew, found[index].lines.count < Self.mostLines + 1 { found[index].lines.append(line) }
                return
            }
            guard found.count < most else {
                more += 1
                // From here on every cell would cost the making of its message.
                isFull = more >= most
                return
            }
            if line != nil { byKey[key] = found.count }
            found.append(Found(diagnostic: make(text), first: position, last: position))
        }

        /// The most lines that are named.
        static let mostLines = 5

        /// Counts a problem at which nobody looks any more.
        mutating func skip() { more += 1 }

        /// A message without the texts that it shows, and without numbers and names of months.
        private mutating func form(of message: String) -> String {
            if let known = forms[message] { return known }
            let form = Self.form(of: message)
            if forms.count >= 20_000 { forms.removeAll(keepingCapacity: true) }
            forms[message] = form
            return form
        }

        private static func form(of message: String) -> String {
            var form = ""
            var isQuoted = false
            for character in message {
                switch character {
                case "“": isQuoted = true
                case "”": isQuoted = false
                case _ where isQuoted || character.isNumber: break
                default: form.append(character)
                }
            }
            for name in CalendarDate.monthNames where form.contains(name) {
                form = form.split(separator: name, omittingEmptySubsequences: false).joined()
            }
            return form
        }
    }

    /// Whether anything was found from which nothing should be published.
    var hasErrors: Bool { !errors.isEmpty }

    /// How many errors were found, those included that are not shown.
    var errorCount: Int { errors.found.count + errors.more }

    /// How many warnings were found, those included that are not shown.
    var warningCount: Int { warnings.found.count + warnings.more }

    /// Reports something that cannot be right.
    func error(
        _ code: Diagnostic.Code, at position: Position?, cause: Cause = .message, _ message: @autoclosure () -> String
    ) {
        if let position, !unreadable.isEmpty {
            if unreadable.contains(position) { return }
            // What is missing beside a cell that cannot be read may be what that cell holds.
            let isAbout = code == .missingValue || code == .inconsistent
            if isAbout, unreadable.contains(where: { $0.sheet == position.sheet && $0.line == position.line }) {
                return
            }
        }
        errors.add(code, cause, at: position, most: most, message) {
            Diagnostic(.error, code, $0, at: location(position))
        }
    }

    /// Reports a cell that cannot be read at all; nothing more is said of it.
    func unreadableCell(at position: Position, _ message: String) {
        hasLostRecords = true
        error(.badValue, at: position, message)
        unreadable.insert(position)
    }

    /// What the file is called, or the sheet of a workbook.
    var name: String { sheets.first.map { "the sheet \($0)" } ?? file }

    /// Whether the pack is a folder though the file is a workbook, as somebody's own dashboard may be.
    var isOfFolder = false

    /// Whether the pack is a workbook.
    var isWorkbook: Bool { !sheets.isEmpty && !isOfFolder }

    /// What the lines of the file are called.
    var lineNoun: String { sheets.isEmpty ? "line" : isTurned ? "column" : "row" }

    /// What a line of the file is called, by its number.
    func name(ofLine line: Int) -> String { isTurned ? SourceLocation.letters(of: line) : String(line) }

    /// Reports something that is probably not right.
    func warning(
        _ code: Diagnostic.Code, at position: Position?, cause: Cause = .message, _ message: @autoclosure () -> String
    ) {
        warnings.add(code, cause, at: position, most: most, message) {
            Diagnostic(.warning, code, $0, at: location(position))
        }
    }

    /// Reports a text that is not what its place asks for.
    func report(_ problem: ValueProblem, at position: Position?, cause: Cause = .message) {
        error(problem.code, at: position, cause: cause, problem.message)
    }

    /// Reports a problem that somebody else found in this file.
    func add(_ diagnostic: Diagnostic, at position: @autoclosure () -> Position?) {
        switch diagnostic.severity {
        case .error where errors.isFull: return errors.skip()
        case .warning where warnings.isFull: return warnings.skip()
        default: break
        }
        let position = position()
        let make: (String) -> Diagnostic = { _ in diagnostic.located(at: self.location(position)) }
        switch diagnostic.severity {
        case .error:
            errors.add(diagnostic.code, .message, at: position, most: most, { diagnostic.message }, make)
        case .warning:
            warnings.add(diagnostic.code, .message, at: position, most: most, { diagnostic.message }, make)
        }
    }

    /// A place in this file.
    func location(_ position: Position?) -> SourceLocation {
        let sheet = position?.sheet ?? 0
        if isTurned {
            return SourceLocation(file: file, sheet: sheets.first, line: position?.column, column: position?.line)
        }
        return SourceLocation(
            file: file, sheet: sheets.indices.contains(sheet) ? sheets[sheet] : sheets.first, line: position?.line,
            column: position.map { charactersColumn?($0) ?? $0.column })
    }

    /// The problems in the order of the file, with a last one that counts those left out.
    var diagnostics: [Diagnostic] {
        let none = Position(line: 0, column: 0)
        let found = (errors.found + warnings.found).enumerated().sorted { left, right in
            let (first, second) = (left.element.first ?? none, right.element.first ?? none)
            return first == second ? left.offset < right.offset : first < second
        }
        return found.map { diagnostic($0.element) }
            + [more(.error, errors.more), more(.warning, warnings.more)].compactMap { $0 }
    }

    /// A problem with where else it is found.
    private func diagnostic(_ found: Causes.Found) -> Diagnostic {
        guard found.others > 0 else { return found.diagnostic }
        let diagnostic = found.diagnostic
        let shown = found.lines.prefix(Causes.mostLines).map(name(ofLine:))
        let cells = found.others + 1
        var ending = " The same in "
        switch shown.count {
        case 0: ending += "another place of this \(lineNoun)"
        case 1: ending += "\(lineNoun) " + shown[0]
        default: ending += "\(lineNoun)s " + shown.dropLast().joined(separator: ", ") + " and " + (shown.last ?? "")
        }
        if found.others > max(1, shown.count) { ending += ", and in others: \(cells) places in all" }
        return diagnostic.adding(ending + ".")
    }

    private func more(_ severity: Diagnostic.Severity, _ count: Int) -> Diagnostic? {
        guard count > 0 else { return nil }
        let noun = severity.rawValue + (count == 1 ? "" : "s")
        return Diagnostic(
            severity, .limit,
            "There \(count == 1 ? "is" : "are") \(count) more \(noun) in this \(sheets.isEmpty ? "file" : "sheet").",
            at: location(nil))
    }
}
