/// Why the service gave no report.
struct ReportServiceError: Error, Hashable, CustomStringConvertible {
    enum Code: Hashable {
        case unknownPack
        case packHasErrors
        case unknownFormat
        case badToken
        case notAllowed
        case badRequest
        case tooBusy
        case shuttingDown
        case exportFailed
    }

    let code: Code
    /// A sentence for whoever asked; it never repeats what is in a report.
    let description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }

    /// The status of HTTP that says the same.
    var status: Int {
        switch code {
        case .badRequest: 400
        case .badToken: 401
        case .notAllowed: 403
        case .unknownPack: 404
        case .unknownFormat: 406
        case .packHasErrors, .exportFailed: 500
        case .tooBusy, .shuttingDown: 503
        }
    }
}
