#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A picture of an organisation: a PNG or JPEG file.
///
/// It is placed at 96 pixels to the inch and no larger than ``largestWidth`` by ``largestHeight`` pixels; a larger one is
/// made smaller in proportion, so that it is sharp on paper.
///
/// As JSON and as the option `branding.logo` it is the file in Base64.
public struct WorkbookLogo: Sendable, Hashable {
    /// The largest file, in bytes.
    public static let largestFile = 1_048_576
    /// The most pixels that a side of the picture in the file may have.
    public static let longestSide = 8_192
    /// The largest width on the cover, in pixels.
    public static let largestWidth = 320
    /// The largest height on the cover, in pixels.
    public static let largestHeight = 84

    /// The file.
    public let bytes: [UInt8]
    /// The width of the picture in the file, in pixels.
    public let width: Int
    /// The height of the picture in the file, in pixels.
    public let height: Int

    /// Takes a file.
    ///
    /// - Parameter bytes: A PNG file, or a JPEG file in grey or with three colours.
    /// - Throws: ``XLSXExportError`` with the code ``XLSXExportError/Code/invalidOption`` where the file is neither, is damaged,
    ///   or is too large.
    public init(_ bytes: [UInt8]) throws(XLSXExportError) {
        guard bytes.count <= Self.largestFile else {
            throw Self.refused("has \(bytes.count) bytes; save it with \(Self.largestFile) or fewer")
        }
        let size = try ImageFile.size(of: bytes)
        let sides = 1...Self.longestSide
        guard sides.contains(size.width), sides.contains(size.height) else {
            throw Self.refused(
                "has \(size.width) by \(size.height) pixels; each side has to have between 1 and \(Self.longestSide)")
        }
        self.bytes = bytes
        width = size.width
        height = size.height
    }

    static func refused(_ reason: String) -> XLSXExportError {
        XLSXExportError(.invalidOption, "The logo (option branding.logo) \(reason).")
    }

    /// How it is placed.
    var plan: LogoPlan {
        let (fileWidth, fileHeight) = (Double(width), Double(height))
        let scale = min(1, Double(Self.largestWidth) / fileWidth, Double(Self.largestHeight) / fileHeight)
        return LogoPlan(
            bytes: bytes, width: max((fileWidth * scale).rounded(), 1), height: max((fileHeight * scale).rounded(), 1),
            fileWidth: width, fileHeight: height)
    }
}

extension WorkbookLogo: Codable {
    /// Reads a file that is written in Base64.
    ///
    /// - Parameter decoder: Where the file comes from.
    /// - Throws: `DecodingError` where the text is not Base64 or the file no picture that can be used.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        func corrupted(_ description: String) -> DecodingError {
            DecodingError.dataCorruptedError(in: container, debugDescription: description)
        }
        guard let data = Data(base64Encoded: try container.decode(String.self)) else {
            throw corrupted("The text is not Base64; write the PNG or JPEG file in Base64.")
        }
        do {
            try self.init(Array(data))
        } catch {
            throw corrupted(error.message)
        }
    }

    /// Writes the file in Base64.
    ///
    /// - Parameter encoder: Where the text goes.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Data(bytes).base64EncodedString())
    }
}
