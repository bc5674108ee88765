import FamilyServicesImport
import FamilyServicesKit
import Testing

@Suite("Packs as Excel saves them")
struct ExcelMonthTests {
    private func codes(_ table: String, indicators: String = PackOnDisk.indicators) throws -> [String] {
        let pack = try PackOnDisk(["indicators.csv": indicators, "observations.csv": table])
        let result = pack.load()
        #expect(result.errors.isEmpty, "\(result.diagnostics.map(pack.text))")
        return result.pack?.observations.map(\.period.code) ?? []
    }

    @Test("Months are read in each form that Excel shows")
    func months() throws {
        let texts = ["Apr-24", "May 24", "June 2024", "07/2024", "2024-08", "Sept-24"]
        let rows = texts.enumerated().map { "number,\($1),\($0)" }.joined(separator: "\n")
        #expect(
            try codes("indicator,period,value\n" + rows + "\n")
                == ["2024-04", "2024-05", "2024-06", "2024-07", "2024-08", "2024-09"])
    }

    @Test(
        "A column in which every day is the first of a month holds months, and that is said once",
        arguments: [("01/04/2024", "01/05/2024"), ("2024-04-01", "2024-05-01"), ("1/4/2024", "May-24")])
    func firsts(first: String, second: String) throws {
        let pack = try PackOnDisk([
            "indicators.csv": PackOnDisk.indicators,
            "observations.csv": "indicator,period,value\nnumber,\(first),1\nshare,\(first),2\nnumber,\(second),3\n",
        ])
        let result = pack.load()
        #expect(result.pack?.observations.map(\.period.code) == ["2024-04", "2024-04", "2024-05"])
        let said = result.warnings.filter { $0.message.contains("is the first of a month") }
        #expect(said.count == 1 && said[0].message.contains("write as at \(first)"), "\(said)")
    }

    @Test("Among other days, or said to be days, they are days")
    func days() throws {
        #expect(
            try codes("indicator,period,value\nnumber,2024-04-01,1\nnumber,2024-05-31,2\n") == [
                "2024-04-01", "2024-05-31",
            ])
        #expect(
            try codes("indicator,period,value\nnumber,as at 01/04/2024,1\nnumber,as at 01/05/2024,2\n")
                == ["2024-04-01", "2024-05-01"])
    }

    @Test("Wide tables have months for headings, and hold numerators and denominators beside each other or below")
    func wide() throws {
        for table in [
            "indicator,Apr-24 numerator,Apr-24 denominator,May-24 numerator,May-24 denominator\nshare,3,4,4,5\n",
            "indicator,figure,01/04/2024,01/05/2024\nshare,numerator,3,4\nshare,Denominator,4,5\n",
            "indicator,figure,period,value\nshare,numerator,Apr-24,3\nshare,denominator,Apr-24,4\n"
                + "share,numerator,May-24,4\nshare,denominator,May-24,5\n",
        ] {
            let pack = try PackOnDisk(["indicators.csv": PackOnDisk.indicators, "observations.csv": table])
            let found = pack.load().pack?.observations.map {
                "\($0.period.code) \($0.value.number(in: .percent) ?? -1)"
            }
            #expect(found == ["2024-04 75.0", "2024-05 80.0"], "\(pack.problems())")
        }
    }

    @Test("Headings may have marks of notes, say which period they are, and that figures are provisional")
    func marks() throws {
        let pack = try PackOnDisk([
            "indicators.csv": PackOnDisk.indicators,
            "observations.csv":
                "indicator,Apr-24*,May 2024 [1],Latest (Jun-24),Jul-24 (p),2024-08 provisional,YTD Aug 24\nnumber,1,2,3,4,5,15\n",
        ])
        let result = pack.load()
        let found = result.pack?.observations.map { "\($0.period.code) \($0.qualifier.rawValue)" }
        #expect(
            found == ["2024-04 exact", "2024-05 exact", "2024-06 exact", "2024-07 provisional", "2024-08 provisional"],
            "\(pack.problems())")
        // What is not read is said.
        #expect(result.warnings.contains { $0.message.contains("YTD Aug 24") })
    }

    @Test("Notes below a table are left out with a warning, and sums and blank cells are not")
    func notes() throws {
        let table =
            "indicator,period,value\nnumber,Apr-24,1\n,,\n\"Applied filters:\nYear is 2024\",,\nSource: the case system,,\n"
        let pack = try PackOnDisk(["indicators.csv": PackOnDisk.indicators, "observations.csv": table])
        let result = pack.load()
        #expect(result.pack?.observations.count == 1)
        let said = result.warnings.filter { $0.message.contains("taken for a note") }
        #expect(said.count == 1 && said[0].message.contains("The same in line 6"), "\(said)")
        for row in ["Total,,2", "number,,", "2024,,"] {
            try pack.write("observations.csv", Array((table + row + "\n").utf8))
            #expect(pack.load().pack == nil, "\(row)")
        }
    }

    @Test("A pack can say what its own periods mean")
    func ownPeriods() throws {
        let manifest = PackOnDisk.manifest + "\nwords: {period: {\"2023/24\": FY2023-24}}\n"
        let pack = try PackOnDisk([
            "pack.yaml": manifest, "indicators.csv": PackOnDisk.indicators,
            "observations.csv": "indicator,period,value\nnumber,2023/24,1\n",
        ])
        #expect(pack.load().pack?.observations.map(\.period.code) == ["FY2023-24"], "\(pack.problems())")
    }

    @Test("Indicators that others are tied to are named by identifier or title")
    func ties() throws {
        let indicators =
            "id,title,unit,polarity,parts,numerator_indicator,year_to_date_of\n"
            + "all,Looked after,count,neutral,Under 10; older,,\nyounger,Under 10,count,neutral,,,\nolder,10 and over,count,neutral,,,\n"
            + "share,Share under 10,percent,neutral,,under 10,\nytd,Referrals in the year,count,neutral,,,Referrals\n"
            + "ref,Referrals,count,neutral,,,\n"
        let pack = try PackOnDisk([
            "indicators.csv": indicators, "observations.csv": "indicator,period,value\nall,Apr-24,300\n",
        ])
        let read = try #require(pack.load().pack, "\(pack.problems())")
        let ties = Dictionary(read.indicators.map { ($0.id.text, $0.ties) }) { first, _ in first }
        #expect(ties["all"]??.parts == ["younger", "older"])
        #expect(ties["share"]??.numerator == "younger")
        #expect(ties["ytd"]??.yearToDateOf == "ref")
    }

    @Test("A wide table can be beside a long one, in the same file or another")
    func beside() throws {
        #expect(
            try codes("indicator,period,value,Apr-24,May-24\nnumber,FY2023-24,9,,\nshare,,,1,2\n")
                == ["FY2023-24", "2024-04", "2024-05"])
        let pack = try PackOnDisk([
            "indicators.csv": PackOnDisk.indicators, "observations.csv": "indicator,period,value\nnumber,2017-04,1\n",
            "observations-wide.csv": "indicator,Apr-17\nshare,2\nshar,3\n",
        ])
        let problems = pack.problems()
        #expect(problems.count == 1 && problems[0].hasPrefix("observations-wide.csv:3:1: error:"), "\(problems)")
    }

    @Test("A part that is given twice, and a period in a row and in a heading, are errors at their cells")
    func partsTwice() throws {
        let pack = try PackOnDisk([
            "indicators.csv": PackOnDisk.indicators,
            "observations.csv": "indicator,figure,Apr-24\nshare,numerator,3\nshare,numerator,4\nshare,total,4\n",
        ])
        let problems = pack.problems()
        #expect(
            problems.contains { $0.hasPrefix("observations.csv:3:17: error: The numerator of 2024-04 is in line 2") })
        #expect(problems.contains { $0.hasPrefix("observations.csv:4:7: error: “total” is none of the words") })
    }

    @Test("Due dates known to the month are read as Excel shows them, and days without a year are asked for")
    func dueDates() throws {
        let plans = "plans: [{id: p, title: P}]\n"
        let pack = try PackOnDisk([
            "plans.yaml": plans, "actions.csv": "id,title,due\na,A,Sep-26\nb,B,September 2026\nc,C,09/2026\n",
        ])
        #expect(
            pack.load().pack?.plans.first?.actions.map { $0.due?.description } == ["2026-09", "2026-09", "2026-09"])
        let bad = try PackOnDisk(["plans.yaml": plans, "actions.csv": "id,title,due\na,A,31-Mar\n"])
        #expect(bad.problems().first?.contains("“31-Mar” has no year") == true)
        #expect(bad.problems().first?.contains("2031") == false)
    }
}

