import FamilyServicesKit

extension PackWriter {
    /// Writes a row of `indicators.csv` for each question.
    func writeSurveyQuestions(into table: inout CSVTable) throws {
        for question in surveys {
            try table.row([
                question.id, question.title, question.group, "", question.service.rawValue, question.definition,
                "Those who agree", "All who answered the question", "", "percent", "0", "", question.polarity.rawValue,
                question.target, question.target.isEmpty ? "" : "5", "", "", "", "", "", question.owner,
                question.isSplit ? "survey-age" : "", "", "surveys", question.respondents.rawValue,
            ])
        }
    }

    /// Writes the answers, those of all and of each group.
    func writeSurveyAnswers(into table: inout CSVTable) throws {
        for question in surveys {
            for round in question.rounds {
                func write(_ category: String, _ agreeing: Int, of answers: Int) throws {
                    try table.row([question.id, round.period, "", category, String(agreeing), String(answers)])
                }
                let agreeing = round.answers.enumerated().map { position, answers in
                    // Who agrees is drawn one by one, from a stream of its own for each group.
                    var source = RandomSource(
                        seed: size.seed, stream: "survey/\(question.id)/\(round.period)/\(position)")
                    return source.binomial(answers, perMille: round.level)
                }
                let total = question.isSplit ? SurveyText.total : ""
                try write(total, agreeing.reduce(0, +), of: round.answers.reduce(0, +))
                guard question.isSplit else { continue }
                for (position, group) in SurveyText.groups.enumerated() {
                    try write(group, agreeing[position], of: round.answers[position])
                }
            }
        }
    }
}
