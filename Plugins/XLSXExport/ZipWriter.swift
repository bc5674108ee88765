import FamilyServicesKit
import ZipPackage

/// Writes a ZIP file of parts that are packed.
enum ZipWriter {
    /// The most bytes given to a sink at a time.
    private static let blockSize = 1 << 18

    static func write<Sink: ByteSink & ~Copyable>(
        _ parts: [PackedPart], to sink: inout Sink, context: ExportContext
    ) throws {
        var directory: [UInt8] = []
        var offset = 0
        for part in parts {
            try context.checkCancellation()
            var fields: [UInt8] = []
            // Version 2.0, no flags; the times are the fixed ones of the library.
            append16(&fields, 20, 0, part.method, part.time, part.date)
            append32(
                &fields, part.checksum, UInt32(truncatingIfNeeded: part.packedSize),
                UInt32(truncatingIfNeeded: part.size))
            let name = Array(part.name.utf8)
            append16(&fields, UInt16(truncatingIfNeeded: name.count), 0)
            var header: [UInt8] = []
            append32(&header, 0x0403_4B50)
            header += fields
            header += name
            try sink.write(header)
            for piece in part.pieces { try write(piece, to: &sink) }
            append32(&directory, 0x0201_4B50)
            append16(&directory, 20)
            directory += fields
            append16(&directory, 0, 0, 0)
            append32(&directory, 0, UInt32(truncatingIfNeeded: offset))
            directory += name
            offset += header.count + part.packedSize
        }
        let count = UInt16(truncatingIfNeeded: parts.count)
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