@Suite("Words of the trade")
struct TradeWordTests {
    private let plans = "plans: [{id: p, title: P}]\n"

    @Test(
        "Statuses are read in them, and how is said once",
        arguments: [
            ("Green", BRAGStatus.onTrack), ("AMBER", .atRisk), ("Red", .offTrack), ("In progress", .onTrack),
            ("Ongoing", .onTrack), ("Overdue", .offTrack), ("Completed", .complete), ("Blue", .complete),
            ("BAU", .embedded), ("Not yet started", .notStarted),
        ])
    func statuses(word: String, status: BRAGStatus) throws {
        let pack = try PackOnDisk([
            "plans.yaml": plans, "actions.csv": "id,title,due,status\na,A,2026,\(word)\nb,B,2026,\(word)\n",
        ])
        let result = pack.load()
        #expect(result.pack?.plans.first?.actions.map { $0.statuses.last?.status } == [status, status])
        let said = result.warnings.filter { $0.message.contains("“\(word)” is read as \(status.rawValue)") }
        #expect(said.count == 1 && said[0].message.hasSuffix("The same in line 3."), "\(pack.problems())")
    }

    @Test(
        "The kit's own words are read without a word, whatever their case",
        arguments: ["Not started", "complete", "On Track"])
    func ownWords(word: String) throws {
        let pack = try PackOnDisk(["plans.yaml": plans, "actions.csv": "id,title,due,status\na,A,2026,\(word)\n"])
        #expect(pack.load().pack != nil)
        #expect(pack.load().warnings.allSatisfy { !$0.message.contains("is read as") })
    }

