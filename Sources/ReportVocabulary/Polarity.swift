/// Which way is better.
public enum Polarity: String, Sendable, Hashable, Codable, CaseIterable {
    /// A rise is an improvement.
    case higherIsBetter = "higher-is-better"
    /// A fall is an improvement.
    case lowerIsBetter = "lower-is-better"
    /// The target range is met inside it, and neither end is better.
    case inRange = "in-range"
    /// Context to be watched, not judged.
    case neutral

    /// The polarity in words.
    public var label: String {
        switch self {
        case .higherIsBetter: "Higher is better"
        case .lowerIsBetter: "Lower is better"
        case .inRange: "Best within a range"
        case .neutral: "Not judged"
        }
    }
}

/// The part of children's services that something is about.
public enum ServiceArea: String, Sendable, Hashable, Codable, CaseIterable {
    /// Support before social care is needed.
    case earlyHelp = "early-help"
    /// Contacts, referrals and decisions at the front door.
    case frontDoor = "front-door"
    /// Assessment and planning for children in need.
    case childrenInNeed = "children-in-need"
    /// Enquiries, conferences and protection plans.
    case childProtection = "child-protection"
    /// Children looked after by the council.
    case childrenInCare = "children-in-care"
    /// Young people who have left care.
    case careLeavers = "care-leavers"
    /// Staff, caseloads and supervision.
    case workforce
    /// Audit and practice quality.
    case quality
    /// Everything else.
    case other

    /// The name for people.
    public var label: String {
        switch self {
        case .earlyHelp: "Early help"
        case .frontDoor: "Front door"
        case .childrenInNeed: "Children in need"
        case .childProtection: "Child protection"
        case .childrenInCare: "Children in care"
        case .careLeavers: "Care leavers"
        case .workforce: "Workforce"
        case .quality: "Quality of practice"
        case .other: "Other"
        }
    }
}
