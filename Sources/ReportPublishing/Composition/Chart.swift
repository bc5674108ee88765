public import ReportVocabulary

/// A chart, with the words for those who do not see it and the figures for those who want to read them.
///
/// The kit draws nothing: an exporter draws what its format can, and writes ``table`` where it cannot. No meaning is told by
/// colour alone: series have titles, marked points have words, and ``alternativeText`` says what the chart shows.
public struct Chart: Sendable, Hashable {
    /// How the figures are drawn.
    public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
        /// A line for each series, with a mark at each point of the ``Role/measure``.
        case lines
        /// A horizontal bar for each label, made of one part for each series.
        case stackedBars = "stacked-bars"
    }

    /// What a series stands for.
    public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
        /// The figures that the chart is about.
        case measure
        /// What the figures should be, or one end of the range that they should lie in.
        case target
        /// The average of the figures.
        case average
        /// The lower end of the range in which nearly all figures fall while nothing changes.
        case lowerLimit = "lower-limit"
        /// The upper end of that range.
        case upperLimit = "upper-limit"
        /// What others have: England, the region, or a group such as statistical neighbours.
        case comparator
        /// One part of a whole.
        case part
    }

    /// Figures that belong together, one for each label of the chart.
    public struct Series: Sendable, Hashable {
        /// The name, unique in the chart.
        public let title: String
        /// What the series stands for.
        public let role: Role
        /// Whether the series stands for something good or bad; its title says so in words.
        public let tone: Tone?
        /// The figures, one for each of ``Chart/labels``.
        public let points: [Point]

        /// Makes a series.
        ///
        /// - Parameters:
        ///   - title: The name, unique in the chart.
        ///   - role: What the series stands for.
        ///   - tone: Whether it stands for something good or bad.
        ///   - points: The figures, one for each label of the chart.
        public init(_ title: String, role: Role, tone: Tone? = nil, points: [Point]) {
            self.title = title
            self.role = role
            self.tone = tone
            self.points = points
        }
    }

    /// One figure of a series.
    public struct Point: Sendable, Hashable {
        /// The figure, finite; `nil` is a gap.
        public let value: Double?
        /// Why there is no figure, where a reason is recorded.
        public let missing: MissingReason?
        /// What is special about the figure.
        public let mark: Mark?

        /// Makes a point.
        ///
        /// - Parameters:
        ///   - value: The figure, finite; `nil` for a gap.
        ///   - missing: Why there is no figure.
        ///   - mark: What is special about it.
        public init(_ value: Double?, missing: MissingReason? = nil, mark: Mark? = nil) {
            self.value = value
            self.missing = missing
            self.mark = mark
        }
    }

    /// What is special about a figure, in a word or two.
    public struct Mark: Sendable, Hashable {
        /// The words, such as "Of concern".
        public let label: String
        /// Whether it is good or bad news.
        public let tone: Tone

        /// Makes a mark.
        ///
        /// - Parameters:
        ///   - label: The words.
        ///   - tone: Whether it is good or bad news.
        public init(_ label: String, tone: Tone) {
            self.label = label
            self.tone = tone
        }
    }

    /// An identifier, unique among the tables and charts of the publication: letters, digits and underscores, starting with
    /// a letter.
    public let name: String
    /// The heading of the chart.
    public let title: String
    /// What the chart shows, in sentences; never empty.
    public let alternativeText: String
    /// How the figures are drawn.
    public let form: Form
    /// What the labels are, such as "Period".
    public let labelTitle: String
    /// What the figures are, such as "Per cent".
    public let valueTitle: String
    /// Whether the figures are percentages on the scale 0 to 100.
    public let isPercentage: Bool
    /// How many decimals are shown.
    public let decimals: Int
    /// The labels along the axis, in order, unique.
    public let labels: [String]
    /// The series in the order of drawing.
    ///
    /// Each has as many points as there are labels.
    public let series: [Series]

    /// Makes a chart.
    ///
    /// - Parameters:
    ///   - name: An identifier, unique among the tables and charts of the publication.
    ///   - title: The heading.
    ///   - alternativeText: What the chart shows, in sentences; never empty.
    ///   - form: How the figures are drawn.
    ///   - labelTitle: What the labels are.
    ///   - valueTitle: What the figures are.
    ///   - isPercentage: Whether the figures are percentages on the scale 0 to 100.
    ///   - decimals: How many decimals are shown.
    ///   - labels: What is along the axis, in order, unique.
    ///   - series: The series, each with as many points as there are labels.
    public init(
        name: String, title: String, alternativeText: String, form: Form, labelTitle: String, valueTitle: String,
        isPercentage: Bool, decimals: Int, labels: [String], series: [Series]
    ) {
        self.name = name
        self.title = title
        self.alternativeText = alternativeText
        self.form = form
        self.labelTitle = labelTitle
        self.valueTitle = valueTitle
        self.isPercentage = isPercentage
        self.decimals = decimals
        self.labels = labels
        self.series = series
    }

    /// The figures of the chart as a table: a row for each label, a column for each series, and the words of the marks.
    ///
    /// O(labels × series).
    public var table: Table {
        let hasMarks = series.contains { $0.points.contains { $0.mark != nil } }
        var columns = [TableColumn(labelTitle, width: 24)]
        columns += series.map { TableColumn($0.title, alignment: .trailing, width: 13) }
        if hasMarks { columns.append(TableColumn(Heading.signal, width: 24)) }
        let rows = labels.indices.map { row in
            var cells = [Cell(.text(labels[row]))]
            cells += series.map { cell($0.points.indices.contains(row) ? $0.points[row] : Point(nil)) }
            if hasMarks {
                let marks = series.compactMap { $0.points.indices.contains(row) ? $0.points[row].mark : nil }
                cells.append(.text(marks.map(\.label).joined(separator: "; "), tone: marks.first?.tone))
            }
            return cells
        }
        return Table(name: name, title: title, columns: columns, rows: rows)
    }

    private func cell(_ point: Point) -> Cell {
        guard let value = point.value else { return point.missing.map { Cell(.missing($0)) } ?? .empty }
        return Cell(isPercentage ? .percentage(value, decimals: decimals) : .number(value, decimals: decimals))
    }
}
