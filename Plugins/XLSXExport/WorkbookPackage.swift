import FamilyServicesKit
import ZipPackage

/// Puts a workbook together: what libxlsxwriter wrote of it, and its rows and texts.
///
/// Everything is packed and checked in memory, before the first byte goes anywhere.
struct WorkbookPackage {
    private static let worksheets = "xl/worksheets/sheet"
    /// What a ZIP file without 64-bit numbers holds, less some room for its directory.
    private static let mostBytes = 0xFFFF_0000 - (1 << 24)

    private let plan: WorkbookPlan
    private let skeleton: ZipArchive
    private let styleNumbers: [Int]
    private let threads: Int?

    init(_ plan: WorkbookPlan, skeleton: ZipArchive, styleNumbers: [Int], threads: Int? = nil) {
        self.plan = plan
        self.skeleton = skeleton
        self.styleNumbers = styleNumbers
        self.threads = threads
    }

    /// The parts in the order of the file, each checked after it was packed.
    func packed(context: ExportContext) throws -> [PackedPart] {
        let replacements = try PackageParts.replacements(in: skeleton, plan: plan)
        let packer = try PartPacker(
            PackageCheck(plan, numberOfParts: skeleton.entries.count), threads: threads, context: context)
        let total = max(plan.sheets.reduce(0) { $0 + $1.rows.count }, 1)
        var (uses, done) = (0, 0)
        // The texts come behind the sheets, which say how often they are used.
        let entries = skeleton.entries.filter { $0.name != SharedTexts.part }
        for entry in entries + [try skeleton.entry(SharedTexts.part)] {
            try context.checkCancellation()
            var part = PackedPart(name: entry.name, time: entry.time, date: entry.date)
            if let sheet = sheet(entry.name) {
                let content = try SheetPart(
                    skeleton.contents(of: entry.name), sheet, plan: plan, styleNumbers: styleNumbers)
                try packer.add(part, beginning: content.beginning, end: content.end) { buffer, blockDone in
                    try content.writeRows(to: &buffer, numberOfTexts: &uses) { buffer in
                        done += 1
                        if done % 4_096 == 0 { context.progress?(0.3 + 0.65 * Double(done) / Double(total)) }
                        try blockDone(&buffer)
                    }
                }
            } else if entry.name == SharedTexts.part {
                try packer.add(
                    part, beginning: TextsPart.beginning(plan.texts, uses: uses), end: TextsPart.end
                ) { buffer, blockDone in
                    try TextsPart.write(plan.texts, to: &buffer, textDone: blockDone)
                }
            } else if let bytes = replacements[entry.name] {
                try packer.add(part, bytes)
            } else {
                part.method = entry.method
                part.checksum = entry.checksum
                part.size = entry.size
                part.pieces = [skeleton.bytes[entry.range]]
                packer.add(part)
            }
        }
        let parts = try packer.finish()
        guard parts.allSatisfy({ $0.size < Self.mostBytes }), parts.reduce(0, { $0 + $1.packedSize }) < Self.mostBytes
        else { throw ZipArchive.error(ZipFileError(.tooLarge)) }
        return parts
    }

    private func sheet(_ name: String) -> SheetPlan? {
        guard name.hasPrefix(Self.worksheets), name.hasSuffix(".xml"),
            let number = Int(name.dropFirst(Self.worksheets.count).dropLast(4)),
            plan.sheets.indices.contains(number - 1)
        else { return nil }
        return plan.sheets[number - 1]
    }
}