    @Test("A pack can say what its own words mean, and then nothing is said")
    func packWords() throws {
        let manifest = PackOnDisk.manifest + "words:\n  status: {Green: complete, \"On the move\": on-track}\n"
        let pack = try PackOnDisk([
            "pack.yaml": manifest, "plans.yaml": plans,
            "actions.csv": "id,title,due,status\na,A,2026,green\nb,B,2026,On the move\n",
        ])
        let result = pack.load()
        #expect(result.pack?.plans.first?.actions.map { $0.statuses.last?.status } == [.complete, .onTrack])
        #expect(result.warnings.allSatisfy { !$0.message.contains("is read as") })
        let misspelt = try PackOnDisk(["pack.yaml": PackOnDisk.manifest + "words: {statsu: {Green: on-track}}\n"])
        #expect(misspelt.problems().first?.contains("Did you mean “status”?") == true)
    }

    @Test("Units, polarities and targets are read in them")
    func indicators() throws {
        let pack = try PackOnDisk([
            "indicators.csv": "id,title,unit,polarity,target\na,A,%,High,>85%\nb,B,Number,Low is good,N/A\n"
                + "c,C,No.,Neutral,\nd,D,per 10k,down,under 60\n"
        ])
        let found = try #require(pack.load().pack, "\(pack.problems())").indicators
        #expect(found.map(\.unit) == [.percent, .count, .count, .rate(per: 10_000)])
        #expect(found.map(\.polarity) == [.higherIsBetter, .lowerIsBetter, .neutral, .lowerIsBetter])
        #expect(found.map { $0.targets.map(\.requirement) } == [[.atLeast(85)], [], [], [.atMost(60)]])
    }

