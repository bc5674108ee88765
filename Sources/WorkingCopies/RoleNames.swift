import ReportVocabulary

/// What the roles of a pack are called in a working copy.
struct RoleNames {
    /// The names in the order of the pack, each different from the others.
    let all: [String]
    private let names: [Role.ID: String]
    private let exact: [String: Role.ID]
    private let folded: [String: [Role.ID]]

    init(_ roles: [Role]) {
        let titles = Dictionary(grouping: roles) { CopiedText.canonical($0.title) }
        var all: [String] = []
        var names: [Role.ID: String] = [:]
        var exact: [String: Role.ID] = [:]
        var folded: [String: [Role.ID]] = [:]
        for role in roles where names[role.id] == nil {
            let title = CopiedText.canonical(role.title)
            // A title that two posts have says too little.
            let isPlain = !title.isEmpty && titles[title]?.count == 1
            let name = isPlain ? title : "\(title) (\(role.id.text))"
            names[role.id] = name
            all.append(name)
            if exact[name] == nil { exact[name] = role.id }
            for word in Set([role.title, role.id.text, name].map(CopiedText.folded)) where !word.isEmpty {
                folded[word, default: []].append(role.id)
            }
        }
        for role in roles { exact[role.id.text] = role.id }
        (self.all, self.names, self.exact, self.folded) = (all, names, exact, folded)
    }

    /// What one role is called.
    func name(of id: Role.ID) -> String { names[id] ?? id.text }

    /// Several roles in one cell.
    func names(of ids: [Role.ID]) -> String { ids.map(name).joined(separator: "; ") }

    /// The roles that a text can mean, by title or identifier; one where it is plain.
    func roles(for text: String) -> [Role.ID] {
        if let id = exact[text] { return [id] }
        return folded[CopiedText.folded(text)] ?? []
    }
}
