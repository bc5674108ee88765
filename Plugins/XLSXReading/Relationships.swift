/// What a part refers to, by identifiers.
struct Relationships {
    /// One reference.
    struct Target {
        /// The last word of the sort, such as `worksheet`, which the strict and the transitional form share.
        let kind: Substring
        /// The name of the part; `nil` for what is outside the file.
        let part: String?
    }

    private let targets: [String: Target]

    /// The references of a part, or of the file where the name is empty.
    init(of part: String, in parts: inout PackageParts) throws(XLSXReadingError) {
        let slash = part.lastIndex(of: "/")
        let folder = slash.map { String(part[...$0]) } ?? ""
        let list = folder + "_rels/" + part[(slash.map { part.index(after: $0) } ?? part.startIndex)...] + ".rels"
        var targets: [String: Target] = [:]
        if parts.contains(list) {
            var scanner = try XMLScanner(parts.contents(of: list), part: list)
            try scanner.root("Relationships", .relationshipLists)
            try scanner.children { scanner throws(XLSXReadingError) in
                guard scanner.name == "Relationship", let id = try scanner.attribute("Id"),
                    let type = try scanner.attribute("Type"), let target = try scanner.attribute("Target")
                else { return }
                let isExternal = try scanner.attribute("TargetMode") == "External"
                let kind = type[(type.lastIndex(of: "/").map { type.index(after: $0) } ?? type.startIndex)...]
                targets[id] = Target(kind: kind, part: isExternal ? nil : Self.resolved(target, in: folder))
            }
        }
        self.targets = targets
    }

    /// The reference with an identifier.
    subscript(id: String) -> Target? { targets[id] }

    /// The part that is referred to as being of a sort.
    ///
    /// There is one at most of those that are asked for; of several the first by identifier counts.
    func part(_ kind: String) -> String? {
        targets.filter { $0.value.kind == kind }.min { $0.key < $1.key }?.value.part
    }

    /// All parts of a kind that are referred to.
    func parts(_ kind: String) -> [String] {
        targets.sorted { $0.key < $1.key }.filter { $0.value.kind == kind }.compactMap(\.value.part)
    }

    /// The name of the part that a reference leads to, from a folder that ends with a slash or is empty.
    static func resolved(_ target: String, in folder: String) -> String {
        let target = decoded(target)
        let path = target.hasPrefix("/") ? target : folder + target
        var steps: [Substring] = []
        for step in path.split(separator: "/") where step != "." {
            if step == ".." {
                _ = steps.popLast()
            } else {
                steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }

    /// A reference with its percent signs undone.
    private static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let high = Character(Unicode.Scalar(bytes[index + 1])).hexDigitValue,
                let low = Character(Unicode.Scalar(bytes[index + 2])).hexDigitValue
            {
                result.append(UInt8(high << 4 | low))
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
