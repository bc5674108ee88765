extension WorkbookTheme {
    /// The colours of charts.
    ///
    /// Lines and marks also differ by dash, shape and word, and the parts of bars by how dark they are, so that charts can be
    /// read in black and white. The default colours are told apart by people who do not see red or green.
    public struct Charts: Sendable, Hashable, Codable {
        /// The line of the figures that a chart is about.
        public var measure: WorkbookColour
        /// The lines of targets.
        public var target: WorkbookColour
        /// The line of the average.
        public var average: WorkbookColour
        /// The lines of the range in which figures are expected.
        public var range: WorkbookColour
        /// Marks of good news, and good parts of bars.
        public var positive: WorkbookColour
        /// Marks of what needs attention, and such parts of bars.
        public var caution: WorkbookColour
        /// Marks of bad news, and bad parts of bars.
        public var negative: WorkbookColour
        /// Marks of what is complete, and such parts of bars.
        public var complete: WorkbookColour
        /// Marks that are not judged, and such parts of bars.
        public var neutral: WorkbookColour

        /// Makes the colours of charts; each that is not given is the default theme's.
        ///
        /// - Parameters:
        ///   - measure: The line of the figures that a chart is about.
        ///   - target: The lines of targets.
        ///   - average: The line of the average.
        ///   - range: The lines of the range in which figures are expected.
        ///   - positive: Marks of good news, and good parts of bars.
        ///   - caution: Marks of what needs attention, and such parts of bars.
        ///   - negative: Marks of bad news, and bad parts of bars.
        ///   - complete: Marks of what is complete, and such parts of bars.
        ///   - neutral: Marks that are not judged, and such parts of bars.
        public init(
            measure: WorkbookColour = WorkbookColour(red: 0x1F, green: 0x3A, blue: 0x4D),
            target: WorkbookColour = WorkbookColour(red: 0x8A, green: 0x3F, blue: 0x9C),
            average: WorkbookColour = WorkbookColour(red: 0x55, green: 0x55, blue: 0x55),
            range: WorkbookColour = WorkbookColour(red: 0x76, green: 0x76, blue: 0x76),
            positive: WorkbookColour = WorkbookColour(red: 0x00, green: 0x72, blue: 0xB2),
            caution: WorkbookColour = WorkbookColour(red: 0xB3, green: 0x7A, blue: 0x00),
            negative: WorkbookColour = WorkbookColour(red: 0xB8, green: 0x3E, blue: 0x00),
            complete: WorkbookColour = WorkbookColour(red: 0x2F, green: 0x5D, blue: 0x9B),
            neutral: WorkbookColour = WorkbookColour(red: 0x5F, green: 0x5F, blue: 0x5F)
        ) {
            self.measure = measure
            self.target = target
            self.average = average
            self.range = range
            self.positive = positive
            self.caution = caution
            self.negative = negative
            self.complete = complete
            self.neutral = neutral
        }

        private enum CodingKeys: String, CodingKey {
            case measure, target, average, range, positive, caution, negative, complete, neutral
        }

        /// Reads colours; those that are not given are the default theme's.
        ///
        /// - Parameter decoder: Where the colours come from.
        /// - Throws: `DecodingError` where a value is not a colour.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let standard = Charts()
            func colour(_ key: CodingKeys, _ standard: WorkbookColour) throws -> WorkbookColour {
                try container.decodeIfPresent(WorkbookColour.self, forKey: key) ?? standard
            }
            self.init(
                measure: try colour(.measure, standard.measure), target: try colour(.target, standard.target),
                average: try colour(.average, standard.average), range: try colour(.range, standard.range),
                positive: try colour(.positive, standard.positive), caution: try colour(.caution, standard.caution),
                negative: try colour(.negative, standard.negative), complete: try colour(.complete, standard.complete),
                neutral: try colour(.neutral, standard.neutral))
        }

        /// The colours with their names.
        var named: [(name: String, colour: WorkbookColour)] {
            [
                ("charts.measure", measure), ("charts.target", target), ("charts.average", average),
                ("charts.range", range), ("charts.positive", positive), ("charts.caution", caution),
                ("charts.negative", negative), ("charts.complete", complete), ("charts.neutral", neutral),
            ]
        }
    }
}

extension WorkbookColour {
    static let white = WorkbookColour(red: 255, green: 255, blue: 255)
    static let black = WorkbookColour(red: 0, green: 0, blue: 0)

    /// The colour with white mixed in: 1 is the colour itself, 0 is white.
    func tint(_ share: Double) -> WorkbookColour {
        func mixed(_ part: UInt8) -> UInt8 {
            UInt8(clamping: Int((255 - (255 - Double(part)) * share).rounded()))
        }
        return WorkbookColour(red: mixed(red), green: mixed(green), blue: mixed(blue))
    }
    /// The colour with black mixed in: 1 is the colour itself, 0 is black.
    func shade(_ share: Double) -> WorkbookColour {
        func mixed(_ part: UInt8) -> UInt8 { UInt8(clamping: Int((Double(part) * share).rounded(.down))) }
        return WorkbookColour(red: mixed(red), green: mixed(green), blue: mixed(blue))
    }
}
