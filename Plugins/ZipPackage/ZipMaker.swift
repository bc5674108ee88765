/// Makes a ZIP file in memory.
///
/// The same parts give the same bytes: times are fixed at the first that the format knows.
package enum ZipMaker {
    /// Makes a file.
    ///
    /// - Parameter parts: The names of the parts and what they hold, in the order of the file; the first can be kept unpacked, as
    ///   OpenDocument asks for its `mimetype`.
    /// - Returns: The file.
    /// - Throws: ``ZipFileError`` where memory ran out, or it would be over 4 GiB.
    package static func file(_ parts: [(name: String, bytes: [UInt8])]) throws(ZipFileError) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let isStored = part.name == "mimetype"
            guard part.bytes.count < 0xFFFF_FFFF else { throw ZipFileError(.tooLarge, part: part.name) }
            let data = isStored ? part.bytes : try RawDeflate.deflate(part.bytes)
            guard file.count + data.count < 0xFFFF_0000 else { throw ZipFileError(.tooLarge, part: part.name) }
            let name = Array(part.name.utf8)
            var fields: [UInt8] = []
            // Version 2.0; bit 11: names are UTF-8; 1 January 1980.
            append(&fields, 20, 2)
            append(&fields, 0x0800, 2)
            append(&fields, isStored ? 0 : 8, 2)
            append(&fields, 0x0021_0000, 4)
            append(&fields, Int(RawDeflate.checksum(part.bytes)), 4)
            append(&fields, data.count, 4)
            append(&fields, part.bytes.count, 4)
            append(&fields, name.count, 2)
            append(&fields, 0, 2)
            append(&directory, 0x0201_4B50, 4)
            append(&directory, 20, 2)
            directory += fields
            append(&directory, 0, 2)
            append(&directory, 0, 2)
            append(&directory, 0, 2)
            append(&directory, 0, 4)
            append(&directory, file.count, 4)
            directory += name
            append(&file, 0x0403_4B50, 4)
            file += fields
            file += name
            file += data
        }
        let start = file.count
        file += directory
        append(&file, 0x0605_4B50, 4)
        append(&file, 0, 4)
        append(&file, parts.count, 2)
        append(&file, parts.count, 2)
        append(&file, directory.count, 4)
        append(&file, start, 4)
        append(&file, 0, 2)
        return file
    }

    private static func append(_ bytes: inout [UInt8], _ number: Int, _ width: Int) {
        for place in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
    }
}
