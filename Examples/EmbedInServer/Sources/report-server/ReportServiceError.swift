/// Why no report can be served.
struct ReportServiceError: Error, Hashable, CustomStringConvertible {
    enum Code: Hashable {
        case unknownReport
        case cannotPublish
        case unknownFormat
        case badToken
        case notAllowed
        case badRequest
        case bodyTooLarge
        case wrongMethod
        case tooBusy
        case shuttingDown
        case exportFailed
    }

    let code: Code
    /// A sentence for whoever asked; it repeats nothing of a report, and nothing that is only known inside.
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
        case .unknownReport: 404
        case .wrongMethod: 405
        case .unknownFormat: 406
        case .bodyTooLarge: 413
        case .cannotPublish, .exportFailed: 500
        case .tooBusy, .shuttingDown: 503
        }
    }
}
