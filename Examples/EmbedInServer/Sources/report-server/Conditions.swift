import Foundation
import HTTPTypes

/// What the headers of a request say about an answer (RFC 9110, sections 12.5.3 and 13.1).
enum Conditions {
    /// Whether the client has what would be sent.
    ///
    /// - Parameters:
    ///   - tag: The tag of what would be sent.
    ///   - changed: When that changed last.
    ///   - headers: The headers of the request. Times count only if the request has no tag, since a tag tells more surely whether a
    ///     report has changed.
    static func isKnown(_ tag: String, _ changed: Date, _ headers: HTTPFields) -> Bool {
        if let tags = headers[.ifNoneMatch] {
            return tags.split(separator: ",").contains { item in
                let item = trimmed(item)
                return item == "*" || item == tag || item == "W/" + tag
            }
        }
        guard let text = headers[.ifModifiedSince], let time = try? Date(text, strategy: parser) else { return false }
        return changed.timeIntervalSince1970.rounded(.down) <= time.timeIntervalSince1970
    }

    /// Whether the client takes gzip.
    static func acceptsGzip(_ headers: HTTPFields) -> Bool {
        guard let codings = headers[.acceptEncoding] else { return false }
        var others = false
        for coding in codings.lowercased().split(separator: ",") {
            let parts = coding.split(separator: ";").map(trimmed)
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if parts.first == "gzip" || parts.first == "x-gzip" { return weight > 0 }
            if parts.first == "*" { others = weight > 0 }
        }
        return others
    }

    /// A time as headers write it.
    static func text(of time: Date) -> String {
        time.formatted(style)
    }

    private static let format: Date.FormatString = """
        \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .defaultDigits) \
        \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits) GMT
        """
    private static let locale = Locale(identifier: "en_US_POSIX")
    private static let style = Date.VerbatimFormatStyle(
        format: format, locale: locale, timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
    private static let parser = Date.ParseStrategy(format: format, locale: locale, timeZone: .gmt)

    private static func trimmed(_ text: Substring) -> Substring {
        text.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }
    }
}
