/// Lists to hold a data file against: codes with names of places beyond councils and regions, and the Department for Education's data
/// dictionary.
///
/// Countries, regions and councils are known without a list. For others the form of a code is looked at, and whether it has one
/// name; with a list, whether the name is the right one.
public struct ReferenceLists: Sendable {
    /// The names of codes, by the column of the code.
    private(set) var places: [String: [String: Set<String>]] = [:]
    /// The items of columns in the data dictionary.
    private(set) var dictionary: [String: Set<String>]?

    /// No lists.
    public init() {}

    /// Takes a list, which is told by its headings: columns of codes and names as the standard calls them (`ward_code`, `ward_name`)
    /// or as the Office for National Statistics does (`WD24CD`, `WD24NM`); or the dictionary's `col_name` and `filter_item`.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - name: What messages call it; by default its path.
    /// - Throws: ``PublishedFileError`` where it cannot be read, or is no such list.
    public mutating func add(path: String, name: String? = nil) throws(PublishedFileError) {
        try add(CSVRecords(path: path, name: name ?? path), file: name ?? path)
    }

    mutating func add(_ source: consuming CSVRecords, file: String) throws(PublishedFileError) {
        var records = source
        guard try records.advance() else { throw .empty(file: file) }
        let columns = records.texts()
        if let name = columns.firstIndex(of: "col_name"), let item = columns.firstIndex(of: "filter_item") {
            let parent = columns.firstIndex(of: "col_name_parent")
            let parentItem = columns.firstIndex(of: "filter_item_parent")
            var dictionary = self.dictionary ?? [:]
            while try records.advance() {
                for (name, item) in [(name, item), (parent ?? -1, parentItem ?? -1)] {
                    let column = Trimmed.text(records.text(name))
                    if !column.isEmpty { dictionary[column, default: []].insert(Trimmed.text(records.text(item))) }
                }
            }
            self.dictionary = dictionary
            return
        }
        var pairs: [(code: Int, title: Int, column: String)] = []
        for level in GeographicLevel.all {
            guard let code = level.code, let title = level.title else { continue }
            if let first = columns.firstIndex(of: code), let second = columns.firstIndex(of: title) {
                pairs.append((first, second, code))
            }
        }
        for (index, column) in columns.enumerated() {
            guard let level = Self.level(ofHeading: column),
                let title = columns.firstIndex(where: { $0.uppercased() == column.uppercased().dropLast(2) + "NM" })
            else { continue }
            pairs.append((index, title, level))
        }
        guard !pairs.isEmpty else { throw .missingColumns(file: file, columns: ["ward_code", "ward_name"]) }
        while try records.advance() {
            for pair in pairs {
                let code = Trimmed.text(records.text(pair.code))
                guard !code.isEmpty else { continue }
                places[pair.column, default: [:]][code, default: []].insert(Trimmed.text(records.text(pair.title)))
            }
        }
    }

    /// The column that a heading such as `WD24CD` stands for.
    private static func level(ofHeading heading: String) -> String? {
        let upper = heading.uppercased()
        guard upper.hasSuffix("CD") else { return nil }
        let stem = String(upper.dropLast(2).prefix { !$0.isNumber })
        return [
            "WD": "ward_code", "LAD": "lad_code", "LTLA": "lad_code", "PCON": "pcon_code",
            "LEP": "local_enterprise_partnership_code", "LSIP": "lsip_code", "CAUTH": "english_devolved_area_code",
            "PFA": "pfa_code",
        ][stem]
    }
}
