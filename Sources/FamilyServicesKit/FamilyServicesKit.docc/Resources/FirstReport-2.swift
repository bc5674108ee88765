import FamilyServicesKit

let conferences = Indicator(
    id: "conferences-15-days", title: "Initial child protection conferences held within 15 working days",
    unit: .percent, polarity: .higherIsBetter, targets: [Target(.atLeast(90), tolerance: .absolute(5))])

let months = [("2026-04", 81, 92), ("2026-05", 94, 96), ("2026-06", 79, 90)]
let figures = try months.map { month, inTime, all in
    Observation(
        indicator: conferences.id, period: try ReportingPeriod(month), area: "exampleton",
        value: .fraction(numerator: Double(inTime), denominator: Double(all)))
}
