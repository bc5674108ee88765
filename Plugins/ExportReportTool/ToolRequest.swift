import FamilyServicesKit

/// What the command line asks for.
struct ToolRequest {
    var pack = ""
    /// The identifier of a format.
    var format = ""
    var audience = Audience.everyone
    /// The file to write.
    var output = ""
    var wantsHelp = false

    static let help = """
        USAGE: swift package --allow-writing-to-package-directory export-report PACK [OPTIONS]

        Makes a report from a report pack, a folder of CSV and YAML files or a workbook in this package.

          --format FORMAT      xlsx, markdown, json.gz, jsonl.gz, json or jsonl; by default what the name of the output
                               says, else xlsx
          --audience AUDIENCE  public, members or officers; by default public
          --output FILE        the file to write; by default PACK-AUDIENCE.xlsx in the folder of the package
          --help               these lines
        """

    init(_ arguments: [String]) throws(ToolError) {
        var format: String?
        var rest = arguments[...]
        while let word = rest.popFirst() {
            // --name=value and --name value mean the same.
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let name = parts.first ?? word
            func value() throws(ToolError) -> String {
                if parts.count == 2 { return parts[1] }
                guard let next = rest.popFirst() else { throw Self.misuse("\(name) needs a value.") }
                return next
            }
            switch name {
            case "--help", "-h": wantsHelp = true
            case "--format": format = try value()
            case "--audience": audience = try Self.audience(try value())
            case "--output", "-o": output = try value()
            default:
                guard !word.hasPrefix("-") else { throw Self.misuse("There is no option “\(name)”.") }
                guard pack.isEmpty else { throw Self.misuse("Name one pack; “\(word)” is a second one.") }
                pack = word
            }
        }
        guard !wantsHelp else { return }
        guard !pack.isEmpty else { throw Self.misuse("Name the folder of a report pack.") }
        try settleFormat(format)
    }

    /// Finds the format and the file, of which either may say the other.
    private mutating func settleFormat(_ wanted: String?) throws(ToolError) {
        do {
            let registry = try Formats.registry()
            if let wanted {
                format = try registry.exporter(id: wanted).format.id
            } else {
                format = output.isEmpty ? "xlsx" : try registry.exporter(forPath: output).format.id
            }
            if output.isEmpty {
                let last = pack.split(separator: "/").last { $0 != "." && $0 != ".." } ?? "report"
                let ending = [".xlsx", ".xlsm", ".ods"].first { last.lowercased().hasSuffix($0) } ?? ""
                let name = last.dropLast(ending.count)
                let suffix = try registry.exporter(id: format).format.fileExtensions.first ?? format
                // The audience is in the name, so that no one takes the officers' version for the public one.
                output = "\(name)-\(audience.rawValue).\(suffix)"
            }
        } catch {
            throw Self.misuse(error.description)
        }
    }

    private static func audience(_ text: String) throws(ToolError) -> Audience {
        guard let audience = Audience(rawValue: text) else {
            let known = Audience.allCases.map(\.rawValue).joined(separator: ", ")
            throw misuse("“\(text)” is not an audience; use one of: \(known).")
        }
        return audience
    }

    private static func misuse(_ message: String) -> ToolError {
        ToolError("\(message) See export-report --help.", status: 64)
    }
}
