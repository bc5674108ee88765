/// Whose answers a measure reports, where it is the result of a survey.
///
/// Measures that name them are gathered as survey results, apart from those that count what services do. Children, families and
/// carers who answer are counted as such, so that their small numbers are protected: see ``CountedGroup``.
public enum Respondents: String, Sendable, Hashable, Codable, CaseIterable {
    /// Children and young people, care leavers included.
    case children
    /// Parents and families.
    case families
    /// Foster carers, kinship carers and adopters.
    case carers
    /// Staff.
    case staff
    /// Schools, health services, the police and other partners.
    case partners
    /// Residents, or others.
    case others

    /// The words for people.
    public var label: String {
        switch self {
        case .children: "Children and young people"
        case .families: "Parents and families"
        case .carers: "Carers"
        case .staff: "Staff"
        case .partners: "Partners"
        case .others: "Others"
        }
    }
}
