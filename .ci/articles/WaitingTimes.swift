import FamilyServicesKit

/// A section of a host's own.
struct WaitingTimes: SectionComposer {
    let id: SectionID = "waiting-times"
    func compose(_ context: SectionContext) -> PublicationSection? { nil }
}
