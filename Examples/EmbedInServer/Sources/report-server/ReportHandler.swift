import FamilyServicesKit
import FlyingFox
import Foundation

/// Answers `GET /reports/NAME.EXTENSION?audience=AUDIENCE`.
struct ReportHandler: Sendable {
    let service: ReportService
    let accounts: Accounts
    let exporters: ExporterRegistry

    func respond(to request: HTTPRequest, file: String) async -> HTTPResponse {
        do {
            let audience = try accounts.audience(
                authorization: request.headers[.authorization], wish: request.query["audience"])
            let (pack, format) = try split(file)
            let report = try await service.report(of: pack, as: format, for: audience)
            return HTTPResponse(
                statusCode: .ok,
                headers: [
                    .contentType: report.mediaType,
                    // The audience stands in the name, so that no one takes the officers' version for the public one.
                    .contentDisposition: "attachment; filename=\"\(audience.rawValue)-\(file)\"",
                    .cacheControl: audience == .everyone ? "no-cache" : "private, no-store",
                    HTTPHeader("Vary"): "Authorization",
                    HTTPHeader("X-Content-Type-Options"): "nosniff",
                ], body: Data(report.bytes))
        } catch let error as ReportServiceError {
            return Self.response(to: error)
        } catch is CancellationError {
            // It took too long or the server stops; the client hears of it if it still listens.
            return Self.response(to: ReportServiceError(.tooBusy, "The report took too long; ask again soon."))
        } catch {
            return Self.response(to: ReportServiceError(.exportFailed, "The report could not be made."))
        }
    }

    /// The name of the pack and the identifier of the format in the name of a file.
    private func split(_ file: String) throws(ReportServiceError) -> (pack: String, format: String) {
        let format: FormatDescriptor
        do {
            format = try exporters.exporter(forPath: file).format
        } catch {
            let known = exporters.formats.flatMap(\.fileExtensions).joined(separator: ", ")
            throw ReportServiceError(.unknownFormat, "There is no such format; end the name with one of: \(known).")
        }
        let ends = format.fileExtensions.map { "." + $0 }.filter { file.lowercased().hasSuffix($0) }
        guard let end = ends.max(by: { $0.count < $1.count }) else {
            throw ReportServiceError(.badRequest, "The name of the report has no extension.")
        }
        return (String(file.dropLast(end.count)), format.id)
    }

    private static func response(to error: ReportServiceError) -> HTTPResponse {
        var headers: HTTPHeaders = [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"]
        if error.status == 401 { headers[HTTPHeader("WWW-Authenticate")] = "Bearer" }
        if error.status == 503 { headers[HTTPHeader("Retry-After")] = "5" }
        return HTTPResponse(
            statusCode: HTTPStatusCode(error.status, phrase: "\(error.code)"), headers: headers,
            body: Data((error.description + "\n").utf8))
    }
}
