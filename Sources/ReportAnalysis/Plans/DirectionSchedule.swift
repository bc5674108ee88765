package import ReportModel
package import ReportVocabulary

/// What directions of the Secretary of State require on which days.
package struct DirectionSchedule: Sendable, Hashable, Codable {
    /// One requirement on one day.
    package struct Entry: Sendable, Hashable, Codable {
        /// The day.
        package let date: CalendarDate
        /// The direction.
        package let event: InspectionEvent.ID
        /// The requirement.
        package let requirement: DirectionRequirement.ID
        /// The how manieth time it falls due, from 1.
        package let occurrence: Int
        /// Whether it is a report that is due.
        package let isReport: Bool
        /// What is due, in a sentence.
        package let explanation: String
    }

    /// A requirement that gives no day.
    package struct Undated: Sendable, Hashable, Codable {
        /// The direction.
        package let event: InspectionEvent.ID
        /// The requirement.
        package let requirement: DirectionRequirement.ID
        /// How often it is to be done, in the words of the direction.
        package let cadence: String?
    }

    /// The first day that was asked about.
    package let firstDay: CalendarDate
    /// The last day that was asked about.
    package let lastDay: CalendarDate
    /// What falls due, in order of date, then of the list of directions.
    package let entries: [Entry]
    /// Requirements in force that give no day on which they first fall due.
    package let undated: [Undated]

    /// Finds what falls due between two days, both included.
    ///
    /// Nothing falls due under a direction from the day on which another revokes it, as far as that day is known: to
    /// the day, or else the first day that its date can mean. A direction that is said to be revoked, without a date,
    /// is left out.
    ///
    /// - Parameters:
    ///   - events: The directions; other events have no requirements.
    ///   - firstDay: The first day.
    ///   - lastDay: The last day; before the first, nothing falls due.
    /// - Complexity: O(n log n) for n due dates up to the last day.
    package init(of events: [InspectionEvent], from firstDay: CalendarDate, through lastDay: CalendarDate) {
        var revoked: [InspectionEvent.ID: CalendarDate] = [:]
        for event in events {
            guard let older = event.revokes, let date = event.start ?? event.listingDate else { continue }
            revoked[older] = min(revoked[older] ?? date.firstDay, date.firstDay)
        }
        var entries: [(order: Int, entry: Entry)] = []
        var undated: [Undated] = []
        for event in events {
            let end = revoked[event.id]
            if end == nil, event.status == .revoked { continue }
            for requirement in event.requirements {
                guard requirement.firstDue != nil else {
                    if end.map({ $0 > firstDay }) ?? true {
                        undated.append(
                            Undated(event: event.id, requirement: requirement.id, cadence: requirement.cadence?.text))
                    }
                    continue
                }
                for (index, date) in requirement.dueDates(through: lastDay).enumerated() where date >= firstDay {
                    if let end, date >= end { break }
                    let entry = Entry(
                        date: date, event: event.id, requirement: requirement.id, occurrence: index + 1,
                        isReport: requirement.isReport,
                        explanation: Self.sentence(requirement, on: date, of: event))
                    entries.append((entries.count, entry))
                }
            }
        }
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.entries = entries.sorted { ($0.entry.date, $0.order) < ($1.entry.date, $1.order) }.map(\.entry)
        self.undated = undated
    }

    private static func sentence(
        _ requirement: DirectionRequirement, on date: CalendarDate, of event: InspectionEvent
    ) -> String {
        let letter = requirement.letter.map { " (\($0))" } ?? ""
        let receiver = requirement.isReport ? requirement.counterpart.map { " to \($0)" } ?? "" : ""
        return "\(requirement.isReport ? "Report\(receiver)" : "Requirement") due on \(date.label) under "
            + "\(event.title)\(letter): \(requirement.text)"
    }
}
