import ExporterTestKit

/// Reads what `CSVExporter` writes, byte by byte as RFC 4180 has it.
enum CSVReader {
    struct Malformed: Error {}

    /// The tables in the order of the file.
    static func tables(_ bytes: [UInt8]) throws -> [ReadTable] {
        var tables: [(name: String, columns: [String], rows: [[String]])] = []
        for record in try records(bytes).dropFirst() where record.first != "" {
            guard record.count == 4, let row = Int(record[1]) else { throw Malformed() }
            if tables.last?.name != record[0] { tables.append((record[0], [], [])) }
            let last = tables.count - 1
            if tables[last].rows.count < row { tables[last].rows.append([]) }
            guard tables[last].rows.count == row else { throw Malformed() }
            tables[last].rows[row - 1].append(record[3])
            if row == 1 { tables[last].columns.append(record[2]) }
        }
        return tables.map { ReadTable(columns: $0.columns, text: $0.rows) }
    }

    static func records(_ bytes: [UInt8]) throws -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field: [UInt8] = []
        var index = 0
        func byte(_ offset: Int) -> UInt8? { index + offset < bytes.count ? bytes[index + offset] : nil }
        while index < bytes.count {
            guard byte(0) == UInt8(ascii: "\"") else { throw Malformed() }
            index += 1
            while let next = byte(0), next != UInt8(ascii: "\"") || byte(1) == UInt8(ascii: "\"") {
                field.append(next)
                index += next == UInt8(ascii: "\"") ? 2 : 1
            }
            index += 1
            record.append(String(decoding: field, as: UTF8.self))
            field = []
            switch (byte(0), byte(1)) {
            case (UInt8(ascii: ","), _): index += 1
            case (UInt8(ascii: "\r"), UInt8(ascii: "\n")):
                index += 2
                records.append(record)
                record = []
            default: throw Malformed()
            }
        }
        return records
    }
}
