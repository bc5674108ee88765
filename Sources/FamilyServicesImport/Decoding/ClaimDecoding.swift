import FamilyServicesKit

/// What `claims.csv` holds.
enum ClaimShapes {
    static let claim = Shape(
        "a claim", required: ["id", "statement", "kind", "stated"],
        optional: ["figure", "compared_with", "out_of", "paragraph", "note", "source", "place", "access"])
}

extension RecordReader {
    /// A row of `claims.csv`.
    func claim() -> Claim? {
        let kind = requiredWord("kind", standIn: Claim.Kind.value)
        let (figures, outOf) = (figureReferences("figure"), figureReferences("out_of"))
        let others = figureReferences("compared_with")
        if others.count > 1 {
            problems.error(
                .badValue, at: position(of: "compared_with"), "A claim compares with one figure, not \(others.count).")
        }
        let (source, access) = (source(), access())
        return ownIdentifier("id", .claim).map {
            Claim(
                id: $0, statement: requiredText("statement"), kind: kind, stated: StatedFigure(requiredText("stated")),
                figures: figures, comparedWith: others.first, outOf: outOf, paragraph: text("paragraph"),
                source: source, note: text("note"), access: access)
        }
    }

    private func figureReferences(_ name: String) -> [FigureReference] {
        values(name) { text throws(ValueProblem) in
            do throws(FigureReferenceError) {
                return try FigureReference(text)
            } catch .notAPeriod(let period, _) {
                // The advice on periods is that for any column of periods.
                let meant = try PeriodText.period(period)
                throw .bad(
                    "\(Excerpt.quoted(period)) in \(Excerpt.quoted(text)) is not the code of a period; write it as "
                        + "\(meant.code).")
            } catch {
                throw .bad(error.description, about: text)
            }
        }
    }
}
