import FamilyServicesKit
import Yams

/// Says in the words of somebody who keeps a pack what a YAML parser found.
enum YAMLSyntax {
    /// Reports a parser's error.
    static func report(_ error: any Error, _ lines: YAMLLines, to problems: FileProblems) {
        problems.hasLostRecords = true
        switch error as? YamlError {
        case .scanner(let context, let problem, let mark, _)?, .parser(let context, let problem, let mark, _)?,
            .composer(let context, let problem, let mark, _)?:
            report(context, problem, mark, lines, to: problems)
        case .reader(let problem, let offset, _, let yaml)?:
            let position = offset.map { Self.position(ofCharacter: $0, in: yaml) }
            problems.error(
                .syntax, at: position ?? .start,
                "There is a character here that YAML does not allow (\(problem)); remove it.")
        default:
            problems.error(.syntax, at: .start, "The file cannot be read as YAML.")
        }
    }

    private static func report(
        _ context: YamlError.Context?, _ problem: String, _ mark: Mark, _ lines: YAMLLines, to problems: FileProblems
    ) {
        let here = Position(line: mark.line, column: mark.column)
        let opened = context.map { Position(line: $0.mark.line, column: $0.mark.column) } ?? here
        let what = context?.text ?? ""
        let (position, message) = explanation(problem, what, at: here, opened, lines)
        problems.error(.syntax, at: clamped(position, lines), message)
    }

    private static func explanation(
        _ problem: String, _ context: String, at here: Position, _ opened: Position, _ lines: YAMLLines
    ) -> (Position, String) {
        if problem == "but found another document" {
            return (here, "A second document begins here; a file of a pack is one. Remove the line ---.")
        }
        if problem.contains("escape character") || problem.contains("hexdecimal") {
            let code = String(
                String(decoding: lines.line(here.line), as: UTF8.self).unicodeScalars.dropFirst(here.column - 1).prefix(
                    2
                )
                .map(Character.init))
            return (
                here,
                "\(code.hasPrefix("\\") && code.count == 2 ? code : "What follows the backslash") is not a code that double "
                    + "quotes know. Put the text in single quotes, or write each backslash twice."
            )
        }
        if context.contains("block scalar") {
            let line = String(decoding: lines.line(opened.line), as: UTF8.self)
            let sign = line.unicodeScalars.dropFirst(opened.column - 1).first ?? ">"
            return (opened, "A text that begins with \(String(sign)) must be in quotes.")
        }
        if context.contains("quoted scalar") {
            return (opened, "The quote that begins here has no end.")
        }
        if problem.contains("undefined alias") || context.contains("alias") || context.contains("anchor") {
            return (opened, "A text that begins with * or & must be in quotes.")
        }
        if problem == "found character that cannot start any token" {
            return characterExplanation(at: here, lines)
        }
        if problem.contains("tab") || byte(at: here, lines) == 0x09 || beginsWithTab(here.line, lines) {
            return (here, tabs)
        }
        if problem == "mapping values are not allowed in this context" {
            return (
                here,
                "There is a colon where YAML allows none. A text with a colon and a blank in it must be in quotes; or the line is "
                    + "not indented like those around it."
            )
        }
        if context.contains("flow mapping") || context.contains("flow sequence") {
            let isMapping = context.contains("flow mapping")
            return (
                here,
                "The \(isMapping ? "braces {" : "brackets [") opened in line \(opened.line) go wrong here: a comma or the "
                    + "closing \(isMapping ? "brace" : "bracket") is missing, or a text with commas, colons or brackets lacks "
                    + "its quotes."
            )
        }
        if problem.contains("could not find expected ':'") {
            return (opened, "A key without its colon, or a line that is not indented like those around it.")
        }
        if problem.contains("did not find expected key") || problem.contains("did not find expected '-' indicator")
            || problem.contains("block sequence entries are not allowed")
        {
            return (
                here,
                "The line does not fit what begins in line \(opened.line): it is indented too far or not far enough, or a text "
                    + "with a quote or colon in it lacks its own quotes."
            )
        }
        return (
            here,
            "The file is not YAML from here on: \([context, problem].filter { !$0.isEmpty }.joined(separator: ", "))."
        )
    }

    private static let tabs = "YAML does not allow tabs here; indent with spaces."

    private static func characterExplanation(at position: Position, _ lines: YAMLLines) -> (Position, String) {
        let line = String(decoding: lines.line(position.line), as: UTF8.self)
        let character = line.unicodeScalars.dropFirst(position.column - 1).first
        guard let character, character != "\t" else { return (position, tabs) }
        return (position, "A text that begins with \(Excerpt.named(String(character))) must be in quotes.")
    }

    private static func byte(at position: Position, _ lines: YAMLLines) -> UInt8? {
        lines.line(position.line).dropFirst(position.column - 1).first
    }

    private static func beginsWithTab(_ line: Int, _ lines: YAMLLines) -> Bool {
        lines.line(line).drop { $0 == 0x20 }.first == 0x09
    }

    /// The parser counts a line behind the last where the file ends too early.
    private static func clamped(_ position: Position, _ lines: YAMLLines) -> Position {
        position.line <= lines.count ? position : Position(line: lines.count, column: 1)
    }

    private static func position(ofCharacter offset: Int, in text: String) -> Position {
        var position = Position.start
        for character in text.prefix(offset) {
            if character.isNewline {
                position = Position(line: position.line + 1, column: 1)
            } else {
                position.column += 1
            }
        }
        return position
    }
}
