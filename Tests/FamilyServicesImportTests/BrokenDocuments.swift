import Foundation

/// YAML files with one thing wrong, and names that lead nowhere.
extension Broken {
    private static let bomb = """
        a: &a [x, x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
        d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
        e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
        f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
        g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f, *f]
        h: &h [*g, *g, *g, *g, *g, *g, *g, *g, *g, *g]
        facts: {*h : 1}
        """

    static let documents: [Broken] = [
        Broken("billion laughs", ["context.yaml": bomb], "context.yaml:2:8: error:", "“*a” repeats what “&a” names"),
        Broken(
            "an anchor that nothing repeats", ["context.yaml": "facts: &name []\n"], "context.yaml:1:8: error:",
            "“&name” names a value for repetition"),
        Broken(
            "deep nesting in brackets", ["context.yaml": "facts: " + String(repeating: "[", count: 100_000)],
            "context.yaml:1:72: error:", "nests deeper than any pack"),
        Broken(
            "deep nesting in dashes", ["context.yaml": "facts:\n" + String(repeating: "- ", count: 900) + "x\n"],
            "context.yaml:2:65: error:", "nests deeper than any pack"),
        Broken(
            "deep nesting in lines",
            ["context.yaml": (0..<40).map { String(repeating: " ", count: $0) + "k:\n" }.joined()],
            "context.yaml:33:33: error:", "nests deeper than any pack", errors: 1),
        Broken(
            "a tab for indentation", ["context.yaml": "facts:\n\t- {id: a, text: A}\n"], "context.yaml:2:1: error:",
            "YAML does not allow tabs here"),
        Broken(
            "a quote without an end", ["context.yaml": "facts:\n  - {id: a, text: \"A}\n"], "context.yaml:2:19: error:",
            "The quote that begins here has no end"),
        Broken(
            "a colon in a text", ["context.yaml": "facts:\n  - id: a\n    text: one: two\n"],
            "context.yaml:3:14: error:",
            "A text with a colon and a blank in it must be in quotes"),
        Broken(
            "a bracket without an end", ["context.yaml": "facts: [{id: a, text: A}\nmilestones: []\n"],
            "context.yaml:2:1: error:", "The brackets [ opened in line 1 go wrong here"),
        Broken(
            "a line that is not indented", ["context.yaml": "facts:\n  - id: a\n   text: A\n"],
            "context.yaml:3:4: error:",
            "The line does not fit what begins in line 2"),
        Broken(
            "a text that begins with a star", ["context.yaml": "facts: [{id: a, text: *bold*}]\n"],
            "context.yaml:1:23: error:", "must be in quotes"),
        Broken(
            "a text that begins with an at sign", ["context.yaml": "facts: [{id: a, text: @home}]\n"],
            "context.yaml:1:23: error:", "A text that begins with “@” must be in quotes"),
        Broken(
            "two documents", ["context.yaml": "facts: []\n---\nfacts: []\n"], "context.yaml:2:1: error:",
            "A second document begins here"),
        Broken(
            "a tag", ["context.yaml": "facts: !!python/object/apply:os.system [ls]\n"], "context.yaml:1:8: error:",
            "The tag “tag:yaml.org,2002:python/object/apply:os.system” is not allowed"),
        Broken(
            "a tag of its own", ["context.yaml": "facts: [{id: !secret a, text: A}]\n"], "context.yaml:1:14: error:",
            "The tag “!secret” is not allowed", errors: 2),
        Broken(
            "a key twice", ["context.yaml": "facts: []\ngovernance: []\nfacts: []\n"], "context.yaml:3:1: error:",
            "The key “facts” is used twice in one place, first in line 1"),
        Broken(
            "a key twice in braces", ["context.yaml": "facts: [{id: a, text: A, id: b}]\n"],
            "context.yaml:1:26: error:",
            "The key “id” is used twice in one place, first in line 1"),
        Broken(
            "a key twice in a list item, and another problem behind it",
            ["context.yaml": "facts:\n  - id: a\n    text: A\n    text: B\n  - id: c\n    text: C\n    value: x\n"],
            "context.yaml:4:5: error:", "The key “text” is used twice in one place, first in line 3",
            errors: 2),
        Broken(
            "a control character", ["context.yaml": "facts: [{id: a, text: A\u{7}}]\n"], "context.yaml:1:24: error:",
            "There is a character here that YAML does not allow"),
        Broken("an empty file", ["context.yaml": "# nothing\n"], "context.yaml:1:1: error:", "The file is empty"),
        Broken(
            "a list where keys have to be", ["context.yaml": "- facts\n"], "context.yaml:1:1: error:",
            "The file is a list; it has to begin with keys"),
        Broken(
            "a list as a key", ["context.yaml": "? [a, b]\n: x\n"], "context.yaml:1:3: error:",
            "A list or a group of keys is where a key has to be"),
    ]