    @Test(
        "Figures are read in them",
        arguments: [
            ("number", "<5", ObservedValue.missing(.suppressed), Observation.Qualifier.exact),
            ("number", "fewer than 5", .missing(.suppressed), .exact), ("number", "*", .missing(.suppressed), .exact),
            ("share", ">85%", .value(85), .above), ("share", "<5%", .value(5), .below),
            ("number", ">100", .value(100), .above), ("number", "c. 40", .value(40), .about),
            ("share", "TBC", .missing(.notYetAvailable), .exact), ("share", "N/A", .missing(.notApplicable), .exact),
            ("number", "-3.5", .value(-3.5), .exact),
        ])
    func figures(indicator: String, text: String, value: ObservedValue, qualifier: Observation.Qualifier) throws {
        let indicators = PackOnDisk.indicators + "days,Days,days,neutral\n"
        let id = text == "-3.5" ? "days" : indicator
        let pack = try PackOnDisk([
            "indicators.csv": indicators, "observations.csv": "indicator,period,value\n\(id),2017-10,\(text)\n",
        ])
        let result = pack.load()
        #expect(result.pack?.observations.map(\.value) == [value], "\(pack.problems())")
        #expect(result.pack?.observations.map(\.qualifier) == [qualifier])
        #expect(result.warnings.contains { $0.message.contains("“\(text)” is read as") } == (text != "-3.5"))
    }

    @Test(
        "Areas are read by title, by code and by the names that every council has for them",
        arguments: [
            ("England", "england"), ("Statistical neighbours", "statistical-neighbours"),
            ("SN", "statistical-neighbours"), ("National", "england"), ("Exampleton", "exampleton"),
            ("exampleton council", "exampleton"), ("E06000061", "exampleton"),
        ])
    func areas(word: String, id: String) throws {
        let manifest = PackOnDisk.manifest.replacing(
            "kind: local-authority}\n",
            with: "kind: local-authority, ons: E06000061}\n  - england\n  - statistical-neighbours\n")
        let pack = try PackOnDisk([
            "pack.yaml": manifest, "indicators.csv": PackOnDisk.indicators,
            "observations.csv": "indicator,period,area,value\nshare,2017-10,\(word),5\n",
        ])
        #expect(pack.load().pack?.observations.map(\.area.text) == [id], "\(pack.problems())")
    }
}

@Suite("One cause is one message")
struct CauseTests {
    @Test("A column of wrong dates is one error with a count and the first lines")
    func column() throws {
        let days = ["01-Jan", "02-Feb", "03-Mar", "04-Apr", "05-May", "06-Jun", "07-Jul", "08-Aug"]
        let pack = try PackOnDisk([
            "indicators.csv": PackOnDisk.indicators,
            "observations.csv": "indicator,period,value\n"
                + (0..<312).map { "number,\(days[$0 % 8]),\($0)\n" }.joined(),
        ])
        let result = pack.load()
        #expect(result.errors.count == 1 && result.errorCount == 1, "\(result.errors.count)")
        let message = try #require(result.errors.first?.message)
        #expect(message.hasPrefix("“01-Jan” has no year"))
        #expect(
            message.hasSuffix(" The same in lines 3, 4, 5, 6 and 7, and in others: 312 places in all."), "\(message)")
        #expect(result.errors.first?.location?.line == 2)
    }

    @Test("Different mistakes stay apart, and what is not shown is counted")
    func apart() throws {
        let pack = try PackOnDisk([
            "indicators.csv": "id,title,unit,polarity\na,A,furlongs,neutral\nb,B,acres,neutral\nc,C,acres,sideways\n"
        ])
        let messages = pack.problems()
        #expect(messages.count == 3, "\(messages)")
        #expect(messages[1].hasPrefix("indicators.csv:3:5") && messages[1].hasSuffix("The same in line 4."))
        let many = try PackOnDisk([
            "indicators.csv": "id,title,unit,polarity\n"
                + (1...70).map { "a\($0),A,unit \($0),neutral\n" }.joined()
        ])
        let result = many.load(limits: ImportLimits(problemsPerFile: 10))
        #expect(result.errors.count == 11 && result.errorCount == 70)
    }
}

@Suite("YAML that is valid and not what was meant")
struct YAMLMeaningTests {
    private func problems(_ context: String) throws -> [String] {
        try PackOnDisk(["context.yaml": context]).problems()
    }

