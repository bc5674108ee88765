import ArgumentParser
import ByteSinks
import EESExport
import FamilyServicesImport
import FamilyServicesKit

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A file that was begun and could not be finished, whatever the reason.
struct WritingFailure: Error, CustomStringConvertible {
    let reason: any Error
    var description: String { "\(reason)" }
}

/// Writes files, says what went wrong, and ends with the code for it.
enum OutputFiles {
    /// Does something that makes a file.
    ///
    /// - Parameters:
    ///   - path: What messages call the file.
    ///   - body: What makes it.
    /// - Throws: The exit code for what went wrong, after saying so.
    static func writing(_ path: String, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch let code as ExitCode {
            throw code
        } catch {
            Console.endProgress()
            Console.say("\(path): error: \(error)")
            throw exitCode(for: error)
        }
    }

    /// What cannot be begun because of its name or place cannot be made; everything else is writing that failed.
    private static func exitCode(for error: any Error) -> ExitCode {
        // A format for figures of another kind than the pack has is not a fault of the disk.
        if error is EESExportError { return .findings }
        guard let error = error as? FileSinkError else { return .ioError }
        return [.noSpace, .system, .closed].contains(error.code) ? .ioError : .cannotCreate
    }

    /// Writes a whole file, in place of one that is there.
    static func write(_ bytes: [UInt8], to path: String) throws {
        try writing(path) {
            var sink = try FileSink(path: path)
            do {
                try bytes.withUnsafeBytes { try sink.write($0.bytes) }
                try sink.finish()
            } catch {
                throw WritingFailure(reason: error)
            }
        }
    }

    /// Makes a folder with some files: all of it or nothing.
    ///
    /// - Parameters:
    ///   - folder: The folder, which does not exist or is empty.
    ///   - files: The names of the files and their texts.
    ///   - check: What has to hold when all is there.
    static func makeFolder(
        _ folder: String, with files: [(name: String, text: String)], check: () throws -> Void = {}
    ) throws {
        let manager = FileManager.default
        let isNew = !manager.fileExists(atPath: folder)
        do {
            try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            Console.say("\(folder): error: The folder cannot be made; choose another name or place.")
            throw ExitCode.cannotCreate
        }
        func remove() {
            if isNew, (try? manager.contentsOfDirectory(atPath: folder))?.isEmpty == true {
                try? manager.removeItem(atPath: folder)
            }
        }
        do {
            try replace(files, in: folder, old: [:])
        } catch {
            remove()
            throw error
        }
        do {
            try check()
        } catch {
            for (name, _) in files { try? manager.removeItem(atPath: path(name, in: folder)) }
            remove()
            throw error
        }
    }

    /// Puts files into a folder together: all of them or none.
    ///
    /// - Parameters:
    ///   - files: The names of the files and their texts.
    ///   - folder: The folder.
    ///   - old: What the files hold now, as far as there are any.
    static func replace(
        _ files: [(name: String, text: String)], in folder: String, old: [String: [UInt8]]
    ) throws {
        let changes = files.map { file in
            FileTransaction.Change(
                path: path(file.name, in: folder), old: old[file.name], new: Array(file.text.utf8))
        }
        do {
            try FileTransaction.replace(changes, in: folder) {
                for file in files {
                    let now = try? Data(contentsOf: URL(filePath: path(file.name, in: folder)))
                    guard now.map({ Array($0) }) == old[file.name] else {
                        Console.say(
                            "\(path(file.name, in: folder)): error: The file has changed since it was read. Nothing was written; "
                                + "give the command again.")
                        throw ExitCode.findings
                    }
                }
            }
        } catch let code as ExitCode {
            throw code
        } catch {
            Console.say("\(folder): error: \(error)")
            if case FileTransaction.Failure.unfinished? = error as? FileTransaction.Failure {
            } else {
                Console.say("Nothing was written.")
            }
            throw ExitCode.ioError
        }
    }

    /// Finishes or undoes what a command before could not, because it was stopped while it changed several files of a folder.
    static func recover(_ folder: String) throws {
        do {
            switch try FileTransaction.recover(folder) {
            case .nothing: break
            case .finished(let files):
                Console.say(
                    "\(folder): note: A command was interrupted while it changed \(MessageText.list(files)); the change is "
                        + "finished now."
                )
            case .undone(let files):
                Console.say(
                    "\(folder): note: A command was interrupted while it changed \(MessageText.list(files)); the files are as "
                        + "they were before it."
                )
            }
        } catch {
            Console.say("\(folder): error: \(error)")
            throw ExitCode.ioError
        }
    }

    private static func path(_ name: String, in folder: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}

/// A folder for files that are of use for a moment alone.
///
/// It goes with the value, or when a signal stops the program.
struct TemporaryFolder: ~Copyable {
    let path: String
    /// Holds the lock by which others see that the folder is in use.
    private let descriptor: Int32

    init() throws {
        let path = FileManager.default.temporaryDirectory.path + "/" + TemporaryName.make(.directory)
        let made = TemporaryFiles.making(path) { mkdir(path, 0o700) == 0 ? path : nil }
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard made != nil, descriptor >= 0, AbandonedFiles.claim(descriptor, at: path, isShared: true) else {
            throw CocoaError(.fileWriteUnknown)
        }
    }

    deinit {
        for name in AbandonedFiles.names(in: path) { _ = unlink(path + "/" + name) }
        _ = rmdir(path)
        TemporaryFiles.forget(path)
        if descriptor >= 0 { _ = close(descriptor) }
    }
}
