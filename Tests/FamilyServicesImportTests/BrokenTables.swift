/// Tables with one thing wrong.
extension Broken {
    static let heading = "id,title,unit,polarity\n"

    static let tables: [Broken] = [
        Broken(
            "a quote without an end", ["indicators.csv": heading + "a,\"A title,count,neutral\nb,B,count,neutral\n"],
            "indicators.csv:2:3: error:", "The quote that begins here has no end"),
        Broken(
            "text behind a closing quote", ["indicators.csv": heading + "a,\"A\"x,count,neutral\nb,B,coun,neutral\n"],
            "indicators.csv:2:6: error:", "Text follows a closing quote", errors: 2),
        Broken(
            "a row with too many cells", ["indicators.csv": heading + "a,A, which is,count,neutral\n"],
            "indicators.csv:2:21: error:", "more cells than the table has headings: “neutral” is in column 5 of 4"),
        Broken(
            "a column without a heading", ["indicators.csv": "id,title,unit,polarity,,\na,A,count,neutral,x\n"],
            "indicators.csv:2:19: error:", "Column 5 has no heading, but it holds “x”"),
        Broken(
            "a heading twice", ["indicators.csv": "id,title,unit,polarity,Title\na,A,count,neutral,B\n"],
            "indicators.csv:1:24: error:", "The heading “Title” is used twice, first in column 2"),
        Broken("an empty table", ["indicators.csv": ""], "indicators.csv:1:1: error:", "The table is empty"),
        Broken("a table of blank lines", ["indicators.csv": "\n,,\n  \n"], "indicators.csv:1:1: error:", "is empty"),
        Broken(
            "a heading with a quote that never ends", ["indicators.csv": "id,\"title,unit\n1,2"],
            "indicators.csv:1:4: error:", "The quote that begins here has no end"),
        Broken(
            "a ZIP archive called CSV", ["indicators.csv": "PK\u{3}\u{4}\u{14}\u{0}"],
            "indicators.csv:1:1: error:", "This is a ZIP archive (an Excel workbook with another name, perhaps)"),
        Broken(
            "a zero byte", ["indicators.csv": heading + "a,A\u{0}B,count,neutral\n"], "indicators.csv:2:4: error:",
            "A zero byte, which no text has"),
        Broken(
            "a semicolon table with a stray comma is still one of semicolons",
            ["indicators.csv": "id;title;unit;polarity\na;A, B;count;neutrl\n"], "indicators.csv:2:14: error:",
            "“neutrl” is none of the words for this place"),
    ]