    @Test("A text that # cuts off is pointed out at the sign")
    func cut() throws {
        #expect(
            try problems("facts:\n  - id: a\n    text: Item #4 was deferred.\n").first
                == "context.yaml:3:16: warning: The text ends here: what follows a blank and # is a remark and is not read. If it "
                + "belongs to the text, put the whole text in quotes; if it is a remark, put it on a line of its own.")
        #expect(try problems("facts:\n  - id: a\n    text: Item one # to be checked\n").count == 1)
        #expect(try problems("facts:\n  - {id: a, text: T, date: 2017-11} # November\n").isEmpty)
        #expect(try problems("facts:\n  - id: a\n    date: 2017-11  # November\n    text: T\n").isEmpty)
        #expect(try problems("facts:\n  - id: a\n    text: 'Item #4'\n").isEmpty)
        #expect(try problems("facts:\n  - id: a\n    text: Item#4\n").isEmpty)
        #expect(try problems("facts:\n  - id: a\n    text: First line\n      second #2 line\n").count == 1)
    }

    @Test("A text that # makes nothing of, or that begins with >, is an error that says so")
    func nothing() throws {
        let hash = try problems("facts:\n  - id: a\n    text: #3 is late\n")
        #expect(hash.count == 1 && hash[0].contains("begins with # must be in quotes"), "\(hash)")
        for text in ["> 90% were in time", ">90% were in time"] {
            let more = try problems("facts:\n  - id: a\n    text: \(text)\n")
            #expect(more.count == 1 && more[0].contains("begins with > must be in quotes"), "\(more)")
        }
        #expect(try problems("facts:\n  - id: a\n    text: >\n      Folded\n      text.\n").isEmpty)
    }

    @Test("What a comma in braces cuts off a text is read as its rest, with a warning where it begins")
    func braces() throws {
        let found = try problems("facts:\n  - {id: a, text: Safe, warm and dry}\n")
        #expect(
            found.count == 1 && found[0].hasPrefix("context.yaml:2:25: warning: In braces a comma ends a text"),
            "\(found)")
        let pack = try PackOnDisk(["context.yaml": "facts:\n  - {id: a, text: Safe, warm and dry}\n"]).load().pack
        #expect(pack?.context.map(\.text) == ["Safe, warm and dry"])
        let alone = try problems("facts:\n  - {warm and dry, id: a, text: Safe}\n")
        #expect(alone.contains { $0.contains("error: In braces a comma ends a text") }, "\(alone)")
        #expect(try problems("facts:\n  - {id: a, text: \"Safe, warm and dry\"}\n").isEmpty)
        #expect(try problems("facts:\n  - {id: a, text: Safe, value: }\n").isEmpty)
    }

    @Test("Backslashes in double quotes are pointed out where they are codes, and explained where they are none")
    func backslashes() throws {
        let tab = try problems("facts:\n  - id: a\n    text: \"S:\\team\"\n")
        #expect(tab.count == 1 && tab[0].contains("warning: In double quotes \\t is a code"), "\(tab)")
        let unknown = try problems("facts:\n  - id: a\n    text: \"S:\\data\"\n")
        #expect(unknown.count == 1 && unknown[0].contains("\\d is not a code that double quotes know"), "\(unknown)")
        #expect(try problems("facts:\n  - id: a\n    text: 'S:\\team'\n").isEmpty)
        #expect(try problems("facts:\n  - id: a\n    text: \"One line.\\nAnother \\\"line\\\".\"\n").isEmpty)
    }
}

@Suite("Characters that were damaged on the way")
struct DamagedTextTests {
    private func problems(_ text: String) throws -> [String] {
        try PackOnDisk([
            "indicators.csv": PackOnDisk.indicators,
            "commentary.csv": "indicator,period,text\nshare,2017-10,\"\(text)\"\n",
        ]).problems()
    }

    @Test(
        "are pointed out with what was meant",
        arguments: [
            ("Â£5m", "£"), ("childrenâ€™s", "’"), ("2024â€“25", "–"), ("cafÃ©", "é"), ("10Â°", "°"), ("â‚¬5", "€"),
            ("saysÂ\u{A0}so", "\u{A0}"),
        ])
    func misread(text: String, meant: String) throws {
        let found = try problems("Here: \(text).")
        #expect(found.count == 1 && found[0].contains("write “\(meant)”"), "\(found)")
        #expect(found[0].hasPrefix("commentary.csv:2:"))
    }

