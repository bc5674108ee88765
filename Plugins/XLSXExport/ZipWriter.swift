import FamilyServicesKit
import ZipPackage

/// Writes a ZIP file with some entries replaced.
///
/// The others are copied as they are, compressed.
enum ZipWriter {
    /// The most bytes given to a sink at a time.
    private static let blockSize = 1 << 18

    static func write<Sink: ByteSink & ~Copyable>(
        _ archive: ZipArchive, replacing replacements: [String: [UInt8]], to sink: inout Sink, context: ExportContext
    ) throws {
        var directory: [UInt8] = []
        var offset = 0
        for entry in archive.entries {
            try context.checkCancellation()
            let packed = try replacements[entry.name].map { bytes in
                (data: try ZipArchive.deflate(bytes), size: bytes.count, checksum: RawDeflate.checksum(bytes))
            }
            let data = packed?.data[...] ?? archive.bytes[entry.range]
            var fields: [UInt8] = []
            // Version 2.0, no flags; the times are the fixed ones of the library.
            append16(&fields, 20, 0, packed == nil ? entry.method : 8, entry.time, entry.date)
            append32(
                &fields, packed?.checksum ?? entry.checksum, UInt32(truncatingIfNeeded: data.count),
                UInt32(truncatingIfNeeded: packed?.size ?? entry.size))
            let name = Array(entry.name.utf8)
            append16(&fields, UInt16(truncatingIfNeeded: name.count), 0)
            var header: [UInt8] = []
            append32(&header, 0x0403_4B50)
            header += fields
            header += name
            try sink.write(header)
            try write(data, to: &sink)
            append32(&directory, 0x0201_4B50)
            append16(&directory, 20)
            directory += fields
            append16(&directory, 0, 0, 0)
            append32(&directory, 0, UInt32(truncatingIfNeeded: offset))
            directory += name
            offset += header.count + data.count
            guard offset + directory.count < 0xFFFF_0000 else {
                throw XLSXExportError(.workbookTooLarge, "The workbook is over 4 GiB; split the publication.")
            }
        }
        let count = UInt16(truncatingIfNeeded: archive.entries.count)
        var end = directory
        append32(&end, 0x0605_4B50)
        append16(&end, 0, 0, count, count)
        append32(&end, UInt32(truncatingIfNeeded: directory.count), UInt32(truncatingIfNeeded: offset))
        append16(&end, 0)
        try sink.write(end)
    }

    private static func write<Sink: ByteSink & ~Copyable>(_ bytes: ArraySlice<UInt8>, to sink: inout Sink) throws {
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = min(start + blockSize, bytes.endIndex)
            try sink.write(bytes[start..<end].span.bytes)
            start = end
        }
    }

    private static func append16(_ bytes: inout [UInt8], _ numbers: UInt16...) {
        for number in numbers {
            bytes.append(UInt8(truncatingIfNeeded: number))
            bytes.append(UInt8(truncatingIfNeeded: number >> 8))
        }
    }

    private static func append32(_ bytes: inout [UInt8], _ numbers: UInt32...) {
        for number in numbers {
            append16(&bytes, UInt16(truncatingIfNeeded: number), UInt16(truncatingIfNeeded: number >> 16))
        }
    }
}
