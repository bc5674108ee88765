public import ReportModel
public import ReportVocabulary

/// Figures read from published files by lines, and what was found there that no line asks for.
public struct PublishedFigures: Sendable {
    /// The figures, in the order of the lines, files and rows.
    public internal(set) var observations: [PublishedObservation] = []
    /// The lines for which there is no file.
    public internal(set) var linesWithoutFile: [PublishedLine] = []
    /// The file of each measure that was read.
    public internal(set) var files: [Indicator.ID: String] = [:]
    /// What to know.
    public internal(set) var notes: [Note] = []

    private var index: [Key: Int] = [:]

    struct Key: Hashable {
        let indicator: Indicator.ID
        let area: Area.ID
        let year: Int
    }

    /// Something in a file that was not read, or not as one would expect.
    public struct Note: Sendable, Hashable, CustomStringConvertible {
        /// What kind of thing it is.
        public enum Kind: Sendable, Hashable {
            /// A column that no line asks for.
            case unusedColumn
            /// Rows of a place that the register does not know.
            case unknownPlace
            /// A cell that holds neither a number nor a symbol.
            case unreadableCell
            /// Several rows for one figure.
            case repeatedFigure
            /// A figure of a council on a day on which there was no such council.
            case noSuchCouncil
            /// A text under a filter that no row has.
            case emptyFilter
            /// A description that does not fit its data.
            case description
        }

        /// What kind of thing it is.
        public let kind: Kind
        /// The file.
        public let file: String
        /// The line there, where it is one.
        public let line: Int?
        /// How many there are.
        public let count: Int
        /// The thing in a sentence.
        public let text: String

        /// The note as compilers write them.
        public var description: String {
            "\(file)\(line.map { ":\($0)" } ?? ""): note: \(text)"
                + (count > 1 ? " (\(CountText.times(count)))" : "")
        }
    }

    /// The figure of a measure for an area and year.
    ///
    /// - Parameters:
    ///   - indicator: The measure.
    ///   - area: The area.
    ///   - year: The year in which the period ends.
    /// - Returns: `nil` where there is none; the first where several periods end in the year, such as quarters.
    public func observation(_ indicator: Indicator.ID, _ area: Area.ID, _ year: Int) -> PublishedObservation? {
        index[Key(indicator: indicator, area: area, year: year)].map { observations[$0] }
    }

    /// The figures of a measure in one year, by area.
    ///
    /// - Parameters:
    ///   - indicator: The measure.
    ///   - year: The year in which the period ends.
    /// - Returns: The figures.
    public func observations(of indicator: Indicator.ID, in year: Int) -> [Area.ID: PublishedObservation] {
        var found: [Area.ID: PublishedObservation] = [:]
        for observation in observations where observation.indicator == indicator && observation.time.endYear == year {
            found[observation.area] = observation
        }
        return found
    }

    /// The latest year of a measure.
    ///
    /// - Parameter indicator: The measure.
    /// - Returns: `nil` where there is no figure.
    public func latestYear(of indicator: Indicator.ID) -> Int? {
        observations.lazy.filter { $0.indicator == indicator }.compactMap(\.time.endYear).max()
    }

    mutating func add(_ observation: PublishedObservation) {
        let key = Key(
            indicator: observation.indicator, area: observation.area, year: observation.time.endYear ?? 0)
        if index[key] == nil { index[key] = observations.count }
        observations.append(observation)
    }
}

extension PublishedFolder {
    /// Reads the figures of some lines, each file once.
    ///
    /// - Parameters:
    ///   - lines: The lines, one for each measure. Lines of populations that others need have to be among them.
    ///   - areas: The areas whose figures are wanted; `nil` for all. A return of several councils is wanted where one of them is.
    /// - Returns: The figures.
    /// - Throws: ``PublishedFileError`` where a file breaks off; nothing is read by halves.
    public func figures(
        for lines: [PublishedLine], of areas: Set<Area.ID>? = nil
    ) throws(PublishedFileError) -> PublishedFigures {
        var figures = PublishedFigures()
        var byFile: [String: [PublishedLine]] = [:]
        for line in lines {
            guard let file = file(for: line) else {
                figures.linesWithoutFile.append(line)
                continue
            }
            figures.files[line.indicator] = file.name
            byFile[file.name, default: []].append(line)
        }
        var read: [Indicator.ID: [PublishedObservation]] = [:]
        for file in files {
            guard let lines = byFile[file.name] else { continue }
            let reader = try StatisticsReader(path: path(of: file.name), name: file.name)
            let description = description(of: file.name, reader.heading)
            figures.notes += description.notes
            var reading = FileReading(lines: lines, areas: areas, file: file.name, filters: description.filters)
            try reading.read(reader)
            read.merge(reading.observations) { $0 + $1 }
            figures.notes += reading.notes
        }
        let populations = Set(lines.compactMap(\.population?.indicator))
        var people: [PublishedFigures.Key: PublishedFigure] = [:]
        for indicator in populations {
            for observation in read[indicator] ?? [] {
                guard let year = observation.time.endYear, let value = observation.value else { continue }
                people[PublishedFigures.Key(indicator: indicator, area: observation.area, year: year)] = value
            }
        }
        for line in lines {
            for observation in read[line.indicator] ?? [] {
                guard let population = line.population, let year = observation.time.endYear else {
                    figures.add(observation)
                    continue
                }
                let key = PublishedFigures.Key(
                    indicator: population.indicator, area: observation.area, year: year - population.yearsBefore)
                // Without its population a rate is left out: no file says that it is missing.
                guard let whole = people[key] else { continue }
                figures.add(observation.over(whole))
            }
        }
        return figures
    }
}

extension PublishedObservation {
    /// The observation with a denominator that another file gives.
    func over(_ whole: PublishedFigure) -> PublishedObservation {
        PublishedObservation(
            indicator: indicator, area: area, time: time, period: period, value: value, numerator: numerator,
            denominator: whole, limits: limits, unit: unit, decimals: decimals, joint: joint, file: file, line: line)
    }
}