    @Test(
        "are pointed out where a web page or a symbol font left them",
        arguments: [
            ("the child&rsquo;s plan", "write “’”"), ("Health &amp; care", "write “&”"), ("it&#8217;s", "write “’”"),
            ("it&#x2019;s", "write “’”"), ("\u{F0B7} first", "write the sign that is meant"),
        ])
    func references(text: String, advice: String) throws {
        let found = try problems(text)
        #expect(found.count == 1 && found[0].contains(advice), "\(found)")
    }

    @Test("are pointed out where they are lost")
    func lost() throws {
        let found = try problems("the children\u{FFFD}s plan")
        #expect(found.count == 1 && found[0].hasPrefix("commentary.csv:2:28: warning:"), "\(found)")
    }

    @Test(
        "are not found where letters are meant",
        arguments: [
            "R&D; AT&T", "a & b; c", "&unknown;", "café", "naïve – “yes”", "£5m", "Ærø", "MENÜ…", "â la carte", "Â",
        ])
    func meant(text: String) throws {
        #expect(try problems(text).isEmpty)
    }
}

@Suite("Rows as the Department for Education publishes them")
struct PublishedRowTests {
    @Test("0 of 0 may be said not to apply, and 0 has a base that may be withheld")
    func zeros() throws {
        let pack = try PackOnDisk([
            "indicators.csv": PackOnDisk.indicators,
            "observations.csv": "indicator,period,value,numerator,denominator\nshare,FY2014-15,z,0,0\n"
                + "share,FY2015-16,0,0,c\nshare,FY2016-17,z,1,2\n",
        ])
        #expect(pack.problems().filter { $0.contains(": error:") }.count == 1, "\(pack.problems())")
        #expect(pack.problems().contains { $0.hasPrefix("observations.csv:4:") })
    }

    @Test("The figure of the total is that of the whole where no row without a category has it")
    func totals() throws {
        let breakdowns =
            "breakdowns: [{id: d, title: D, total: all, categories: "
            + "[{id: all, title: Total}, {id: s, title: Short, parent: all}, {id: l, title: Long, parent: all}]}]\n"
        let indicators = "id,title,unit,polarity,breakdown\nplans,Plans,count,lower-is-better,d\n"
        func categories(_ rows: String) throws -> [String?]? {
            try PackOnDisk([
                "breakdowns.yaml": breakdowns, "indicators.csv": indicators,
                "observations.csv": "indicator,period,category,value\n" + rows,
            ]).load().pack?.observations.map { $0.category?.text }
        }
        #expect(try categories("plans,2017-10,Total,90\nplans,2017-10,s,60\nplans,2017-10,l,30\n") == [nil, "s", "l"])
        #expect(
            try categories("plans,2017-10,Total,90\nplans,2017-10,,90\nplans,2017-09,Total,80\n") == ["all", nil, nil])
    }

    @Test("A title that two categories have names neither, and which they are is said")
    func sharedTitles() throws {
        let pack = try PackOnDisk([
            "breakdowns.yaml":
                "breakdowns: [{id: b, title: B, categories: [{id: a, title: Boys}, {id: c, title: boys}]}]\n",
            "indicators.csv": "id,title,unit,polarity,breakdown\nv,V,percent,neutral,b\n",
            "observations.csv": "indicator,period,category,value\nv,2017-10,Boys,71\n",
        ])
        #expect(pack.problems().contains { $0.contains("“Boys” can mean 2 categories") && $0.contains("a or c") })
    }
}

@Suite("Plans as councils have them")
struct CouncilPlanTests {
    @Test(
        "The references of a plan tie notes and measures to its actions, whatever they look like",
        arguments: [
            "1.1", "1.1.1", "P1.2", "CP-01", "00123", "5b(ii)", "T6",
        ])
    func references(reference: String) throws {
        for column in ["reference", "id"] {
            let pack = try PackOnDisk([
                "plans.yaml": "plans: [{id: p, title: P}]\n",
                "actions.csv": "\(column),title,due\n\(reference),A,2026\n",
                "indicators.csv": "id,title,unit,polarity,plan_references\nvisits,V,percent,neutral,\(reference)\n",
                "progress.csv": "id,references,text\nn1,\(reference),Done.\n",
            ])
            let result = pack.load()
            #expect(result.diagnostics.isEmpty, "\(pack.problems())")
            #expect(result.pack?.plans.first?.progress.first?.references.map(\.text) == [reference])
        }
    }

