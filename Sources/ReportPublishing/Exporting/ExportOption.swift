/// An option of a format, for help texts.
public struct ExportOption: Sendable, Hashable {
    /// The name, with dots after the groups that it is in, such as `theme.heading`.
    public let name: String
    /// The default as it is written after `name=`; `nil` where there is none or it cannot be written so.
    public let defaultValue: String?
    /// The values that the option can have, where they can be listed; otherwise empty.
    ///
    /// They are known for true and false, and for types that are `CaseIterable` and `RawRepresentable`.
    public let choices: [String]

    init(name: String, defaultValue: String?, choices: [String]) {
        self.name = name
        self.defaultValue = defaultValue
        self.choices = choices
    }
}

extension Exporter {
    /// The options that the format has, in the order in which their type asks for them.
    ///
    /// They are found by decoding ``defaultOptions``. An option that is asked for only where others have certain values is
    /// not among them.
    public static var availableOptions: [ExportOption] {
        let record = OptionRecord()
        let standard = OptionNode(encoding: defaultOptions) ?? .object([])
        let decoder = OptionDecoder(given: nil, standard: standard, codingPath: [], record: record)
        // Whatever stops the decoding, what was asked for until then is known.
        _ = try? decoder.decode(Options.self)
        return list(in: record, at: [], standard)
    }

    private static func list(in record: OptionRecord, at path: [String], _ node: OptionNode?) -> [ExportOption] {
        (record.names[path] ?? []).flatMap { name in
            let (path, value) = (path + [name], node?[name])
            let parts = list(in: record, at: path, value)
            return parts.isEmpty
                ? [
                    ExportOption(
                        name: OptionPath.text(path), defaultValue: value?.assignable,
                        choices: record.choices[path] ?? [])
                ] : parts
        }
    }
}