    private static func manifest(_ change: (String, String)) -> [String: String] {
        ["pack.yaml": PackOnDisk.manifest.replacingOccurrences(of: change.0, with: change.1)]
    }

    static let keys: [Broken] = [
        Broken(
            "a required key missing", manifest(("title: Title\n", "")), "pack.yaml:1:1: error:",
            "“title” is missing; pack.yaml has to have it"),
        Broken(
            "a required key without a value", manifest(("title: Title\n", "title:\n")), "pack.yaml:2:7: error:",
            "“title” is blank"),
        Broken(
            "a misspelt key", manifest(("date:", "synthetik: no\ndate:")), "pack.yaml:6:1: warning:",
            "“synthetik” is not a key of pack.yaml and is ignored. Did you mean “synthetic”?", errors: 0),
        Broken(
            "a newer version of the format", manifest(("schema: 1", "schema: 2")), "pack.yaml:1:9: error:",
            "written in version 2 of the format"),
        Broken(
            "a version that is no number", manifest(("schema: 1", "schema: one")), "pack.yaml:1:9: error:",
            "“one” is not a number"),
        Broken(
            "a list where a text has to be", manifest(("title: Title", "title: [a, b]")), "pack.yaml:2:8: error:",
            "“title” is a list; a single text is needed here"),
        Broken(
            "a text where a list has to be", ["context.yaml": "facts: none\n"], "context.yaml:1:8: error:",
            "“facts” is “none”; a list is needed here"),
        Broken(
            "a text where a group of keys has to be", ["context.yaml": "facts:\n  - just text\n"],
            "context.yaml:2:5: error:", "“facts” lists “just text” where a fact is needed"),
        Broken(
            "a text where a baseline has to be", manifest(("date:", "baseline: 2017-07\ndate:")),
            "pack.yaml:6:11: error:",
            "“baseline” is “2017-07”; a baseline is needed here"),
        Broken(
            "a flag that is neither yes nor no", manifest(("date:", "synthetic: maybe\ndate:")),
            "pack.yaml:6:12: error:",
            "“maybe” is neither yes nor no"),
        Broken(
            "a time that YAML would make a number", ["context.yaml": "facts: [{id: a, text: A, value: 12:30}]\n"],
            "context.yaml:1:33: error:", "“12:30” is not a number"),
        Broken(
            "an area that nobody knows by name", manifest(("areas:", "areas:\n  - englnd")), "pack.yaml:8:5: error:",
            "Did you mean “england”?"),
        Broken(
            "a code that is none", manifest(("kind: local-authority", "kind: local-authority, ons: E0900003, dfe: 30")),
            "pack.yaml:8:69: error:", "“E0900003” is not a code of the Office for National Statistics", errors: 2),
        Broken(
            "an agreement for the public",
            manifest(("areas:", "agreements: [{id: a, title: A, audiences: [public]}]\nareas:")),
            "pack.yaml:7:44: error:", "What everyone may see needs no agreement"),
        Broken(
            "a column counted in characters behind wider ones",
            ["context.yaml": "facts: [{id: a, text: é👩‍👩‍👧é, value: y}]\n"], "context.yaml:1:35: error:",
            "“y” is not a number"),
        Broken(
            "a date with a day that does not exist", manifest(("2018-01-15", "2018-02-30")), "pack.yaml:6:7: error:",
            "February 2018 has no day 30"),
        Broken(
            "an access with a paragraph that does not exist",
            ["context.yaml": "facts: []\n", "report.yaml": "reports:\n  - {id: r, title: R, access: {exempt: [8]}}\n"],
            "report.yaml:2:41: error:", "“8” names no paragraph of Schedule 12A"),
    ]

