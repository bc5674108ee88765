import FamilyServicesImport
import FamilyServicesKit
import Foundation

/// The report packs in a folder, each read once and again when a file of it changes.
actor PackLibrary {
    /// A pack as it was read, with a number that no other reading of a pack has.
    struct Edition: Sendable {
        let pack: ReportPack
        let number: Int
    }

    private struct Entry {
        let stamp: String
        let edition: Edition
    }

    private let folder: URL
    private var entries: [String: Entry] = [:]
    private var readings = 0

    init(folder: URL) {
        self.folder = folder
    }

    /// The pack with a name.
    ///
    /// One pack is read at a time: reading is quick, and a rush of first requests then reads each pack once.
    ///
    /// - Throws: ``ReportServiceError`` where there is no such pack or it has errors.
    func edition(named name: String) throws(ReportServiceError) -> Edition {
        // Names come from clients: one that is more than a name of a folder in here never reaches the file system.
        guard Self.isName(name), let stamp = stamp(of: name) else {
            throw ReportServiceError(.unknownPack, "There is no report pack of that name.")
        }
        if let entry = entries[name], entry.stamp == stamp { return entry.edition }
        let loaded = ReportPackLoader().load(folder: folder.appending(path: name).path)
        guard let pack = loaded.pack else {
            throw ReportServiceError(
                .packHasErrors,
                "The report pack has errors (\(loaded.errors.count)) and cannot be published; its keepers see them with "
                    + "committee-workbook --check.")
        }
        readings += 1
        let edition = Edition(pack: pack, number: readings)
        entries[name] = Entry(stamp: stamp, edition: edition)
        return edition
    }

    /// Names, sizes and times of the files, by which a change is noticed.
    private func stamp(of name: String) -> String? {
        let keys: Set<URLResourceKey> = [.fileSizeKey, .contentModificationDateKey]
        guard
            let files = try? FileManager.default.contentsOfDirectory(
                at: folder.appending(path: name), includingPropertiesForKeys: Array(keys))
        else { return nil }
        let lines = files.map { file in
            let values = try? file.resourceValues(forKeys: keys)
            let time = values?.contentModificationDate?.timeIntervalSinceReferenceDate ?? 0
            return "\(file.lastPathComponent) \(values?.fileSize ?? 0) \(time)"
        }
        return lines.sorted().joined(separator: "\n")
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, first != UInt8(ascii: "."), text.utf8.count <= 100 else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                || scalar == "-" || scalar == "_" || scalar == "."
        }
    }
}
