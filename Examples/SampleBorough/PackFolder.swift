import FamilyServicesKit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The folder into which the pack goes.
struct PackFolder {
    /// The files of a pack that this program writes, and the only ones that it ever replaces.
    enum File: String, CaseIterable {
        case pack = "pack.yaml"
        case indicators = "indicators.csv"
        case targets = "targets.csv"
        case breakdowns = "breakdowns.yaml"
        case observations = "observations.csv"
        case commentary = "commentary.csv"
        case plans = "plans.yaml"
        case actions = "actions.csv"
        case statusHistory = "status-history.csv"
        case progress = "progress.csv"
        case audits = "audits.yaml"
        case auditActivity = "audit-activity.csv"
        case auditGrades = "audit-grades.csv"
        case moderation = "moderation.csv"
        case inspections = "inspections.yaml"
        case report = "report.yaml"
        case context = "context.yaml"
        case risks = "risks.csv"
        case budget = "budget.csv"
    }

    private let path: String

    /// Makes the folder, or takes one that is there.
    ///
    /// - Parameters:
    ///   - path: The folder.
    ///   - isForced: Whether files of an earlier pack may be replaced.
    init(path: String, isForced: Bool) throws {
        let manager = FileManager.default
        var isDirectory = false
        #if canImport(FoundationEssentials)
            let exists = manager.fileExists(atPath: path, isDirectory: &isDirectory)
        #else
            var flag: ObjCBool = false
            let exists = manager.fileExists(atPath: path, isDirectory: &flag)
            isDirectory = flag.boolValue
        #endif
        if exists {
            guard isDirectory else { throw PackFolderError.notAFolder(path) }
            let content: [String]
            do {
                content = try manager.contentsOfDirectory(atPath: path)
            } catch {
                throw PackFolderError.unreadable(path)
            }
            guard isForced || content.isEmpty else { throw PackFolderError.notEmpty(path) }
        } else {
            do {
                try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
            } catch {
                throw PackFolderError.cannotBeMade(path)
            }
        }
        self.path = path
    }

    /// Opens a table.
    func table(_ file: File, _ columns: [String]) throws -> CSVTable {
        try CSVTable(path: path(of: file), columns: columns)
    }

    /// Writes a structure.
    func write(_ file: File, _ content: YAML) throws {
        var sink = try FileSink(path: path(of: file))
        try sink.write(content.file)
        try sink.finish()
    }

    private func path(of file: File) -> String {
        path.hasSuffix("/") ? path + file.rawValue : "\(path)/\(file.rawValue)"
    }
}

/// Why a folder cannot take the pack.
enum PackFolderError: Error, CustomStringConvertible {
    /// A file is in its place.
    case notAFolder(String)
    /// There is something in it.
    case notEmpty(String)
    /// What is in it cannot be seen.
    case unreadable(String)
    /// There is none, and the operating system refuses to make one.
    case cannotBeMade(String)

    var description: String {
        switch self {
        case .notAFolder(let path): "“\(path)” is not a folder; give the path of a new or empty folder."
        case .notEmpty(let path):
            "“\(path)” is not empty; give an empty folder, or --force to replace the files of an earlier pack."
        case .unreadable(let path): "The content of “\(path)” cannot be read; ask for the right to read it."
        case .cannotBeMade(let path): "The folder “\(path)” cannot be made; choose a place where you may write."
        }
    }
}
