import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The sentences about councils side by side.
enum CouncilWording {
    static let title = "Councils side by side"
    static let lead =
        "Each measure with the figure and the place of every council. “Better” and “worse” are used only where a council differs "
        + "from the median of the others by more than chance and the usual differences between councils."
    static let overviewTitle = "All measures by council"
    static let others = "The other councils"

    static func measure(_ title: String, _ period: String) -> String { "\(title): \(period)" }

    static func whole(_ name: String, _ figure: String, _ polarity: Polarity) -> String {
        "\(name): \(figure). \(order(polarity))"
    }

    static func order(_ polarity: Polarity) -> String {
        switch polarity {
        case .higherIsBetter: "The highest figure, which is the best, comes first."
        case .lowerIsBetter: "The lowest figure, which is the best, comes first."
        case .inRange, .neutral: "The highest figure comes first; it is neither better nor worse for that."
        }
    }
}
