/// A way to split the figures of a month.
enum Split: String, CaseIterable, Sendable {
    case team, age, abuse = "category-of-abuse"

    /// The heading.
    var title: String {
        switch self {
        case .team: "Practice team"
        case .age: "Age at the end of the month"
        case .abuse: "Category of abuse on the plan"
        }
    }

    /// The category for the whole, where the table has a row for it.
    var total: Part? { self == .age ? Part("all-ages", "All ages", weight: 0) : nil }

    /// The categories.
    ///
    /// - Parameter teams: How many teams the borough has.
    func parts(teams: Int) -> [Part] {
        switch self {
        case .team: Self.teams(teams)
        case .age:
            [
                Part("under-1", "Under 1", weight: 42), Part("1-to-4", "1 to 4", weight: 118, skill: 101),
                Part("5-to-9", "5 to 9", weight: 172), Part("10-to-15", "10 to 15", weight: 368, skill: 120),
                Part("16-and-17", "16 and 17", weight: 300, skill: 125),
            ]
        case .abuse:
            [
                Part("neglect", "Neglect", weight: 452), Part("emotional", "Emotional abuse", weight: 398),
                Part("physical", "Physical abuse", weight: 96), Part("sexual", "Sexual abuse", weight: 31),
                Part("multiple", "Multiple categories", weight: 23),
            ]
        }
    }

    private static func teams(_ count: Int) -> [Part] {
        let known = [
            Part("alder", "Alder team", weight: 182, skill: 101), Part("birch", "Birch team", weight: 176, skill: 99),
            Part("cedar", "Cedar team", weight: 171, skill: 88), Part("elm", "Elm team", weight: 168, skill: 103),
            Part("hawthorn", "Hawthorn team", weight: 158, skill: 98),
            Part("rowan", "Rowan team", weight: 145, skill: 104),
        ]
        return (0..<count).map { index in
            known.indices.contains(index)
                ? known[index]
                : Part(
                    "team-\(index + 1)", "Team \(index + 1)", weight: 120 + index * 7 % 60, skill: 96 + index * 5 % 9)
        }
    }

    /// The localities of the borough.
    ///
    /// - Parameter count: How many there are.
    static func localities(_ count: Int) -> [Part] {
        let known = [
            Part("larkmere-north", "Larkmere North", weight: 392, skill: 97),
            Part("larkmere-riverside", "Larkmere Riverside", weight: 337),
            Part("larkmere-heath", "Larkmere Heath", weight: 271, skill: 103),
        ]
        return (0..<count).map { index in
            known.indices.contains(index)
                ? known[index]
                : Part("locality-\(index + 1)", "Locality \(index + 1)", weight: 150 + index * 11 % 90)
        }
    }

    /// One category.
    struct Part: Sendable {
        /// The identifier.
        let id: String
        /// The name.
        let title: String
        /// Its size against the others.
        let weight: Int
        /// Its success against the average, in per cent.
        let skill: Int

        /// Describes a category.
        init(_ id: String, _ title: String, weight: Int, skill: Int = 100) {
            self.id = id
            self.title = title
            self.weight = weight
            self.skill = skill
        }
    }
}
