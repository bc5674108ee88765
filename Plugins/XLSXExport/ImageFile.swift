import CZlib

/// Checks pictures before the library reads them, which trusts the lengths that they state.
enum ImageFile {
    typealias Size = (width: Int, height: Int)

    /// The size of a PNG or JPEG picture, in pixels.
    static func size(of bytes: [UInt8]) throws(XLSXExportError) -> Size {
        if bytes.starts(with: signature) { return try sizeOfPNG(bytes) }
        if bytes.starts(with: [0xFF, 0xD8]) { return try sizeOfJPEG(bytes) }
        throw WorkbookLogo.refused("is neither a PNG nor a JPEG file; save it as one of these")
    }

    private static func number(_ bytes: [UInt8], at start: Int, count: Int) -> Int {
        bytes[start..<(start + count)].reduce(0) { $0 << 8 | Int($1) }
    }

    // MARK: PNG

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// Walks the chunks of a PNG file, from its header to its end.
    private static func sizeOfPNG(_ bytes: [UInt8]) throws(XLSXExportError) -> Size {
        let damaged = WorkbookLogo.refused("is a damaged PNG file; save it again")
        var size: Size?
        var hasData = false
        var start = signature.count
        // Twelve bytes besides what a chunk holds: its length, its name and its checksum.
        while bytes.count - start >= 12 {
            let length = number(bytes, at: start, count: 4)
            guard length <= bytes.count - start - 12 else { throw damaged }
            let name = String(decoding: bytes[(start + 4)..<(start + 8)], as: UTF8.self)
            let checked = bytes[(start + 4)..<(start + 8 + length)]
            let checksum = checked.withUnsafeBufferPointer { crc32(0, $0.baseAddress, uInt($0.count)) }
            guard Int(checksum) == number(bytes, at: start + 8 + length, count: 4) else { throw damaged }
            guard (size == nil) == (name == "IHDR") else { throw damaged }
            switch name {
            case "IHDR":
                guard length == 13 else { throw damaged }
                size = (number(bytes, at: start + 8, count: 4), number(bytes, at: start + 12, count: 4))
            case "IDAT":
                hasData = true
            case "IEND":
                guard hasData, start + 12 + length == bytes.count, let size else { throw damaged }
                return size
            default:
                break
            }
            start += 12 + length
        }
        throw damaged
    }

    // MARK: JPEG

    /// Walks the segments of a JPEG file to the beginning of its picture, and looks whether it ends as it should.
    private static func sizeOfJPEG(_ bytes: [UInt8]) throws(XLSXExportError) -> Size {
        let damaged = WorkbookLogo.refused("is a damaged JPEG file; save it again")
        guard bytes.count > 4, bytes.suffix(2) == [0xFF, 0xD9] else { throw damaged }
        var size: Size?
        var start = 2
        while bytes.count - start >= 4 {
            let marker = bytes[start + 1]
            let length = number(bytes, at: start + 2, count: 2)
            guard bytes[start] == 0xFF, marker >= 0xC0, marker != 0xFF, !(0xD0...0xD9).contains(marker), length >= 2,
                length <= bytes.count - start - 2
            else { throw damaged }
            switch marker {
            case 0xC4, 0xC8, 0xCC:
                break
            case 0xC0...0xCF:
                guard size == nil, length >= 8 else { throw damaged }
                let components = bytes[start + 9]
                guard components == 1 || components == 3 else {
                    throw WorkbookLogo.refused(
                        "is a JPEG file with \(components) colours, which not every program shows as "
                            + "it is; save it in RGB")
                }
                size = (number(bytes, at: start + 7, count: 2), number(bytes, at: start + 5, count: 2))
            case 0xDA:
                guard let size else { throw damaged }
                return size
            default:
                break
            }
            start += 2 + length
        }
        throw damaged
    }
}
