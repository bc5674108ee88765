import FamilyServicesKit
import JSONExport

/// Cuts text that comes in pieces into lines.
struct LineSplitter {
    private let limits: CompressedJSONReader.Limits
    private var line: [UInt8] = []
    private var number = 0

    init(limits: CompressedJSONReader.Limits) {
        self.limits = limits
    }

    /// Takes the next piece of the text.
    mutating func take(_ piece: RawSpan, _ body: (JSONLine) throws -> Void) throws {
        try piece.withUnsafeBytes { piece in
            var rest = piece[...]
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                try append(rest[..<end])
                try endLine(body)
                rest = rest[(end + 1)...]
            }
            try append(rest)
        }
    }

    /// Takes what comes after the last line break.
    mutating func finish(_ body: (JSONLine) throws -> Void) throws {
        if !line.isEmpty { try endLine(body) }
    }

    private mutating func append(_ bytes: Slice<UnsafeRawBufferPointer>) throws(JSONExportError) {
        guard line.count + bytes.count <= limits.lineLength else {
            throw JSONExportError(
                .lineLengthLimitExceeded,
                "The line has more than \(limits.lineLength) bytes; raise the limit if that is right.", line: number + 1
            )
        }
        line.append(contentsOf: bytes)
    }

    private mutating func endLine(_ body: (JSONLine) throws -> Void) throws {
        number += 1
        guard number <= limits.lineCount else {
            throw JSONExportError(
                .lineCountLimitExceeded,
                "There are more than \(limits.lineCount) lines; raise the limit if that is right.", line: number)
        }
        defer { line.removeAll(keepingCapacity: true) }
        var parser = LineParser(line, number: number)
        if let line = try parser.parse() { try body(line) }
    }
}
