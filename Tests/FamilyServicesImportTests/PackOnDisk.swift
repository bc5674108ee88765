import FamilyServicesImport
import FamilyServicesKit
import Foundation
import Testing

/// A pack in a folder of its own, which goes away with it.
final class PackOnDisk {
    /// The folder.
    let folder: URL

    /// The smallest pack.
    static let manifest = """
        schema: 1
        title: Title
        organisation: Exampleton Council
        area: exampleton
        period: 2017-11
        date: 2018-01-15
        areas:
          - {id: exampleton, title: Exampleton, kind: local-authority}

        """

    /// Two measures for those who need some.
    static let indicators = """
        id,title,unit,polarity
        share,A share,percent,higher-is-better
        number,A number,count,neutral
        money,Money,GBP million,neutral

        """

    /// Writes a pack: the files given, and a small manifest unless another is given.
    init(_ files: [String: String] = [:], bytes: [String: [UInt8]] = [:]) throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("pack-\(UInt64.random(in: 0 ... .max))", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write("pack.yaml", Array(Self.manifest.utf8))
        for (name, text) in files { try write(name, Array(text.utf8)) }
        for (name, content) in bytes { try write(name, content) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Writes a file.
    func write(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: folder.appendingPathComponent(name))
    }

    /// Removes a file.
    func remove(_ name: String) throws {
        try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }

    /// Reads the pack.
    func load(limits: ImportLimits = .default) -> LoadedReportPack {
        ReportPackLoader(limits: limits).load(folder: folder.path)
    }

    /// The problems as they are printed, with the folder left out.
    func problems(limits: ImportLimits = .default) -> [String] {
        load(limits: limits).diagnostics.map(text)
    }

    /// A problem as it is printed, with the folder left out.
    func text(_ diagnostic: Diagnostic) -> String {
        let text = diagnostic.description
        let prefix = folder.path + "/"
        return text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
    }
}
