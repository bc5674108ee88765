import FamilyServicesKit

/// Where observations are in their table.
///
/// A place is kept in a few bytes and looked up again only for a message.
struct ObservationPlaces {
    /// The row and column of an observation.
    struct Place {
        /// The first byte of the row.
        let start: Int
        let line: Int32
        /// The column of the value, from 0.
        let column: Int32
    }

    let table: CSVTable
    let problems: FileProblems
    let places: [Place]

    /// The line of an observation, from 1.
    func line(of number: Int) -> Int? {
        places.indices.contains(number - 1) ? Int(places[number - 1].line) : nil
    }

    /// Where a field of an observation is: in the column of its name, else where its value is.
    ///
    /// - Parameters:
    ///   - number: The observation, from 1.
    ///   - field: The field; `nil` for the value, with which most of what can be wrong with an observation is wrong.
    func position(of number: Int, field: FieldPath?) -> Position? {
        guard places.indices.contains(number - 1) else { return nil }
        let place = places[number - 1]
        let row = table.row(at: place.start, line: Int(place.line))
        let named = field?.steps.first.flatMap { step in table.columns.first { $0.name == step.key }?.index }
        let column = named ?? Int(place.column)
        guard row.fields.indices.contains(column) else { return table.start(of: row) }
        return table.position(of: row.fields[column], in: row)
    }
}

/// What texts were read as, so that each is read once, however often it occurs in a table.
///
/// A class, because it is asked in the middle of expressions in which its owner is in use too; as a value it was copied
/// with all it holds for each new text.
final class Remembered<Value> {
    private var results: [String: Result<Value, ValueProblem>] = [:]

    /// What a parser makes of a text.
    func value(
        _ text: String, _ parse: (String) throws(ValueProblem) -> Value
    ) -> Result<Value, ValueProblem> {
        if let known = results[text] { return known }
        // A table in which every cell differs is not worth remembering.
        if results.count >= 20_000 { results.removeAll(keepingCapacity: true) }
        let result = Result(of: text, parse)
        results[text] = result
        return result
    }
}

extension Result where Failure == ValueProblem {
    /// What a parser makes of a text.
    init(of text: String, _ parse: (String) throws(ValueProblem) -> Success) {
        do {
            self = .success(try parse(text))
        } catch {
            self = .failure(error)
        }
    }
}
