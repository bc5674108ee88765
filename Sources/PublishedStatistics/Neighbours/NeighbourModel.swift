public import ReportVocabulary

/// The statistical neighbours of every council under one model of the Department for Education.
///
/// Models differ: of ten neighbours under the model of 2021, on average fewer than six are neighbours under that of 2025. So a report
/// names its model, and a comparison over the change shows both.
public struct NeighbourModel: Sendable, Hashable {
    /// The year of the model.
    public let year: Int
    /// The neighbours of each council, nearest first.
    public let neighbours: [Area.ID: [Neighbour]]
    /// Codes that no council of the register has, as they are written.
    public let unknown: [String]

    /// A neighbour and how near it is.
    public struct Neighbour: Sendable, Hashable {
        /// The council.
        public let area: Area.ID
        /// How near it is, in the words of the model, such as "Very close".
        public let closeness: String
    }

    /// Reads a model.
    ///
    /// The columns are a code of the Department for Education (`old_la_code` or `LA number`), then ten codes (`SN1` or `SN_1`), each
    /// with how near the neighbour is behind it.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - name: What messages call it.
    ///   - year: The year of the model; by default the one in the name of the file.
    /// - Throws: ``PublishedFileError`` where it is not such a file, or its year is not known.
    public init(path: String, name: String? = nil, year: Int? = nil) throws(PublishedFileError) {
        let file = name ?? path
        try self.init(CSVRecords(path: path, name: file), file: file, year: year)
    }

    init(_ source: consuming CSVRecords, file: String, year: Int?) throws(PublishedFileError) {
        var records = source
        guard try records.advance() else { throw .empty(file: file) }
        let columns = records.texts()
        let places = Self.places(in: columns)
        guard let own = Self.ownColumn(in: columns), !places.isEmpty else {
            throw .missingColumns(file: file, columns: ["old_la_code", "SN_1"])
        }
        guard let year = year ?? Self.year(in: file) else {
            throw .badRow(
                file: file, line: 1,
                reason: "The name does not say of which year the model is; add it, as in neighbours_2025.csv.")
        }
        var neighbours: [Area.ID: [Neighbour]] = [:]
        var unknown: [String] = []
        while try records.advance() {
            guard own < records.count else { continue }
            let code = Trimmed.text(records.text(own))
            guard let authority = LocalAuthority.with(code: code) else {
                if !code.isEmpty { unknown.append(code) }
                continue
            }
            var found: [Neighbour] = []
            for place in places where place < records.count {
                let text = Trimmed.text(records.text(place))
                guard let other = LocalAuthority.with(code: text) else {
                    if !text.isEmpty { unknown.append(text) }
                    continue
                }
                let closeness = place + 1 < records.count ? Trimmed.text(records.text(place + 1)) : ""
                found.append(Neighbour(area: other.id, closeness: closeness))
            }
            if !found.isEmpty, neighbours[authority.id] == nil { neighbours[authority.id] = found }
        }
        self.year = year
        self.neighbours = neighbours
        self.unknown = unknown
    }

    /// Whether headings are those of such a file.
    static func isLikely(_ columns: [String]) -> Bool {
        ownColumn(in: columns) != nil && places(in: columns).count >= 5
    }

    private static func ownColumn(in columns: [String]) -> Int? {
        let names = columns.map { $0.lowercased() }
        return ["old_la_code", "la number", "la num"].lazy.compactMap { names.firstIndex(of: $0) }.first
    }

    /// The columns `SN1` to `SN10` or `SN_1` to `SN_10`.
    private static func places(in columns: [String]) -> [Int] {
        columns.indices.filter { index in
            let name = columns[index].lowercased().replacing("_", with: "")
            return name.hasPrefix("sn") && Int(name.dropFirst(2)) != nil
        }
    }

    /// The last year in a name, from 2000.
    static func year(in name: String) -> Int? {
        let stem = name.split(separator: "/").last.map(String.init) ?? name
        return stem.split { !$0.isNumber }.compactMap { Int($0) }.last { (2000...2100).contains($0) }
    }

