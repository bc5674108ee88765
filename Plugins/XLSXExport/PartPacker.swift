import FamilyServicesKit
import GzipCompression
import ZipPackage

/// One part of a workbook as the ZIP file has it.
struct PackedPart {
    var name: String
    var time: UInt16
    var date: UInt16
    var method: UInt16 = 8
    var checksum: UInt32 = 0
    /// The number of bytes when unpacked.
    var size = 0
    /// The packed bytes, in pieces.
    var pieces: [ArraySlice<UInt8>] = []

    var packedSize: Int { pieces.reduce(0) { $0 + $1.count } }
}

/// Packs the parts of a workbook, on as many cores as there are.
///
/// Each block of a part is unpacked again as soon as it is packed, compared with what it was made of, and looked through, on the
/// core that packed it. A part that is not what the plan asks for is an error, and so is one that would not be read as it was
/// written. The bytes do not depend on the number of cores.
final class PartPacker {
    /// What was found in a block.
    ///
    /// Unchecked: the core that packs the block writes it, and it is read after the block has been waited for.
    private final class Finding: @unchecked Sendable {
        var scan: PartScan
        var isSame = false

        init(_ scan: PartScan) { self.scan = scan }
    }

    /// Less than 1 % larger than zlib makes rows of cells by itself, in half the time.
    private static let tuning = DeflateTuning(goodLength: 8, longestLazy: 32, niceLength: 32, longestChain: 24)

    private(set) var parts: [PackedPart] = []
    private let check: PackageCheck
    private let context: ExportContext
    private let pipeline: DeflatePipeline
    private var block = DeflateBlock()
    /// The blocks that were not given back yet, oldest first: the part of each and what was found in it.
    private var waiting: [(part: Int, finding: Finding)] = []
    private var firstWaiting = 0
    /// What was found so far in the part whose blocks come back.
    private var scan: PartScan?

    /// - Parameters:
    ///   - check: What the parts should have.
    ///   - threads: How many cores are used; `nil` for as many as there are.
    ///   - context: Asked whether to stop.
    init(_ check: PackageCheck, threads: Int? = nil, context: ExportContext) throws {
        self.check = check
        self.context = context
        pipeline = DeflatePipeline(options: try GzipOptions(threads: threads), tuning: Self.tuning)
    }

    /// Adds a part that is packed already.
    func add(_ part: PackedPart) { parts.append(part) }

    /// Adds a part that is in memory.
    func add(_ part: PackedPart, _ bytes: [UInt8]) throws {
        parts.append(part)
        try bytes.withUnsafeBytes { try pack($0, isWholePart: true, isLast: true) }
    }

    /// Adds a part that becomes long, piece by piece.
    ///
    /// - Parameters:
    ///   - part: Its name.
    ///   - beginning: What is before the elements that are many.
    ///   - end: What is behind them.
    ///   - body: Writes the elements, and gives the buffer to the second function after each of them that is whole.
    func add(
        _ part: PackedPart, beginning: [UInt8], end: [UInt8],
        _ body: (inout ByteBuffer, (inout ByteBuffer) throws -> Void) throws -> Void
    ) throws {
        parts.append(part)
        var buffer = ByteBuffer(capacity: DeflateBlock.size + 4_096)
        buffer.append(beginning)
        // The beginning has a block of its own where the elements fill others, so that each block can be looked through by itself.
        var isWholePart = true
        try body(&buffer) { buffer in
            guard buffer.count >= DeflateBlock.size else { return }
            try context.checkCancellation()
            if isWholePart {
                isWholePart = false
                let split = beginning.count
                try pack(UnsafeRawBufferPointer(rebasing: buffer.bytes[..<split]), isWholePart: true, isLast: false)
                try pack(UnsafeRawBufferPointer(rebasing: buffer.bytes[split...]), isWholePart: false, isLast: false)
            } else {
                try pack(buffer.bytes, isWholePart: false, isLast: false)
            }
            buffer.removeAll()
        }
        if !isWholePart, buffer.count > 0 {
            try pack(buffer.bytes, isWholePart: false, isLast: false)
            buffer.removeAll()
        }
        buffer.append(end)
        try pack(buffer.bytes, isWholePart: isWholePart, isEnd: !isWholePart, isLast: true)
    }

    /// Waits for every part to be packed.
    func finish() throws -> [PackedPart] {
        try drain(isWaiting: true)
        return parts
    }

    /// Packs a block of the last part.
    private func pack(
        _ bytes: UnsafeRawBufferPointer, isWholePart: Bool, isEnd: Bool = false, isLast: Bool
    ) throws {
        let part = parts.count - 1
        block.append(bytes)
        let finding = Finding(check.scan(ofPart: parts[part].name, isFragment: !isWholePart))
        waiting.append((part, finding))
        block.inspect = { block in
            block.input.withUnsafeBytes { input in
                let dictionary = UnsafeRawBufferPointer(rebasing: input[..<block.dictionaryCount])
                let bytes = UnsafeRawBufferPointer(rebasing: input[block.dictionaryCount...])
                // The end of a long part closes what its beginning opened, and is looked through with it.
                if !isEnd { finding.scan.read(bytes) }
                finding.isSame = block.output.withUnsafeBytes {
                    RawDeflate.unpacks($0, to: bytes, after: dictionary, isLast: block.isLast)
                }
            }
        }
        block = pipeline.compress(block, isLast: isLast)
        try drain(isWaiting: false)
    }

    private func drain(isWaiting: Bool) throws {
        while let packed = pipeline.removeFirst(waiting: isWaiting) {
            let (part, finding) = waiting[firstWaiting]
            firstWaiting += 1
            if firstWaiting == 256 {
                waiting.removeFirst(firstWaiting)
                firstWaiting = 0
            }
            if let failure = packed.failure { throw Self.error(failure) }
            guard finding.isSame else {
                throw ZipArchive.incomplete("the part “\(parts[part].name)” cannot be unpacked")
            }
            parts[part].checksum = RawDeflate.checksum(parts[part].checksum, and: packed.checksum32, of: packed.count)
            parts[part].size += packed.count
            // A copy, which has no room for more, because the block is used again.
            parts[part].pieces.append(packed.output.withUnsafeBufferPointer { Array($0)[...] })
            try take(finding.scan, of: packed, part: parts[part].name)
            pipeline.recycle(packed)
        }
    }

    /// Puts what was found in a block to what was found in those before it, and checks the part at its end.
    private func take(_ found: PartScan, of packed: DeflateBlock, part: String) throws {
        if scan == nil {
            scan = found
        } else if packed.isLast {
            packed.input.withUnsafeBytes { scan?.read(UnsafeRawBufferPointer(rebasing: $0[packed.dictionaryCount...])) }
        } else {
            scan?.append(found)
        }
        guard packed.isLast, let whole = scan else { return }
        scan = nil
        try check.check(whole, ofPart: part)
    }

    private static func error(_ error: GzipError) -> XLSXExportError {
        error.code == .outOfMemory
            ? ZipArchive.error(ZipFileError(.outOfMemory))
            : XLSXExportError(.library, "zlib could not pack the workbook: \(error.message)")
    }
}
