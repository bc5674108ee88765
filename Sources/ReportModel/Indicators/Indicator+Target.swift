public import ReportVocabulary

extension Indicator {
    /// The target that holds on a day; of several, the one that ``Rating`` uses.
    ///
    /// - Parameter day: The day.
    /// - Returns: `nil` where none holds.
    public func target(on day: CalendarDate) -> Target? {
        for level in [Target.Level.local, .regional, .national, .statutory] {
            if let target = targets.last(where: { $0.level == level && $0.holds(on: day) }) { return target }
        }
        return nil
    }
}
