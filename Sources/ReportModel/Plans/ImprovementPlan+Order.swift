extension ImprovementPlan {
    /// The actions by reference; those without one keep their place behind the others.
    package var actionsInPlanOrder: [PlanAction] {
        actions.enumerated().sorted { left, right in
            switch (left.element.reference, right.element.reference) {
            case (let first?, let second?): first != second ? first < second : left.offset < right.offset
            case (nil, nil): left.offset < right.offset
            case (let first, _): first != nil
            }
        }.map(\.element)
    }
}
