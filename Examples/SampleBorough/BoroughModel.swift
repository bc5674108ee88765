import FamilyServicesKit

/// The borough: month by month, how many children come to the service, stay with it and leave it.
///
/// Numbers at the end of a month follow from the month before and from what happened in between, so that the pack adds
/// up wherever a reader might check it.
struct BoroughModel: Sendable {
    /// Months simulated before the first one reported, so that twelve-month measures exist from the start.
    static let warmUp = 12

    /// The months, those of the warm-up included.
    let months: [ReportingPeriod]
    /// The seed.
    let seed: UInt64
    private var values: [[Int]]

    /// Runs the borough.
    ///
    /// - Parameters:
    ///   - seed: The seed.
    ///   - months: The months to report.
    ///   - last: The latest month.
    init(seed: UInt64, months count: Int, last: ReportingPeriod) {
        self.seed = seed
        months = (0..<count + Self.warmUp).reversed().compactMap { last.advanced(by: -$0) }
        values = Array(repeating: [], count: Flow.allCases.count)
        for index in months.indices { step(index) }
    }

    /// The positions of the months that are reported.
    var reported: Range<Int> { min(Self.warmUp, months.count)..<months.count }

    /// How many months before the latest one a position lies.
    func ago(_ index: Int) -> Int { months.count - 1 - index }

    /// The number of a month; 0 before the beginning.
    func value(_ flow: Flow, _ index: Int) -> Int {
        values[flow.rawValue].indices.contains(index) ? values[flow.rawValue][index] : 0
    }

    /// The sum over the twelve months that end with this one.
    func lastYear(_ flow: Flow, _ index: Int) -> Int {
        (max(0, index - 11)...index).reduce(0) { $0 + value(flow, $1) }
    }

    /// The sum since April.
    func yearToDate(_ flow: Flow, _ index: Int) -> Int {
        let sinceApril = (months[index].firstDay.month + 8) % 12
        return (max(0, index - sinceApril)...index).reduce(0) { $0 + value(flow, $1) }
    }

    /// Children under 18 who live in the borough, by the estimate in use in a month.
    func population(_ index: Int) -> Int {
        68_400 + (months[index].firstDay.year - 2026) * 310
    }

    // MARK: - One month

    /// Events by month of the year in thousandths of the average: schools refer less in August and December.
    private static let season = [1_020, 990, 1_080, 940, 1_040, 1_080, 1_060, 720, 960, 1_080, 1_090, 900]

