import HTTPTypes
import Hummingbird
import Logging

/// What holds for every answer: which methods there are, how errors are told, and what browsers are asked to guard against.
struct Manners: RouterMiddleware {
    typealias Context = Portal.Context

    let bodyLimit: Int

    @concurrent
    func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            guard request.method == .get || request.method == .head else {
                throw ReportServiceError(.wrongMethod, "Reports can only be read; use GET or HEAD.")
            }
            guard request.headers[.contentLength].flatMap(Int.init) ?? 0 <= bodyLimit else {
                throw ReportServiceError(.bodyTooLarge, "The request has a body that is too large.")
            }
            response = try await next(request, context)
        } catch let error as ReportServiceError {
            response = Self.response(to: error)
        } catch is HTTPError {
            response = Self.response(to: ReportServiceError(.unknownReport, "There is nothing here."))
        } catch is CancellationError {
            response = Self.response(to: ReportServiceError(.tooBusy, "The report took too long; ask again soon."))
        }
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        if let name = HTTPField.Name("Referrer-Policy") { response.headers[name] = "no-referrer" }
        // The path alone: what follows it may be anything, and headers hold tokens.
        context.logger.debug(
            "\(request.method) \(request.uri.path.prefix(200).debugDescription) \(response.status.code)")
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// Nothing runs and nothing is fetched; styles are in the pages themselves.
    private static let policy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

    private static func response(to error: ReportServiceError) -> Response {
        var headers: HTTPFields = [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"]
        switch error.code {
        case .badToken:
            headers[values: .wwwAuthenticate] = [
                "Bearer realm=\"Reports\"", "Basic realm=\"Reports\", charset=\"UTF-8\"",
            ]
        case .wrongMethod: headers[.allow] = "GET, HEAD"
        case .tooBusy, .shuttingDown: headers[.retryAfter] = "5"
        // What remains of such a body is not waited for.
        case .bodyTooLarge: headers[.connection] = "close"
        default: break
        }
        return Response(
            status: .init(code: error.status), headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: error.description + "\n")))
    }
}