    static let cells: [Broken] = [
        Broken(
            "a required column missing", ["indicators.csv": "id,title,unit\na,A,count\nb,B,count\n"],
            "indicators.csv:1:1: error:", "There is no column “polarity”; an indicator has to have it"),
        Broken(
            "a required cell blank", ["indicators.csv": heading + "a,,count,neutral\n"], "indicators.csv:2:3: error:",
            "“title” is blank"),
        Broken(
            "an unknown column", ["indicators.csv": "id,title,unit,polarity,tolerence\na,A,count,neutral,5\n"],
            "indicators.csv:1:24: warning:",
            "“tolerence” is not a column of an indicator and is ignored. Did you mean “tolerance”?", errors: 0),
        Broken(
            "an unknown unit", ["indicators.csv": heading + "a,A,furlongs,neutral\n"], "indicators.csv:2:5: error:",
            "“furlongs” is not a unit"),
        Broken(
            "an unknown accumulation",
            ["indicators.csv": "id,title,unit,polarity,accumulation\na,A,count,neutral,year to dat\n"],
            "indicators.csv:2:19: error:", "Did you mean “year to date”?"),
        Broken(
            "a misspelt word", ["indicators.csv": heading + "a,A,count,higher-is-beter\n"],
            "indicators.csv:2:11: error:",
            "Did you mean “higher-is-better”?"),
        Broken(
            "a target that says too little",
            ["indicators.csv": "id,title,unit,polarity,target\na,A,count,neutral,90\n"], "indicators.csv:2:19: error:",
            "does not say whether more or less is better"),
        Broken(
            "a tolerance without a target",
            ["indicators.csv": "id,title,unit,polarity,tolerance\na,A,count,neutral,5\n"],
            "indicators.csv:2:19: error:",
            "“tolerance” says nothing without “target”"),
        Broken(
            "a number with a continental comma", observations("share,2017-11,\"57,2\""),
            "observations.csv:2:15: error:", "“57,2” could be a number with a comma before its decimals"),
        Broken(
            "a formula that failed", observations("share,2017-11,#DIV/0!"), "observations.csv:2:15: error:",
            "formula that failed"),
        Broken(
            "a blank value", observations("share,2017-11,"), "observations.csv:2:15: error:",
            "A missing value is never blank"),
        Broken(
            "a dash for a value", observations("share,2017-11,–"), "observations.csv:2:15: error:",
            "why there is no value"),
        Broken(
            "a per cent sign on a count", observations("number,2017-11,5%"), "observations.csv:2:16: error:",
            "has a per cent sign, but the unit is count"),
        Broken(
            "pounds where millions are counted", observations("money,2017-11,£5.7"), "observations.csv:2:15: error:",
            "may be pounds or million pounds"),
        Broken(
            "a day without its year", observations("share,01-Nov,5"), "observations.csv:2:7: error:",
            "“01-Nov” has no year"),
        Broken(
            "a year as people write it", observations("share,2014-15,5"), "observations.csv:2:7: error:",
            "write FY2014-15 or AY2014-15"),
        Broken(
            "the first of a month among other days", observations("share,01/11/2017,5\nshare,30/11/2017,6"),
            "observations.csv:2:7: error:",
            "may be the month 2017-11 or the day 2017-11-01"),
        Broken(
            "a numerator alone",
            observations("share,2017-11,,5,", columns: "indicator,period,value,numerator,denominator"),
            "observations.csv:2:16: error:", "A numerator says nothing without its denominator"),
        Broken(
            "a denominator alone",
            observations("share,2017-11,,,5", columns: "indicator,period,value,numerator,denominator"),
            "observations.csv:2:17: error:", "There is a denominator but no numerator or value"),
        Broken(
            "a missing value that is not",
            observations("share,2017-11,[c],5,9", columns: "indicator,period,value,numerator,denominator"),
            "observations.csv:2:15: error:", "The value is said to be missing, but it follows"),
        Broken(
            "a table of values without a column for them",
            observations("share,2017-11,5", columns: "indicator,period,numerator"), "observations.csv:1:1: error:",
            "There is no column “value”"),
        Broken(
            "periods as rows and as columns",
            observations("share,2017-11,5,6", columns: "indicator,period,value,2017-12"),
            "observations.csv:2:17: error:", "has the period “2017-11” and a figure in a column that is a period too"),
        Broken(
            "a heading that Excel made of a period", observations("share,5", columns: "indicator,01-Nov"),
            "observations.csv:1:11: error:", "“01-Nov” has no year"),
        Broken(
            "a place without its source", observations("share,2017-11,5,p. 3", columns: "indicator,period,value,place"),
            "observations.csv:2:17: error:", "“place” says nothing without “source”"),
        Broken(
            "an unknown access", observations("share,2017-11,5,secret", columns: "indicator,period,value,access"),
            "observations.csv:2:17: error:", "“secret” does not say who may see this"),
        Broken(
            "an American date", ["budget.csv": "id,kind,title,amount,agreed\na,budget,A,5,11/14/2017\n"],
            "budget.csv:2:14: error:", "looks like an American date"),
        Broken(
            "the number of a date", ["budget.csv": "id,kind,title,amount,agreed\na,budget,A,5,43053\n"],
            "budget.csv:2:14: error:", "by which Excel keeps the date 2017-11-14"),
        Broken(
            "a score that does not multiply",
            ["risks.csv": "id,title,inherent,inherent_likelihood,inherent_impact\na,A,20,4,4\n"],
            "risks.csv:2:5: error:",
            "The score is 20, but likelihood 4 times impact 4 is 16"),
        Broken(
            "a score beyond the scale", ["risks.csv": "id,title,inherent\na,A,26\n"], "risks.csv:2:5: error:",
            "“26” is out of range; write a whole number from 1 to 25"),
        Broken(
            "grades that do not add up",
            ["audit-grades.csv": "period,domain,measured_as,good,inadequate,cases\n2017-11,D,counts,3,4,8\n"],
            "audit-grades.csv:2:22: error:", "The grades add up to 7 cases, but “cases” says 8"),
        Broken(
            "a share above the whole", ["audit-grades.csv": "period,domain,measured_as,good\n2017-11,D,shares,101%\n"],
            "audit-grades.csv:2:18: error:", "is not a share of a whole"),
        Broken(
            "a plan reference that is none",
            ["plans.yaml": "plans: [{id: p, title: P}]\n", "actions.csv": "title,reference\nA,5b;6\n"],
            "actions.csv:2:3: error:", "“5b;6” cannot be a plan reference"),
        Broken(
            "an action without any name",
            ["plans.yaml": "plans: [{id: p, title: P}]\n", "actions.csv": "title,id\nA,\n"],
            "actions.csv:2:3: error:", "An action has to have an “id”, or a “reference” that serves as one"),
        Broken(
            "an action of no plan", ["actions.csv": "title,id\nA,a\n"], "actions.csv:2:1: error:",
            "There is no plan to which this could belong"),
        Broken(
            "an action of one of two plans",
            ["plans.yaml": "plans: [{id: p, title: P}, {id: q, title: Q}]\n", "actions.csv": "title,id\nA,a\n"],
            "actions.csv:2:1: error:", "There are 2 plans; say in the column “plan” which one this belongs to (p or q)"),
        Broken(
            "a claim about a month that there is not", claims("c,S,count,5,number@2017-13"), "claims.csv:2:13: error:",
            "There is no month 13"),
        Broken(
            "a claim about words", claims("c,S,count,5,number of cases"), "claims.csv:2:13: error:",
            "“number of cases” names no figure"),
        Broken(
            "a claim about a measure that there is not", claims("c,S,count,5,numbr@2017-11"),
            "claims.csv:2:13: error:", "There is no indicator “numbr” in the pack; did you mean “number”?"),
        Broken(
            "a claim of an unknown kind", claims("c,S,cuont,5,number@2017-11"), "claims.csv:2:5: error:",
            "Did you mean “count”?"),
        Broken(
            "a claim without what it compares with", claims("c,S,difference,5,number@2017-11"),
            "claims.csv:2:5: warning:", "the figure that it is compared with is not given", errors: 0),
        Broken(
            "a figure in a text that there is not",
            [
                "report.yaml":
                    "reports:\n  - id: r\n    title: R\n    sections:\n      - title: S\n        paragraphs: [{text: \"{number@2017-11}\"}]\n"
            ],
            "report.yaml:6:29: error:", "There is no indicator “number” in the pack"),
        Broken(
            "a share without its sign", ["dashboard.csv": "number,measure,shares\n1,M,in time 15%\n"],
            "dashboard.csv:2:5: error:", "write in time = 15%"),
        Broken(
            "a cell in the middle of a quoted text of several lines",
            ["budget.csv": "id,title,kind,amount\na,\"one\ntwo\",x,5\n"], "budget.csv:3:6: error:",
            "“x” is none of the words for this place"),
    ]

    static func claims(_ row: String) -> [String: String] {
        [
            "indicators.csv": PackOnDisk.indicators, "observations.csv": "indicator,period,value\nnumber,2017-11,5\n",
            "claims.csv": "id,statement,kind,stated,figure\n\(row)\n",
        ]
    }

    static func observations(_ row: String, columns: String = "indicator,period,value") -> [String: String] {
        ["indicators.csv": PackOnDisk.indicators, "observations.csv": columns + "\n" + row + "\n"]
    }
}
