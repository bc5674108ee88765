/// The fields that a sort of record has.
struct Shape {
    /// The sort of record with its article, such as "an action".
    let noun: String
    /// The fields that have to be filled in.
    let required: [String]
    /// The other fields.
    let optional: [String]

    init(_ noun: String, required: [String] = [], optional: [String] = []) {
        self.noun = noun
        self.required = required
        self.optional = optional
    }

    /// The shape with columns that only this pack has.
    func adding(_ columns: [OwnColumn]) -> Shape {
        columns.isEmpty
            ? self
            : Shape(noun, required: required, optional: optional + columns.flatMap { [$0.name, $0.heading] })
    }

    /// All fields.
    var names: [String] { required + optional }

    /// Whether there is a field of that name.
    func contains(_ name: String) -> Bool { required.contains(name) || optional.contains(name) }
}

/// A column that only one pack has.
struct OwnColumn {
    /// The heading as `pack.yaml` writes it.
    let heading: String

    /// The heading as tables are searched for it.
    var name: String { CSVTable.name(of: heading) }
}