    private mutating func step(_ index: Int) {
        let ago = ago(index)
        let season = Self.season[months[index].firstDay.month - 1]
        func random(_ name: String) -> RandomSource { RandomSource(seed: seed, stream: "\(name)/\(ago)") }
        func events(_ name: String, _ path: Path, seasonal: Bool = false) -> Int {
            var source = random(name)
            return source.poisson(thousandths: path.level(ago: ago) * (seasonal ? season : 1_000) / 1_000)
        }
        func part(_ name: String, of whole: Int, _ path: Path) -> Int {
            var source = random(name)
            return source.binomial(whole, perMille: path.level(ago: ago))
        }
        func before(_ flow: Flow, _ start: Int) -> Int { index == 0 ? start : value(flow, index - 1) }
        func set(_ flow: Flow, _ number: Int) { values[flow.rawValue].append(number) }

        let contacts = events("contacts", Path((40, 1_020_000), (0, 1_110_000)), seasonal: true)
        let referrals = part("referrals", of: contacts, Path((40, 246), (24, 240), (0, 226)))
        set(.contacts, contacts)
        set(.referrals, referrals)

        let started = part("assessments started", of: referrals, Path((0, 870)))
        let open = before(.assessmentsOpen, 260) + started
        let completed = part("assessments completed", of: open, Path((40, 460), (24, 470), (18, 540), (0, 555)))
        set(.assessmentsStarted, started)
        set(.assessmentsCompleted, completed)
        set(.assessmentsOpen, open - completed)

        let enquiries = part("enquiries", of: referrals, Path((40, 300), (0, 285)))
        let conferences = part("conferences", of: enquiries, Path((40, 400), (0, 430)))
        set(.enquiries, enquiries)
        set(.conferences, conferences)

        let needStarted = part("need started", of: completed, Path((40, 400), (14, 420), (0, 455)))
        let needEnded = part("need ended", of: before(.needOpen, 655), Path((40, 138), (14, 136), (0, 128)))
        set(.needStarted, needStarted)
        set(.needEnded, needEnded)
        set(.needOpen, before(.needOpen, 655) + needStarted - needEnded)

        let protectionStarted = part("protection started", of: conferences, Path((0, 860)))
        let protectionEnded = part(
            "protection ended", of: before(.protectionOpen, 248), Path((40, 104), (20, 112), (0, 104)))
        set(.protectionStarted, protectionStarted)
        set(.protectionEnded, protectionEnded)
        set(.protectionOpen, before(.protectionOpen, 248) + protectionStarted - protectionEnded)

        let careStarted = events("care started", Path((40, 13_600), (0, 12_900)))
        let careCeased = part("care ceased", of: before(.careOpen, 322), Path((40, 38), (0, 41)))
        let care = before(.careOpen, 322) + careStarted - careCeased
        set(.careStarted, careStarted)
        set(.careCeased, careCeased)
        set(.careOpen, care)
        set(.careReviews, part("care reviews", of: care, Path((0, 330))))
        set(.schoolAge, care * 640 / 1_000)
        set(.longTerm, care * 300 / 1_000)
        set(.missingEpisodes, events("missing", Path((40, 38_000), (0, 31_000))))
        var orders = random("permanence")
        set(.permanence, min(orders.poisson(thousandths: 2_300), careCeased))

        let leavers = before(.careLeavers, 248)
        set(
            .careLeavers,
            leavers + events("leavers joined", Path((0, 6_100))) - part("leavers left", of: leavers, Path((0, 23))))

        let helpStarted = events("help started", Path((40, 104_000), (0, 131_000)), seasonal: true)
        let helpEnded = part("help ended", of: before(.earlyHelpOpen, 700), Path((0, 152)))
        set(.earlyHelpStarted, helpStarted)
        set(.earlyHelpEnded, helpEnded)
        set(.earlyHelpOpen, before(.earlyHelpOpen, 700) + helpStarted - helpEnded)

        staff(index)
    }

    /// Posts, people, cases and audits, which follow from the children.
    private mutating func staff(_ index: Int) {
        let ago = ago(index)
        func random(_ name: String) -> RandomSource { RandomSource(seed: seed, stream: "\(name)/\(ago)") }
        func steady(_ name: String, of whole: Int, _ path: Path, wobble: Int) -> Int {
            var source = random(name)
            return min(max((whole * path.level(ago: ago) + 500) / 1_000 + source.wobble(wobble), 0), whole)
        }
        func part(_ name: String, of whole: Int, _ path: Path) -> Int {
            var source = random(name)
            return source.binomial(whole, perMille: path.level(ago: ago))
        }
        func set(_ flow: Flow, _ number: Int) { values[flow.rawValue].append(number) }

        let posts = ago > 14 ? 152 : 158
        let vacancies = steady("vacancies", of: posts, Path((36, 262), (20, 235), (6, 168), (0, 152)), wobble: 2)
        set(.posts, posts)
        set(.vacancies, vacancies)
        set(.agency, steady("agency", of: posts, Path((36, 238), (20, 222), (6, 171), (0, 158)), wobble: 2))
        set(.caseHolders, posts * 780 / 1_000 - (ago > 14 ? 4 : 0))
        set(
            .casesHeld,
            value(.needOpen, index) + value(.protectionOpen, index) + value(.careOpen, index)
                + value(.assessmentsOpen, index))
        var leaving = random("leavers")
        set(.leavers, leaving.poisson(thousandths: Path((36, 2_500), (12, 1_900), (0, 1_500)).level(ago: ago)))

        let month = months[index].firstDay.month
        let planned = month == 8 || month == 12 ? 20 : 30
        set(.auditsPlanned, planned)
        set(.auditsCompleted, part("audits completed", of: planned, Path((36, 720), (24, 790), (0, 930))))
        set(.moderated, part("moderated", of: value(.auditsCompleted, index), Path((36, 250), (0, 340))))
        var complaints = random("complaints")
        set(.complaints, complaints.poisson(thousandths: 7_400))
    }
}
