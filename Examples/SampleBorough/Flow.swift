/// What happens in the borough in a month, or how many there are at its end.
enum Flow: Int, CaseIterable, Sendable {
    case contacts, referrals
    case assessmentsStarted, assessmentsCompleted, assessmentsOpen
    case enquiries, conferences
    case needStarted, needEnded, needOpen
    case protectionStarted, protectionEnded, protectionOpen
    case careStarted, careCeased, careOpen, careReviews, schoolAge, longTerm, missingEpisodes, permanence
    case careLeavers
    case earlyHelpStarted, earlyHelpEnded, earlyHelpOpen
    case posts, vacancies, agency, caseHolders, casesHeld, leavers
    case auditsPlanned, auditsCompleted, moderated, complaints

    /// Whether it is a number at the end of the month, which changes slowly, and not a number of events.
    var isStock: Bool {
        switch self {
        case .assessmentsOpen, .needOpen, .protectionOpen, .careOpen, .schoolAge, .longTerm, .careLeavers,
            .earlyHelpOpen,
            .posts, .vacancies, .agency, .caseHolders, .casesHeld:
            true
        default: false
        }
    }
}
