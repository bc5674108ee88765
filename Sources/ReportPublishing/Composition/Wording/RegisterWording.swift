import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The sentences about pledges, risks, money, dates and surveys.
enum RegisterWording {
    static let commitmentsTitle = "Pledges and priorities"
    static let commitmentsLead =
        "What the council has promised to children in care and care leavers, and what its priorities are."
    static let stated = "Yes"
    static let inferred = "Inferred"

    static let risksTitle = "Risks"
    static func risksLead(areScored: Bool) -> String {
        areScored
            ? "Risks to the plan, highest score first. A score is likelihood times impact, at most 25."
            : "Risks to the plan. None has a score."
    }

    static let budgetTitle = "Budget and savings"
    static let budgetLead = "Amounts of money that the report names, in pounds."

    static let milestonesTitle = "Milestones"
    static let milestonesLead = "Important dates, earliest first."

    static let surveysTitle = "Survey results"
    static let surveysLead =
        "What people said when they were asked, with the change since the time before. Where the numbers of answers are known, the "
        + "likely range shows how far the result could be out because not everyone was asked. A change smaller than that may be "
        + "chance."
}
