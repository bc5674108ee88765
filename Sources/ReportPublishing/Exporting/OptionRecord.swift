import ReportVocabulary

/// What a type of options asked for while it was read.
///
/// Paths are lists of names, because a name in JSON may hold a dot.
final class OptionRecord {
    /// The names that were asked for, in order, by the path of their group.
    private(set) var names: [[String]: [String]] = [:]
    /// The values that an option can have, where they can be listed.
    private(set) var choices: [[String]: [String]] = [:]
    /// The groups whose names were all asked for: those that have names of their own choosing.
    private var open: Set<[String]> = []
    /// How many elements of a list were read.
    private var read: [[String]: Int] = [:]

    func note(_ name: String, in group: [any CodingKey]) {
        let group = OptionPath.names(group)
        if names[group]?.contains(name) != true { names[group, default: []].append(name) }
    }

    func note(open group: [any CodingKey]) {
        open.insert(OptionPath.names(group))
    }

    func isOpen(_ group: [any CodingKey]) -> Bool {
        !open.isEmpty && open.contains(OptionPath.names(group))
    }

    func note(element index: Int, of list: [any CodingKey]) {
        read[OptionPath.names(list), default: 0].raise(to: index + 1)
    }

    func note(choices list: [String], for option: [any CodingKey]) {
        choices[OptionPath.names(option)] = list
    }

    /// Throws where something was given that nobody asked for.
    func check(_ node: OptionNode, at path: [any CodingKey] = []) throws(ExportOptionsError) {
        if case .object(let members) = node {
            let known = names[OptionPath.names(path)] ?? []
            for member in members {
                guard known.contains(member.name) else { throw Self.unknown(member.name, in: path, known: known) }
                try check(member.value, at: path + [OptionKey(member.name)])
            }
        } else if let count = read[OptionPath.names(path)], let elements = node.elements {
            guard elements.count <= count else {
                let name = OptionPath.text(path)
                throw ExportOptionsError(
                    .invalidValue, option: name,
                    "The option \(MessageText.quoted(name)) has \(elements.count) elements; it takes \(count).")
            }
            for (index, element) in elements.enumerated() {
                try check(element, at: path + [OptionKey(index: index)])
            }
        }
    }

    private static func unknown(
        _ name: String, in group: [any CodingKey], known: [String]
    ) -> ExportOptionsError {
        func full(_ name: String) -> String { OptionPath.text(group + [OptionKey(name)]) }
        let option = full(name)
        let nearest = NearestName.nearest(to: name, among: known).map {
            " Did you mean \(MessageText.quoted(full($0)))?"
        }
        let list =
            known.isEmpty
            ? (group.isEmpty
                ? " The format has no options."
                : " \(MessageText.quoted(OptionPath.text(group))) has no options of its own.")
            : " The known options are: \(known.map(full).joined(separator: ", "))."
        return ExportOptionsError(
            .unknownOption, option: option,
            "There is no option \(MessageText.quoted(option))." + (nearest ?? "") + list)
    }
}

extension Int {
    fileprivate mutating func raise(to other: Int) {
        self = Swift.max(self, other)
    }
}
