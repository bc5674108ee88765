/// Something that an exporter does not do as the contract asks.
public struct ConformanceFinding: Sendable, Hashable, CustomStringConvertible {
    /// The check that found it.
    public let check: ConformanceCheck
    /// The document of the corpus that showed it, where one did.
    public let document: String?
    /// What was found and what would be right.
    public let message: String

    init(_ check: ConformanceCheck, _ document: String? = nil, _ message: String) {
        self.check = check
        self.document = document
        self.message = message
    }

    /// The check, the document and the message.
    public var description: String {
        "\(check)\(document.map { ", document “\($0)”" } ?? ""): \(message)"
    }
}
