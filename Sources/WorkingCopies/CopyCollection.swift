public import ReportModel
public import ReportVocabulary

/// Many working copies of one pack that came back, put together without loss.
///
/// Each copy is compared with the pack by itself. Cells that only one copy changed, or that all copies which did changed to the same,
/// are taken together; where two copies say different things, neither is taken, and a person has to choose.
///
/// ```swift
/// let collection = CopyCollection(copies, against: pack)
/// for clash in collection.clashes { print(clash) }
/// let (changed, refused) = collection.accepted(into: pack)
/// ```
public struct CopyCollection: Sendable {
    /// A working copy under the name by which people know it, such as that of its file.
    public struct Copy: Sendable {
        /// The name.
        public let name: String
        /// The role that it was made for; `nil` where it does not say.
        public let owner: Role.ID?
        /// What was found when it was compared with the pack.
        public let review: WorkingCopyReview

        /// Whether nothing in it was written: it is as it was made.
        public var isUnanswered: Bool {
            review.changes.isEmpty && review.conflicts.isEmpty && review.settled.isEmpty
                && !review.problems.contains { [.badValue, .inconsistent].contains($0.code) }
        }
    }

    /// A change, and the copy that it is in.
    public struct Change: Sendable, Hashable, CustomStringConvertible {
        /// The name of the copy.
        public let copy: String
        /// The change.
        public let change: WorkingCopyChange

        /// The name of the copy and the change.
        public var description: String { "\(copy): \(change)" }
    }

    /// What several copies say differently of one thing: a cell, or the cells of a status or a remark, which belong together.
    public struct Clash: Sendable, Hashable, CustomStringConvertible {
        /// What each copy says, in the order of the copies.
        public let changes: [Change]

        /// The changes, one on each line.
        public var description: String { changes.map(\.description).joined(separator: "\n") }
    }

    /// The copies, in the order in which they were given.
    public let copies: [Copy]
    /// The changes on which the copies agree, each once, and whose fields the pack has as they were.
    public let changes: [Change]
    /// The changes on which the copies agree, each once, and whose fields were changed in the pack too.
    public let conflicts: [Change]
    /// What copies say differently of one thing.
    public let clashes: [Clash]
    /// The roles that answer for something in the pack, and of which there is no copy here.
    public let missing: [Role.ID]

    /// Puts copies together.
    ///
    /// - Parameters:
    ///   - copies: The copies with their names, each of which is given once.
    ///   - pack: The pack that they were made from, or what has become of it since.
    public init(_ copies: [(name: String, copy: WorkingCopy)], against pack: ReportPack) {
        self.copies = copies.map { Copy(name: $0.name, owner: $0.copy.owner, review: $0.copy.review(against: pack)) }
        let owners = Set(copies.compactMap(\.copy.owner))
        // A copy with all rows is an answer for everybody.
        let isWhole = copies.contains { $0.copy.owner == nil }
        missing = isWhole ? [] : CopyRecipient.owners(in: pack).roles.filter { !owners.contains($0) }

        var order: [Subject] = []
        var sides: [Subject: [Side]] = [:]
        for copy in self.copies {
            var own: [Subject: Side] = [:]
            let found = copy.review.changes.map { ($0, false) } + copy.review.conflicts.map { ($0, true) }
            for (change, isConflict) in found {
                let subject = Subject(change)
                if sides[subject] == nil {
                    sides[subject] = []
                    order.append(subject)
                }
                var side = own[subject] ?? Side()
                side.values[change.field] = change.new
                side.changes.append(Change(copy: copy.name, change: change))
                side.isConflict = side.isConflict || isConflict
                own[subject] = side
            }
            for (subject, side) in own { sides[subject, default: []].append(side) }
        }
        var (agreed, conflicts, clashes) = ([Change](), [Change](), [Clash]())
        for subject in order {
            let found = sides[subject] ?? []
            guard let most = found.max(by: { $0.values.count < $1.values.count }),
                found.allSatisfy({ $0.isPart(of: most) })
            else {
                clashes.append(Clash(changes: found.flatMap(\.changes)))
                continue
            }
            if found.contains(where: \.isConflict) { conflicts += most.changes } else { agreed += most.changes }
        }
        (changes, self.conflicts, self.clashes) = (agreed, conflicts, clashes)
    }

    /// The pack with the changes of all copies on which they agree.
    ///
    /// Where the pack would have errors, the copies are taken one after the other, and those left out that bring the errors.
    ///
    /// - Parameters:
    ///   - pack: The pack that the copies were compared with.
    ///   - includingConflicts: Whether to take what was changed in the pack too.
    /// - Returns: The pack, and the copies of which nothing was taken, with why.
    public func accepted(
        into pack: ReportPack, includingConflicts: Bool = false
    ) -> (pack: ReportPack, refused: [(copy: String, error: WorkingCopyError)]) {
        let wanted = changes + (includingConflicts ? conflicts : [])
        if let changed = try? pack.accepting(wanted.map(\.change)) { return (changed, []) }
        var (changed, refused) = (pack, [(copy: String, error: WorkingCopyError)]())
        for copy in copies {
            let own = wanted.filter { $0.copy == copy.name }.map(\.change)
            guard !own.isEmpty else { continue }
            do throws(WorkingCopyError) {
                changed = try changed.accepting(own)
            } catch {
                refused.append((copy.name, error))
            }
        }
        return (changed, refused)
    }

    /// What a change is about: a field, or the fields of a status or a remark.
    private struct Subject: Hashable {
        let record: EditableRecord
        let field: EditableField

        init(_ change: WorkingCopyChange) {
            record = change.record
            switch (change.record, change.field) {
            case (.action, .status), (.action, .statusDate), (.action, .statusCommentary): field = .status
            case (.action, .owner), (.action, .otherOwners): field = .owner
            case (.remark, _), (.newRemark, _): field = .text
            case (_, let other): field = other
            }
        }
    }

    /// What one copy says of one thing.
    private struct Side {
        var values: [EditableField: EditableValue?] = [:]
        var changes: [Change] = []
        var isConflict = false

        /// Whether another says the same, and perhaps more.
        func isPart(of other: Side) -> Bool {
            values.allSatisfy { field, value in other.values[field].map { $0 == value } ?? false }
        }
    }
}