    @Test("Two plans may count their actions alike")
    func twoPlans() throws {
        let pack = try PackOnDisk([
            "plans.yaml": "plans: [{id: p, title: P}, {id: q, title: Q}]\n",
            "actions.csv": "plan,reference,title,due\np,1.1,A,2026\nq,1.1,B,2026\n",
        ])
        let found = try #require(pack.load().pack, "\(pack.problems())").plans.flatMap(\.actions)
        #expect(found.map(\.id.text) == ["1.1", "q 1.1"] && found.map { $0.reference?.text } == ["1.1", "1.1"])
        let twice = try PackOnDisk([
            "plans.yaml": "plans: [{id: p, title: P}]\n", "actions.csv": "id,reference,title\na,1.1,A\nb,1.1,B\n",
        ])
        let again = "actions.csv:3:3: warning: 2 actions of the plan have the reference “1.1”"
        #expect(twice.problems().contains { $0.hasPrefix(again) }, "\(twice.problems())")
    }

    @Test("Owners may be named by the titles of their roles, separated as councils do, and the first leads")
    func owners() throws {
        let manifest =
            PackOnDisk.manifest + "roles: [{id: head, title: Head of Service}, {id: lead, title: Lead},"
            + " {id: help, title: Head of Help & Protection}, {id: hc, title: 'Head of Care, Health and Education'}]\n"
        func pack(_ owner: String) throws -> PackOnDisk {
            try PackOnDisk([
                "pack.yaml": manifest, "plans.yaml": "plans: [{id: p, title: P}]\n",
                "actions.csv": "id,title,due,owner\na,A,2026,\"\(owner)\"\n",
            ])
        }
        for owner in ["head", "Head of Service", "head of service"] {
            #expect(try pack(owner).load().pack?.plans.first?.actions.first?.owner == "head")
        }
        #expect(try pack("TBC").load().pack?.plans.first?.actions.first?.owner == nil)
        #expect(try pack("TBC").problems().count == 1)
        for (text, owners) in [
            ("head; lead", ["head", "lead"]), ("Lead / Head of Service", ["lead", "head"]),
            ("Lead & Head of Help & Protection", ["lead", "help"]), ("Head of Help & Protection", ["help"]),
            ("Lead, Head of Care, Health and Education and Head of Service", ["lead", "hc", "head"]),
            ("Lead,\nhead", ["lead", "head"]), ("head;; lead;", ["head", "lead"]),
        ] {
            let action = try #require(try pack(text).load().pack?.plans.first?.actions.first, "\(text)")
            #expect(action.owners.map(\.text) == owners, "\(text)")
        }
        for text in ["Lead / Nobody", "Head of Help & Nobody", "lead; lead"] {
            #expect(try pack(text).problems().count == 1, "\(text)")
        }
    }

    @Test("Columns that pack.yaml lists go with their actions, and all others are warned about")
    func ownColumns() throws {
        func pack(_ columns: String) throws -> PackOnDisk {
            try PackOnDisk([
                "pack.yaml": PackOnDisk.manifest + "action_columns: \(columns)\n",
                "plans.yaml": "plans: [{id: p, title: P, actions: [{id: y, title: Y, Cost code: 7, Colour: red}]}]\n",
                "actions.csv": "id,title,Cost Code,District\na,A,00123,North\nb,B,,South\n",
            ])
        }
        let loaded = try pack("[District, Cost code]").load()
        #expect(loaded.diagnostics.map(\.description).count { $0.contains("“Colour” is not a key") } == 1)
        #expect(loaded.diagnostics.count == 1)
        let actions = try #require(loaded.pack?.plans.first?.actions)
        #expect(
            actions.map(\.ownColumns) == [
                [.init("Cost code", "7")], [.init("District", "North"), .init("Cost code", "00123")],
                [.init("District", "South")],
            ])
        #expect(try pack("[Cost code]").problems().contains { $0.contains("“District” is not a column") })
        #expect(try pack("[Cost code, cost-code]").problems().contains { $0.contains("is there twice") })
        #expect(try pack("[Owner]").problems().contains { $0.contains("a column that every pack can have") })
    }
}
