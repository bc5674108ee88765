import FamilyServicesKit
import Yams

/// Reads a YAML file as records.
///
/// Yams parses; what a text means is decided by what its place asks for, never by YAML's rules for plain words, under which
/// `no` would be false, `12:30` a number in base 60 and `010` eight.
struct YAMLDocument {
    private let problems: FileProblems
    private let limits: ImportLimits
    private var values = 0
    /// Keys that stand for a second time, whose first letter was changed so that the rest could be read.
    private var ignoredKeys: Set<Position> = []
    /// Anchors that were reported.
    private var anchors: Set<Position> = []
    private var spelling: YAMLSpelling

    /// Reads a file.
    ///
    /// - Returns: The mapping that the file is; `nil` where it is none, which is reported.
    static func record(_ text: FileText, problems: FileProblems, limits: ImportLimits) -> Record? {
        let lines = YAMLLines(text)
        problems.charactersColumn = lines.charactersColumn
        // A rough count, before the parser takes hundreds of bytes for each value; the exact one follows.
        let finding = YAMLGuard.finding(
            in: text.bytes, from: text.start, maximumDepth: limits.documentDepth,
            maximumValues: limits.documentValues + limits.documentValues / 4 + 1_000)
        switch finding {
        case .alias(let name, let offset)?:
            let place = FileText.position(of: offset, in: text.bytes, from: text.start)
            problems.error(
                .limit, at: place,
                "“*\(Excerpt.short(name))” repeats what “&\(Excerpt.short(name))” names elsewhere. Packs are read without such "
                    + "repetition; write the value out. A text that begins with * or & must be in quotes.")
            return nil
        case .depth(let offset)?:
            problems.error(
                .limit, at: FileText.position(of: offset, in: text.bytes, from: text.start),
                "The file nests deeper than any pack; at most \(limits.documentDepth) levels are read.")
            return nil
        case .values(let offset)?:
            problems.error(
                .limit, at: FileText.position(of: offset, in: text.bytes, from: text.start),
                "The file has more than \(limits.documentValues) values; no more are read.")
            return nil
        case nil: break
        }
        var document = YAMLDocument(problems: problems, limits: limits, spelling: YAMLSpelling(lines))
        return document.read(String(decoding: text.bytes[text.start...], as: UTF8.self), lines)
    }

    private init(problems: FileProblems, limits: ImportLimits, spelling: YAMLSpelling) {
        self.problems = problems
        self.limits = limits
        self.spelling = spelling
    }

    private mutating func read(_ text: String, _ lines: YAMLLines) -> Record? {
        var text = text
        // Each round finds the second place of one key, and makes it another key so that the rest can be read.
        // A large file takes its time each round, and is not worth many.
        for _ in 0...(text.utf8.count > 1_000_000 ? 2 : 20) {
            do {
                let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
                // The parser owns the anchors, which nodes know only weakly.
                return try withExtendedLifetime(parser) { try document(parser.singleRoot()) }
            } catch YamlError.duplicatedKeysInMapping(let names, let context) {
                let first = Position(line: context.mark.line, column: context.mark.column)
                let repetition = names.first.flatMap { YAMLRepetition.find($0, first: first, in: text) }
                problems.error(
                    .duplicate, at: repetition?.position ?? first,
                    "The key \(Excerpt.quoted(names.first ?? "")) is used twice in one place, first in line \(first.line); "
                        + "remove or rename one.")
                guard let repetition else { return nil }
                ignoredKeys.insert(repetition.position)
                text = repetition.renamed(ignoredKeys.count)
            } catch {
                YAMLSyntax.report(error, lines, to: problems)
                return nil
            }
        }
        return nil
    }

    private mutating func document(_ root: Node?) -> Record? {
        guard let root, let value = value(root, depth: 1) else {
            if !problems.hasErrors {
                problems.error(.syntax, at: .start, "The file is empty; leave it out, or fill it in.")
            }
            return nil
        }
        switch value.content {
        case .record(let record): return record
        case .absent:
            problems.error(.syntax, at: .start, "The file is empty; leave it out, or fill it in.")
        case .text, .list:
            problems.error(
                .badValue, at: value.position, "The file is \(value.noun); it has to begin with keys, such as title: …."
            )
        }
        return nil
    }

    /// What a node is; `nil` where it cannot be used, which is reported.
    private mutating func value(_ node: Node, depth: Int) -> FieldValue? {
        let position = node.mark.map { Position(line: $0.line, column: $0.column) } ?? .start
        values += 1
        guard values <= limits.documentValues else {
            if values == limits.documentValues + 1 {
                problems.error(
                    .limit, at: position, "The file has more than \(limits.documentValues) values; no more are read.")
            }
            return nil
        }
        guard depth <= limits.documentDepth else {
            problems.error(
                .limit, at: position,
                "The file nests deeper than any pack; at most \(limits.documentDepth) levels are read.")
            return nil
        }
        guard isPlain(node, at: position) else { return nil }
        switch node {
        case .scalar(let scalar):
            var value = FieldValue(content: Self.content(of: scalar), position: position)
            check(&value, scalar)
            return value
        case .sequence(let sequence):
            let items = sequence.compactMap { value($0, depth: depth + 1) }
            for item in items {
                guard case .absent = item.content, item.hasTightRemark, let remark = item.remark else { continue }
                problems.warning(.syntax, at: remark, Self.remarkInPlaceOfText)
            }
            if items.count < sequence.count { problems.hasLostRecords = true }
            return FieldValue(content: .list(items), position: position)
        case .mapping(let mapping):
            return FieldValue(content: .record(record(mapping, at: position, depth: depth)), position: position)
        case .alias:
            return nil
        }
    }

