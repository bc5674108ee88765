import FamilyServicesKit

/// A page with the reports that a client may see: whatever else there is, it does not tell.
struct ListingPage {
    let list: ReportList
    let formats: [FormatDescriptor]
    let audiences: Set<Audience>

    var text: String {
        let reports = list.items.compactMap(entry).joined()
        return """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Reports</title>
            <style>
            :root{color-scheme:light dark}
            body{overflow-wrap:anywhere;font:1.0625rem/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem}
            h1{line-height:1.2}h2{font-size:1.2rem;margin:2rem 0 0}ul{margin-top:.5rem}li{margin:.25rem 0}
            footer{margin-top:3rem}
            </style>
            </head>
            <body>
            <main>
            <h1>Reports on services for children and families</h1>
            \(reports.isEmpty ? "<p>There are no reports for you.</p>\n" : reports)</main>
            <footer>
            <p>\(signIn)</p>
            </footer>
            </body>
            </html>

            """
    }

    private func entry(_ item: ReportList.Item) -> String? {
        let versions = Audience.allCases.filter { item.audiences.contains($0) && audiences.contains($0) }
        guard !versions.isEmpty else { return nil }
        let lines = versions.map { audience in
            let links = formats.map { format in
                let address = "/reports/\(item.name).\(format.fileExtensions[0])?audience=\(audience.rawValue)"
                return "<a href=\"\(address)\">\(escaped(format.displayName))</a>"
            }
            return "<li>For \(escaped(audience.label)): \(links.joined(separator: ", "))</li>\n"
        }
        return "<h2>\(escaped(item.title))</h2>\n<ul>\n\(lines.joined())</ul>\n"
    }

    private var signIn: String {
        let others = audiences.subtracting([.everyone])
        guard !others.isEmpty else {
            return "These are the versions for the public. <a href=\"/sign-in\">Sign in</a> to see those for you."
        }
        let names = Audience.allCases.filter(others.contains).map(\.label).joined(separator: " and ")
        return "You see the versions for the public and for \(escaped(names))."
    }

    private func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
    }
}
