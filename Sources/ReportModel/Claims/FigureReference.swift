public import ReportVocabulary

/// Names a figure that a sentence rests on: an observation of the pack, or a number that is printed elsewhere.
///
/// In text an observation is `indicator@period`, with `/area` where the area is not the council's own and `#category` where
/// the figure is about a part: `cic-rate@FY2014-15/london`, `cic-ethnicity@2015-03-31#mixed`. Anything else is a number, such
/// as `8,792` or `57.2%`. `target` is the target of the figure that it is compared with, and ``Recorded`` says how the numbers of
/// plans, audits and budgets are named.
public enum FigureReference: Sendable, Hashable {
    /// An observation.
    case observation(Observed)
    /// A number that is printed elsewhere and not in the pack.
    case number(Double)
    /// A number of another record: of a plan, of audits, of a budget.
    case recorded(Recorded)
    /// The target of the indicator that the other figure is of.
    case target

    /// Which observation is meant.
    public struct Observed: Sendable, Hashable {
        /// The indicator.
        public var indicator: Indicator.ID
        /// The period.
        public var period: ReportingPeriod
        /// The area; the council's own where it is absent.
        public var area: Area.ID?
        /// The category; the whole where it is absent.
        public var category: Breakdown.Category.ID?

        /// Names an observation.
        ///
        /// - Parameters:
        ///   - indicator: The indicator.
        ///   - period: The period.
        ///   - area: The area; the council's own where it is absent.
        ///   - category: The category; the whole where it is absent.
        public init(
            indicator: Indicator.ID, period: ReportingPeriod, area: Area.ID? = nil,
            category: Breakdown.Category.ID? = nil
        ) {
            self.indicator = indicator
            self.period = period
            self.area = area
            self.category = category
        }
    }

    /// Names an observation.
    ///
    /// - Parameters:
    ///   - indicator: The indicator.
    ///   - period: The period.
    ///   - area: The area; the council's own where it is absent.
    ///   - category: The category; the whole where it is absent.
    /// - Returns: The reference.
    public static func figure(
        _ indicator: Indicator.ID, _ period: ReportingPeriod, area: Area.ID? = nil,
        category: Breakdown.Category.ID? = nil
    ) -> FigureReference {
        .observation(Observed(indicator: indicator, period: period, area: area, category: category))
    }

    /// The observation that is meant; `nil` for a number.
    public var observed: Observed? {
        if case .observation(let observed) = self { observed } else { nil }
    }

    /// Reads a reference.
    ///
    /// - Parameter text: Such as `assessments-45-days@2017-11/london#boys`, or a number.
    /// - Throws: ``FigureReferenceError`` where it is neither.
    public init(_ text: String) throws(FigureReferenceError) {
        if text == "target" {
            self = .target
            return
        }
        if let recorded = try Recorded(reading: text) {
            self = .recorded(recorded)
            return
        }
        guard let at = text.lastIndex(of: "@") else {
            let stated = StatedFigure(text)
            guard let value = stated.value, text.first.map({ $0.isNumber || "-+£.".contains($0) }) == true else {
                throw .notAReference(text)
            }
            self = .number(stated.direction == .down ? -value : value)
            return
        }
        var rest = text[text.index(after: at)...]
        var category: Breakdown.Category.ID?
        if let hash = rest.firstIndex(of: "#") {
            guard let name = Breakdown.Category.ID(String(rest[rest.index(after: hash)...])) else {
                throw .notAReference(text)
            }
            category = name
            rest = rest[..<hash]
        }
        guard let indicator = Indicator.ID(String(text[..<at])) else { throw .notAReference(text) }
        var area: Area.ID?
        var period = try? ReportingPeriod(String(rest))
        // A span has a stroke of its own, so the area is looked for only where the whole is no period.
        if period == nil, let stroke = rest.lastIndex(of: "/"),
            let found = try? ReportingPeriod(String(rest[..<stroke]))
        {
            guard let name = Area.ID(String(rest[rest.index(after: stroke)...])) else { throw .notAReference(text) }
            (period, area) = (found, name)
        }
        guard let period else { throw .notAPeriod(String(rest), in: text) }
        self = .figure(indicator, period, area: area, category: category)
    }
}

extension FigureReference.Observed: CustomStringConvertible {
    /// The reference as text, from which ``FigureReference/init(_:)`` reads an equal one.
    public var description: String {
        "\(indicator)@\(period.code)" + (area.map { "/\($0)" } ?? "") + (category.map { "#\($0)" } ?? "")
    }
}

extension FigureReference: CustomStringConvertible {
    /// The reference as text, from which ``init(_:)`` reads an equal one.
    public var description: String {
        switch self {
        case .observation(let observed): observed.description
        case .number(let value): DecimalText.shortest(value)
        case .recorded(let recorded): recorded.description
        case .target: "target"
        }
    }
}

/// In JSON a reference is its text, also where it is a number; a number is read too.
extension FigureReference: Codable {
    /// Decodes the value.
    ///
    /// - Throws: `DecodingError` if the data is not valid.
    public init(from decoder: any Decoder) throws {
        if let number = try? decoder.singleValueContainer().decode(Double.self) {
            self = .number(number)
            return
        }
        self = try decoder.decodeText { text throws(FigureReferenceError) in
            // A number that a document has as text is exact; the words of people are read otherwise.
            if let number = Double(text), number.isFinite { .number(number) } else { try FigureReference(text) }
        }
    }

    /// Encodes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        // As a number it makes the encoder say that JSON cannot hold it.
        case .number(let value) where !value.isFinite: try container.encode(value)
        case .number(let value):
            let text = value.description
            try container.encode(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
        case .observation, .recorded, .target: try container.encode(description)
        }
    }
}

/// Why a text names no figure.
public enum FigureReferenceError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text is neither a reference nor a number.
    case notAReference(String)
    /// The text after the sign @ is not a period.
    case notAPeriod(String, in: String)
    /// The text after the sign # does not name a number of such a record.
    case unknownPart(String, in: String, known: [String])

    /// A sentence for people, which says what would be right.
    public var description: String {
        switch self {
        case .notAReference(let text):
            "“\(text.excerpt)” names no figure; write the indicator and the period as in "
                + "assessments-45-days@2017-11, with /area or #category where it has one, or a number."
        case .notAPeriod(let period, let text):
            "“\(period.excerpt)” in “\(text.excerpt)” is not a reporting period; write a month as "
                + "2017-11, a quarter as FY2018-19-Q3, a financial year as FY2014-15, a day as 2015-03-31."
        case .unknownPart(let part, let text, let known):
            "“\(part.excerpt)” in “\(text.excerpt)” is not a number of such a record; "
                + (known.isEmpty ? "leave it out." : "write one of \(MessageText.list(known)).")
        }
    }
}

extension String {
    /// The beginning of a text, for a message.
    fileprivate var excerpt: String { count > 60 ? prefix(59) + "…" : self }
}
