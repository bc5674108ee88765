import FamilyServicesKit
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What clients may ask for: a page that lists the reports, and the reports.
struct Portal: Sendable {
    /// A request, and the connection it came on.
    struct Context: RequestContext {
        var coreContext: CoreRequestContextStorage
        let channel: any Channel

        init(source: ApplicationRequestContextSource) {
            coreContext = .init(source: source)
            channel = source.channel
        }
    }

    let list: ReportList
    let accounts: Accounts
    let service: ReportService
    let exporters: ExporterRegistry

    func router(limits: ConnectionLimits) -> Router<Context> {
        let router = Router(context: Context.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: Manners(bodyLimit: limits.body))
        router.get("/") { request, _ in try listing(request) }
        router.get("/sign-in") { request, _ in try signedInListing(request) }
        router.get("/reports/:file") { request, context in
            try await report(context.parameters.get("file") ?? "", request, context)
        }
        return router
    }

    private func listing(_ request: Request) throws(ReportServiceError) -> Response {
        let granted = try accounts.audiences(authorization: request.headers[.authorization])
        let page = ListingPage(list: list, formats: exporters.formats, audiences: granted)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/html; charset=utf-8", .cacheControl: "no-store", .vary: "Authorization",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: page.text)))
    }

    /// The same page for those who have signed in; it makes a browser ask for a name and password.
    private func signedInListing(_ request: Request) throws(ReportServiceError) -> Response {
        guard request.headers[.authorization] != nil else {
            throw ReportServiceError(.badToken, "Sign in with any name, and your token as the password.")
        }
        return try listing(request)
    }

    /// Answers `GET /reports/NAME.EXTENSION?audience=AUDIENCE`.
    private func report(_ file: String, _ request: Request, _ context: Context) async throws -> Response {
        let audience = try accounts.audience(
            authorization: request.headers[.authorization],
            wish: request.uri.queryParameters["audience"].map(String.init))
        let (name, format) = try split(file)
        let item = try list.item(named: name, for: audience)
        let report =
            if let report = service.reportAtHand(of: item, as: format, for: audience) {
                report
            } else {
                try await whileConnected(context.channel) {
                    try await service.report(of: item, as: format, for: audience)
                }
            }
        return report.response(to: request, for: audience, named: "\(item.name)-\(audience.rawValue)")
    }

    /// The name of the report and the format in the name of a file.
    private func split(_ file: String) throws(ReportServiceError) -> (name: String, format: FormatDescriptor) {
        let format: FormatDescriptor
        do {
            format = try exporters.exporter(forPath: file).format
        } catch {
            let known = exporters.formats.flatMap(\.fileExtensions).joined(separator: ", ")
            throw ReportServiceError(.unknownFormat, "There is no such format; end the name with one of: \(known).")
        }
        let ends = format.fileExtensions.map { "." + $0 }.filter { file.lowercased().hasSuffix($0) }
        return (String(file.dropLast(ends.map(\.count).max() ?? 0)), format)
    }

    /// Does what a client waits for, as long as it is there.
    private func whileConnected<Value: Sendable>(
        _ channel: any Channel, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let task = Task { try await work() }
        channel.closeFuture.whenComplete { _ in task.cancel() }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}

extension ReportService.Report {
    /// The report as an answer, or that the client has it already.
    func response(to request: Request, for audience: Audience, named name: String) -> Response {
        let body = Conditions.acceptsGzip(request.headers) ? gzipped : nil
        // Two forms of the same report are two things to a cache.
        let tag = "\"\(tag)\(body == nil ? "" : "-gzip")\""
        let disposition = format.id == "html" ? "inline" : "attachment"
        var headers: HTTPFields = [
            .eTag: tag,
            .lastModified: lastModified,
            // What only some may see is stored nowhere; what all may see is asked for again each time.
            .cacheControl: audience == .everyone ? "no-cache" : "private, no-store",
            .vary: "Accept-Encoding, Authorization",
        ]
        guard !Conditions.isKnown(tag, changed, request.headers) else {
            return Response(status: .notModified, headers: headers)
        }
        let isText = format.mediaType.hasPrefix("text/")
        headers[.contentType] = isText ? "\(format.mediaType); charset=utf-8" : format.mediaType
        // The audience is in the name, so that no one takes the officers' version for the public one.
        headers[.contentDisposition] = "\(disposition); filename=\"\(name).\(format.fileExtensions[0])\""
        if body != nil { headers[.contentEncoding] = "gzip" }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: body ?? bytes))
    }
}