    /// What to know where the file has codes that no council of the register has; `nil` where it has none.
    public var unknownText: String? {
        let codes = Set(unknown).sorted()
        guard !codes.isEmpty else { return nil }
        let shown = codes.prefix(10).map { MessageText.quoted($0) }.joined(separator: ", ")
        return
            "The model of statistical neighbours of \(year) has \(codes.count == 1 ? "a code" : "codes") that no council of the "
            + "register has: \(shown)\(codes.count > 10 ? " and \(codes.count - 10) more" : ""). They are left out."
    }

    /// The title of the comparator, which names the model.
    public var title: String { "Statistical neighbours (\(year) model)" }
}

/// A middle value of some councils, with how many of them it rests on.
public struct NeighbourSummary: Sendable, Hashable {
    /// How the middle is taken: the Department for Education's two tools differ.
    public enum Statistic: String, Sendable, Hashable, Codable, CaseIterable {
        /// The median.
        case median
        /// The arithmetic mean.
        case mean
    }

    /// How the middle is taken.
    public let statistic: Statistic
    /// The middle; `nil` where no council has a value.
    public let value: Double?
    /// How many councils there are.
    public let members: Int
    /// Those left out, because they have no value.
    public let dropped: [Area.ID]

    /// Takes the middle.
    ///
    /// - Parameters:
    ///   - figures: The figures of the councils; `nil` where there is none.
    ///   - statistic: How the middle is taken.
    ///   - decimals: To how many decimals each figure is shown: the middle is that of the figures as shown. `nil` keeps them as they
    ///     are.
    public init(
        of figures: [(area: Area.ID, value: Double?)], statistic: Statistic = .median, decimals: Int? = nil
    ) {
        let values = figures.compactMap { figure in
            figure.value.map { value in decimals.map { DecimalText.rounded(value, decimals: $0) } ?? value }
        }.filter(\.isFinite).sorted()
        self.statistic = statistic
        members = figures.count
        dropped = figures.filter { $0.value?.isFinite != true }.map(\.area)
        guard !values.isEmpty else {
            value = nil
            return
        }
        let middle = values.count / 2
        switch statistic {
        case .median where values.count % 2 == 1: value = values[middle]
        case .median: value = DecimalText.withoutNoise((values[middle - 1] + values[middle]) / 2)
        case .mean: value = DecimalText.withoutNoise(values.reduce(0, +) / Double(values.count))
        }
    }

    /// What it rests on, in words, such as "median of 9 of 10 that have a value".
    public var basis: String {
        "\(statistic.rawValue) of \(members - dropped.count) of \(members) that have a value"
    }
}

/// How a council compares under two models of statistical neighbours in the same period.
public struct ModelComparison: Sendable, Hashable {
    /// The years of the two models.
    public let earlier, later: Int
    /// The middle of the neighbours under each.
    public let underEarlier, underLater: NeighbourSummary
    /// The council's own value.
    public let own: Double?
    /// How many neighbours are the same under both.
    public let sharedNeighbours: Int

    /// Compares.
    ///
    /// - Parameters:
    ///   - council: The council.
    ///   - models: The two models, the earlier first.
    ///   - figures: The figures of all councils in one period.
    ///   - statistic: How the middle is taken.
    ///   - decimals: To how many decimals figures are shown.
    /// - Returns: `nil` where one of the models does not have the council.
    public init?(
        of council: Area.ID, under models: (NeighbourModel, NeighbourModel), figures: [Area.ID: Double],
        statistic: NeighbourSummary.Statistic = .median, decimals: Int? = nil
    ) {
        guard let first = models.0.neighbours[council], let second = models.1.neighbours[council] else { return nil }
        let summary = { (neighbours: [NeighbourModel.Neighbour]) in
            NeighbourSummary(
                of: neighbours.map { ($0.area, figures[$0.area]) }, statistic: statistic, decimals: decimals)
        }
        (earlier, later) = (models.0.year, models.1.year)
        (underEarlier, underLater) = (summary(first), summary(second))
        own = figures[council]
        sharedNeighbours = Set(first.map(\.area)).intersection(second.map(\.area)).count
    }

    /// Whether the council is above its neighbours under one model and below them under the other.
    public var flips: Bool {
        guard let own, let first = underEarlier.value, let second = underLater.value else { return false }
        return (own > first && own < second) || (own < first && own > second)
    }
}
