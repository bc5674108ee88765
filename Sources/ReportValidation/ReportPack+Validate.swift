public import ReportModel

extension ReportPack {
    /// Looks for everything in the pack that cannot be right, and for what probably is not.
    ///
    /// Errors are things from which nothing should be published: names that nothing has, identifiers used twice, numbers
    /// and dates that are impossible. Warnings are things to look at before publishing: figures that do not agree with
    /// one another by more than rounding can explain, targets that overlap. What a source may leave open is not reported.
    ///
    /// The check asks nothing of the world outside: neither clock nor files. The time it takes grows in proportion to the
    /// size of the pack.
    ///
    /// - Returns: The problems, always in the same order for the same pack: rule by rule, and within a rule in the order of
    ///   the pack. Each names the record that it is about, where it is about one; none has a place in a file, which only
    ///   the reader of the files knows. Empty where there is nothing to report.
    public func validate() -> [Diagnostic] {
        problems(ProblemList())
    }

    /// The problems because of which nothing should be published: the errors among ``validate()``, without looking for the rest.
    package func errors() -> [Diagnostic] {
        problems(ProblemList(onlyErrors: true))
    }

    private func problems(_ list: ProblemList) -> [Diagnostic] {
        let index = PackIndex(self)
        var problems = list
        DuplicateRules.check(self, into: &problems)
        ReferenceRules.check(self, index, into: &problems)
        if problems.wantsWarnings { NameRules.check(self, into: &problems) }
        CycleRules.check(self, into: &problems)
        RecordRules.check(self, into: &problems)
        IndicatorRules.check(self, index, into: &problems)
        FigureRules.check(self, index, into: &problems)
        RepeatedFigureRules.check(self, index, into: &problems)
        AuditRules.check(self.audits, into: &problems)
        DateRules.check(self, into: &problems)
        BudgetRules.check(self, into: &problems)
        if problems.wantsWarnings { ReportTextRules.check(self, into: &problems) }
        ClaimRules.check(self, index, into: &problems)
        return problems.diagnostics
    }
}
