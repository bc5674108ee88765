public import ReportVocabulary

/// A way to split a population: by team, age, ethnicity, category of abuse.
public struct Breakdown: Sendable, Hashable, Codable, Identifiable {
    /// The identifier.
    public var id: Identifier<Breakdown>
    /// What the population is split by.
    public var title: String
    /// The categories in order.
    public var categories: [Category]
    /// The category that is the sum of all others, where the table shows one.
    public var total: Category.ID?

    /// Describes a breakdown.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - title: What the population is split by.
    ///   - categories: The categories in order.
    ///   - total: The category that is the sum of all others.
    public init(id: ID, title: String, categories: [Category], total: Category.ID? = nil) {
        self.id = id
        self.title = title
        self.categories = categories
        self.total = total
    }

    /// One group of a breakdown.
    public struct Category: Sendable, Hashable, Codable, Identifiable {
        /// The identifier.
        public var id: Identifier<Category>
        /// The name for people.
        public var title: String
        /// The category that this one is a part of, where the breakdown has levels.
        public var parent: Identifier<Category>?

        /// Describes a category.
        ///
        /// - Parameters:
        ///   - id: The identifier.
        ///   - title: The name for people.
        ///   - parent: The category that this one is a part of.
        public init(id: Identifier<Category>, title: String, parent: Identifier<Category>? = nil) {
            self.id = id
            self.title = title
            self.parent = parent
        }
    }
}
