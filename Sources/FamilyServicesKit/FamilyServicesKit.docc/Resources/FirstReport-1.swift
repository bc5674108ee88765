import FamilyServicesKit

let conferences = Indicator(
    id: "conferences-15-days", title: "Initial child protection conferences held within 15 working days",
    unit: .percent, polarity: .higherIsBetter, targets: [Target(.atLeast(90), tolerance: .absolute(5))])