    static let references: [Broken] = [
        Broken(
            "an unknown indicator", observations("shore,2017-11,5"), "observations.csv:2:1: error:",
            "did you mean “share”?"),
        Broken(
            "an unknown area", observations("share,2017-11,5,englund", columns: "indicator,period,value,area"),
            "observations.csv:2:17: error:", "“englund”"),
        Broken(
            "a target of nothing",
            ["indicators.csv": PackOnDisk.indicators, "targets.csv": "indicator,target\nshar,at least 5\n"],
            "targets.csv:2:1: error:", "There is no indicator “shar” in the pack. Did you mean “share”?"),
        Broken(
            "a break of nothing",
            [
                "indicators.csv": PackOnDisk.indicators,
                "breaks.csv": "indicator,date,reason\nshar,2019-04-01,New form\n",
            ],
            "breaks.csv:2:1: error:", "There is no indicator “shar” in the pack. Did you mean “share”?"),
        Broken(
            "a break without a day",
            ["indicators.csv": PackOnDisk.indicators, "breaks.csv": "indicator,date,reason\nshare,spring,New form\n"],
            "breaks.csv:2:7: error:", "“spring”"),
        Broken(
            "a break without a reason",
            ["indicators.csv": PackOnDisk.indicators, "breaks.csv": "indicator,date,reason\nshare,2019-04-01,\n"],
            "breaks.csv:2", "reason"),
        Broken(
            "a status of nothing",
            [
                "plans.yaml": "plans: [{id: p, title: P, actions: [{id: act-1, title: A}]}]\n",
                "status-history.csv": "action,status\nact-2,complete\n",
            ], "status-history.csv:2:1: error:", "There is no action “act-2” in the pack. Did you mean “act-1”?"),
        Broken(
            "an unknown role", ["context.yaml": "governance:\n  - {id: b, title: B, chair: leader}\n"],
            "context.yaml:2:30: error:", "“leader”"),
        Broken(
            "an identifier twice",
            ["indicators.csv": heading + "a,A,count,neutral\nb,B,count,neutral\na,C,count,neutral\n"],
            "indicators.csv:4:1: error:", "“a”"),
        Broken(
            "recommendations that depend on each other",
            [
                "audits.yaml":
                    "recommendations:\n  - {id: r1, text: A, depends_on: r2}\n  - {id: r2, text: B, depends_on: r1}\n"
            ], "audits.yaml:2:35: error:", "“r1” → “r2” → “r1”"),
        Broken(
            "an unknown plan of a risk", ["risks.csv": "id,title,plans\nr,R,plan-1; plan-2\n"], "risks.csv:2:5: error:",
            "“plan-1”", errors: 2),
        Broken(
            "an unknown source", ["risks.csv": "id,title,source\nr,R,report\n"], "risks.csv:2:5: error:", "“report”"),
        Broken(
            "an unknown agreement", ["risks.csv": "id,title,access\nr,R,restricted club\n"], "risks.csv:2:", "“club”"),
        Broken(
            "a role whose name is in other cells of the row too",
            [
                "plans.yaml": "plans: [{id: p, title: P}]\n",
                "actions.csv": "id,title,owner\nleader,leader,leader\n",
            ], "actions.csv:2:15: error:", "“leader”"),
        Broken(
            "an indicator of a milestone that is also its text",
            [
                "plans.yaml":
                    "plans:\n  - id: p\n    title: P\n    actions:\n      - id: a\n        title: visits\n"
                    + "        milestones:\n          - {date: 2018, text: visits, indicators: [visits]}\n"
            ], "plans.yaml:8:53: error:", "“visits”"),
        Broken(
            "a category twice",
            [
                "breakdowns.yaml":
                    "breakdowns:\n  - id: b\n    title: B\n    categories:\n      - {id: c, title: C}\n"
                    + "      - {id: c, title: D}\n"
            ], "breakdowns.yaml:6:14: error:", "“c”"),
        Broken(
            "a theme twice in the second of two plans that number theirs alike",
            [
                "plans.yaml":
                    "plans:\n  - {id: a, title: A, themes: [{id: t, title: T}]}\n"
                    + "  - {id: b, title: B, themes: [{id: t, title: T}, {id: t, title: U}]}\n"
            ], "plans.yaml:3:56: error:", "“t”"),
        Broken(
            "a target that ends before it begins, in a file of its own",
            [
                "indicators.csv": PackOnDisk.indicators,
                "targets.csv": "indicator,target,from,until\nshare,at least 5,2018-04-01,2018-03-31\n",
            ], "targets.csv:2:29: error:", "2018-03-31"),
        Broken(
            "the pack's own area unknown", manifest(("area: exampleton", "area: exampletown")), "pack.yaml:4:7: error:",
            "“exampletown”"),
    ]
}
