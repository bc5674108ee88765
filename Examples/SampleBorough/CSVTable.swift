import FamilyServicesKit

/// A table that goes to its file row by row, so that its size is bounded by the disk and not by memory.
struct CSVTable: ~Copyable {
    private var sink: FileSink
    private var buffer: [UInt8] = []
    private let width: Int
    /// How many rows have been written, without the header.
    private(set) var rows = 0

    /// Opens a table.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - columns: The header.
    init(path: String, columns: [String]) throws {
        sink = try FileSink(path: path)
        width = columns.count
        buffer.reserveCapacity(1 << 17)
        Self.append(columns, to: &buffer)
    }

    /// Writes a row.
    ///
    /// Cells that are missing at the end are blank.
    mutating func row(_ cells: [String]) throws {
        Self.append(cells + Array(repeating: "", count: max(0, width - cells.count)), to: &buffer)
        rows += 1
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Completes the file.
    mutating func finish() throws {
        try flush()
        try sink.finish()
    }

    private mutating func flush() throws {
        try sink.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private static func append(_ cells: [String], to buffer: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: ",")) }
            let needsQuotes = cell.utf8.contains {
                $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
                    || $0 == UInt8(ascii: "\r")
            }
            guard needsQuotes else {
                buffer.append(contentsOf: cell.utf8)
                continue
            }
            buffer.append(UInt8(ascii: "\""))
            for byte in cell.utf8 {
                if byte == UInt8(ascii: "\"") { buffer.append(byte) }
                buffer.append(byte)
            }
            buffer.append(UInt8(ascii: "\""))
        }
        buffer.append(UInt8(ascii: "\n"))
    }
}
