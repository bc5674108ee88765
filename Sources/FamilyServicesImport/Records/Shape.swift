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

    /// All fields.
    var names: [String] { required + optional }

    /// Whether there is a field of that name.
    func contains(_ name: String) -> Bool { required.contains(name) || optional.contains(name) }
}
