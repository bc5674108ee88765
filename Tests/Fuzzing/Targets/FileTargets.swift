import ByteSinks
import Foundation
import GzipCompression
import PublishedStatistics

/// What reads other files.
enum FileTargets {
    static func statistics(_ bytes: [UInt8]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        let parts = text.components(separatedBy: "\n--\n")
        let screening = DataFileScreening(
            data: ("data.csv", Array((parts.first ?? "").utf8)),
            meta: parts.count > 1 ? ("data.meta.csv", Array(parts[1].utf8)) : nil)
        let report = ScreeningReport([screening])
        for format in ScreeningReport.Format.allCases { _ = report.text(format) }
    }

    static func gzip(_ bytes: [UInt8]) throws {
        let most = 1 << 20
        if let read = try? GzipReader.decompress(bytes, limits: .init(decompressedSize: most)) {
            try promise(read.count <= most, "More was read than the limit allows.")
        }
        var sink = GzipSink(MemorySink())
        try bytes.withUnsafeBytes { try sink.write(RawSpan(_unsafeBytes: $0)) }
        try sink.finish()
        let again = try GzipReader.decompress(sink.base.bytes)
        try promise(again == bytes, "What was compressed is not what comes out.")
    }

    /// Recovers a folder whose journal has these lines; nothing outside it and no file that is not named may change.
    ///
    /// A link leads out of the folder, and the checksum of the journal is right: both can come from somebody who means harm.
    static func journal(_ bytes: [UInt8]) throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("fsk-fuzz-\(getpid())")
        let folder = root.appendingPathComponent("pack")
        try? FileManager.default.removeItem(at: root)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: root) }
        let outside = root.appendingPathComponent("pack.yaml")
        let inside = folder.appendingPathComponent("notes.txt")
        for file in [outside, inside] { try Data("as it was".utf8).write(to: file) }
        try FileManager.default.createSymbolicLink(
            at: folder.appendingPathComponent("link"), withDestinationURL: root)
        for name in staged { try Data("changed".utf8).write(to: folder.appendingPathComponent(name)) }
        let fingerprint = Fingerprint(of: bytes)
        let end = "end \(fingerprint.count)/\(String(fingerprint.hash, radix: 16))\n"
        try (Data(bytes) + Data(end.utf8)).write(to: folder.appendingPathComponent(".fsk-journal"))
        _ = try? FileTransaction.recover(folder.path)
        let names = try FileManager.default.contentsOfDirectory(atPath: root.path)
        try promise(Set(names) == ["pack", "pack.yaml"], "There are \(names) beside the folder.")
        for file in [outside, inside] {
            let content = try? Data(contentsOf: file)
            try promise(content == Data("as it was".utf8), "\(file.lastPathComponent) was changed.")
        }
    }

    /// Names as a transaction makes them, always the same, so that an input that was kept names them too.
    private static let staged = [".fsk-aaaaaaaaaaaaa-yjkxmol.new", ".fsk-bbbbbbbbbbbbb-cg9af0o.new"]
}
