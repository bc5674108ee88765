import ReportVocabulary

extension OptionNode {
    /// Reads options written as `name=value`, with dots between the names of groups.
    init(assignments: [String]) throws(ExportOptionsError) {
        self = .object([])
        for assignment in assignments {
            guard let sign = assignment.firstIndex(of: "=") else {
                throw ExportOptionsError(
                    .missingEqualsSign, option: assignment,
                    "The option \(MessageText.quoted(assignment)) has no equals sign; write it as name=value.")
            }
            let path = assignment[..<sign].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard !path.contains("") else {
                throw ExportOptionsError(
                    .emptyName, option: String(assignment[..<sign]),
                    "In the option \(MessageText.quoted(assignment)) a name is empty; write it as name=value or "
                        + "group.name=value.")
            }
            guard path.count <= ExportOptionsInput.deepest else { throw .tooDeep(path) }
            let value = OptionNode.text(String(assignment[assignment.index(after: sign)...]))
            try insert(value, at: path[...], of: path)
        }
    }

    private mutating func insert(
        _ value: OptionNode, at rest: ArraySlice<String>, of path: [String]
    ) throws(ExportOptionsError) {
        guard case .object(var members) = self else {
            throw Self.conflict(Array(path.dropLast(rest.count)), path)
        }
        guard let name = rest.first else { return }
        let isLast = rest.count == 1
        if let index = members.firstIndex(where: { $0.name == name }) {
            guard !isLast else {
                if case .object = members[index].value { throw Self.conflict(path, path) }
                throw .duplicate(path)
            }
            try members[index].value.insert(value, at: rest.dropFirst(), of: path)
        } else {
            var node = isLast ? value : .object([])
            if !isLast { try node.insert(value, at: rest.dropFirst(), of: path) }
            members.append(Member(name: name, value: node))
        }
        self = .object(members)
    }

    private static func conflict(_ group: [String], _ path: [String]) -> ExportOptionsError {
        let name = OptionPath.text(group)
        return ExportOptionsError(
            .conflictingOptions, option: OptionPath.text(path),
            "The option \(MessageText.quoted(name)) is given both a value and options of its own; "
                + "give one or the other.")
    }
}
