package import ReportVocabulary

/// A figure in the text of a report that is filled in when the report is published, so that text and tables cannot disagree.
///
/// In text `{assessments-45-days@2017-11}` is the figure in its unit, `{… | change from 2017-10}` which way and how far it
/// moved in its unit, `{… | points from 2017-10}` the change with its sign, `{… | per cent from 2017-10}` the relative change,
/// and `{… | rating}` its rating. Braces that are meant as braces are doubled: `{{` and `}}`.
package struct InlineFigure: Hashable {
    /// What is shown of the figure.
    package enum Form: Hashable {
        /// The figure.
        case value
        /// The direction and the size of the change.
        case change(from: ReportingPeriod)
        /// The change with its sign.
        case points(from: ReportingPeriod)
        /// The change in per cent of the earlier figure.
        case percent(from: ReportingPeriod)
        /// The rating.
        case rating
    }

    /// A stretch of a text.
    package enum Piece: Hashable {
        /// Words, with doubled braces made single.
        case text(String)
        /// A figure.
        case figure(InlineFigure)
        /// Something in braces that is no figure.
        case broken(String, Problem)
    }

    /// What can be wrong with something in braces.
    package enum Problem: Hashable {
        /// It names no figure.
        case noReference
        /// It names one that cannot be read.
        case badReference(String)
        /// What stands after the upright stroke is not known.
        case unknownForm(String)
        /// The brace is never closed.
        case unclosed

        package func sentence(about words: String) -> String {
            switch self {
            case .noReference:
                "{\(words)} names no period; write {\(words)@2017-11}, or double the braces if they are meant as braces."
            case .badReference(let reason): reason
            case .unknownForm(let form):
                "“\(form)” in {\(words)} is not known; write change from, points from or per cent from and a period, or "
                    + "rating."
            case .unclosed:
                "The brace before “\(words)” is never closed; close it, or double it if it is meant as a brace."
            }
        }
    }

    package let reference: FigureReference.Observed
    package let form: Form

    /// The figure that a change is measured from.
    package var earlier: FigureReference.Observed? {
        switch form {
        case .value, .rating: nil
        case .change(let period), .points(let period), .percent(let period):
            FigureReference.Observed(
                indicator: reference.indicator, period: period, area: reference.area, category: reference.category)
        }
    }

    /// Reads what stands between braces.
    package init(_ words: String) throws(InlineFigureError) {
        let parts = words.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(Self.trimmed)
        guard let first = parts.first, first.contains("@") else { throw InlineFigureError(problem: .noReference) }
        do throws(FigureReferenceError) {
            guard let observed = try FigureReference(first).observed else {
                throw FigureReferenceError.notAReference(first)
            }
            reference = observed
        } catch {
            throw InlineFigureError(problem: .badReference(error.description))
        }
        guard parts.count == 2 else {
            form = .value
            return
        }
        form = try Self.form(parts[1])
    }

    private static func form(_ text: String) throws(InlineFigureError) -> Form {
        if text == "rating" { return .rating }
        let unknown = InlineFigureError(problem: .unknownForm(String(text.prefix(60))))
        let words = text.split(separator: " ").map(String.init)
        guard let last = words.last, let period = try? ReportingPeriod(last) else { throw unknown }
        switch words.dropLast().joined(separator: " ") {
        case "change from": return .change(from: period)
        case "points from": return .points(from: period)
        case "per cent from", "percent from": return .percent(from: period)
        default: throw unknown
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0 == " " }
        return String(start.reversed().drop { $0 == " " }.reversed())
    }

    // MARK: Texts

    /// Whether a text has a brace.
    package static func mayStand(in text: String) -> Bool {
        text.utf8.contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }
    }

    /// The stretches of a text.
    ///
    /// A brace that begins no figure and is not doubled is kept as it stands.
    package static func pieces(of text: String) -> [Piece] {
        // Most texts have no brace.
        guard mayStand(in: text) else { return [.text(text)] }
        var pieces: [Piece] = []
        var words = ""
        func flush() {
            if !words.isEmpty { pieces.append(.text(words)) }
            words = ""
        }
        var rest = text[...]
        while let character = rest.first {
            if rest.hasPrefix("{{") || rest.hasPrefix("}}") {
                words.append(character)
                rest = rest.dropFirst(2)
            } else if character == "{" {
                let inner = rest.dropFirst()
                guard let end = inner.firstIndex(where: { $0 == "}" || $0 == "{" }), inner[end] == "}" else {
                    let shown = String(inner.prefix(40))
                    if shown.contains("@") {
                        flush()
                        pieces.append(.broken(shown, .unclosed))
                    }
                    words.append("{")
                    rest = inner
                    continue
                }
                let content = String(inner[..<end])
                do throws(InlineFigureError) {
                    let figure = try InlineFigure(content)
                    flush()
                    pieces.append(.figure(figure))
                } catch {
                    flush()
                    pieces.append(.broken(content, error.problem))
                }
                rest = inner[inner.index(after: end)...]
            } else {
                words.append(character)
                rest = rest.dropFirst()
            }
        }
        flush()
        return pieces
    }
}

/// Why something in braces is no figure.
package struct InlineFigureError: Error {
    package let problem: InlineFigure.Problem
}