    private mutating func record(_ mapping: Node.Mapping, at position: Position, depth: Int) -> Record {
        var fields: [Record.Field] = []
        for (key, node) in mapping {
            let keyPosition = key.mark.map { Position(line: $0.line, column: $0.column) } ?? position
            guard !ignoredKeys.contains(keyPosition) else { continue }
            guard case .scalar(let name) = key else {
                problems.error(.badValue, at: keyPosition, "A list or a group of keys is where a key has to be.")
                continue
            }
            guard isPlain(key, at: keyPosition) else { continue }
            // The parser does not tell the style of a mapping: it takes it from the event that ends it, which has none.
            if case .scalar(let empty) = node, empty.string.isEmpty, empty.style == .plain,
                spelling.hasBrace(at: position), !spelling.hasColon(behindKey: name.string, at: keyPosition)
            {
                takeRest(name.string, at: keyPosition, into: &fields)
                continue
            }
            guard let value = value(node, depth: depth + 1) else {
                problems.hasLostRecords = true
                continue
            }
            fields.append(
                Record.Field(name: Blanks.trimmed(name.string), namePosition: keyPosition, value: value))
        }
        // A mapping in braces begins at its brace; one in lines begins at its first key.
        return Record(position: position, origin: .document, fields: fields)
    }

    /// Takes what a comma in braces cut off for the rest of the text before it, which is what whoever typed it meant.
    private mutating func takeRest(_ rest: String, at position: Position, into fields: inout [Record.Field]) {
        guard let last = fields.last, case .text(let text) = last.value.content else {
            return problems.error(
                .syntax, at: position,
                "In braces a comma ends a text, so \(Excerpt.quoted(rest)) belongs to nothing. Put the whole text in quotes."
            )
        }
        problems.warning(
            .syntax, at: position,
            "In braces a comma ends a text. \(Excerpt.quoted(rest)) is read as the rest of the text before it; put the whole text "
                + "in quotes.")
        let whole = FieldValue(content: .text("\(text), \(Blanks.trimmed(rest))"), position: last.value.position)
        fields[fields.count - 1] = Record.Field(name: last.name, namePosition: last.namePosition, value: whole)
    }

    /// Warns of what is valid and probably not meant.
    private mutating func check(_ value: inout FieldValue, _ scalar: Node.Scalar) {
        switch scalar.style {
        case .plain:
            guard let remark = spelling.remark(behind: scalar.string, at: value.position) else { return }
            value.remark = remark.position
            value.hasTightRemark = remark.isTight
            if remark.isTight, case .text = value.content {
                problems.warning(.syntax, at: remark.position, Self.cutText)
            }
        case .doubleQuoted:
            guard let escape = spelling.escape(inQuotesAt: value.position) else { return }
            problems.warning(
                .syntax, at: escape.position,
                "In double quotes \(escape.code) is a code and not the two characters. Put the text in single quotes, or write "
                    + "each backslash twice.")
        case .folded, .literal:
            guard case .absent = value.content else { return }
            let sign = scalar.style == .folded ? ">" : "|"
            problems.error(
                .syntax, at: value.position,
                "A \(sign) says that a text follows in the next lines, indented further, but none does. A text that begins "
                    + "with \(sign) must be in quotes.")
        default: break
        }
    }

    /// What is said where a remark ends a text.
    static let cutText =
        "The text ends here: what follows a blank and # is a remark and is not read. If it belongs to the text, put the whole "
        + "text in quotes; if it is a remark, put it on a line of its own."

    /// What is said where there is a remark and nothing else.
    static let remarkInPlaceOfText =
        "What follows # is a remark and is not read, so there is nothing here. A text that begins with # must be in quotes."

    /// A plain null and an empty text are nothing; in quotes, `null` is a word.
    private static func content(of scalar: Node.Scalar) -> FieldValue.Content {
        let text = Blanks.trimmed(scalar.string)
        if text.isEmpty { return .absent }
        if scalar.style == .plain, text == "~" || text == "null" { return .absent }
        return .text(text)
    }

    /// Whether a node has neither an anchor nor a tag that would make it something else.
    private mutating func isPlain(_ node: Node, at position: Position) -> Bool {
        if let anchor = node.anchor {
            if anchors.insert(position).inserted {
                problems.error(
                    .syntax, at: position,
                    "“&\(Excerpt.short(anchor.rawValue))” names a value for repetition, which packs do without. A text that "
                        + "begins with & must be in quotes.")
            }
            return false
        }
        let tag: String =
            switch node {
            case .scalar(let scalar): scalar.tag.rawValue
            case .sequence(let sequence): sequence.tag.rawValue
            case .mapping(let mapping): mapping.tag.rawValue
            case .alias: ""
            }
        let harmless = ["", "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"]
        guard harmless.contains(tag) else {
            problems.error(
                .syntax, at: position,
                "The tag \(Excerpt.quoted(tag)) is not allowed in a pack; remove it. A text that begins with ! has to be in "
                    + "quotes.")
            return false
        }
        return true
    }
}
