import ByteSinks
import FamilyServicesKit

extension PackFolderEditor {
    /// What became of a change of several files that was interrupted.
    public enum Interruption: Sendable, Hashable {
        /// There was none.
        case none
        /// The change is done now. The names of the files are those that it changes.
        case finished([String])
        /// The change has not happened. The names of the files are those that it would have changed.
        case undone([String])
    }

    /// Finishes or undoes a change of several files that was interrupted: the program was killed, or the machine lost its power.
    ///
    /// ``write(_:)`` leaves a journal until all files are in their places. Until somebody has called this, or made an editor, a
    /// folder with a journal cannot be read. It also removes what else was left there for that change.
    ///
    /// - Parameter folder: The path of the folder; nothing happens where there is none.
    /// - Returns: What became of it.
    /// - Throws: ``PackFolderError`` with the code ``PackFolderError/Code/unfinished`` where neither is possible.
    @discardableResult
    public static func finishInterruptedChange(in folder: String) throws(PackFolderError) -> Interruption {
        do {
            switch try FileTransaction.recover(folder) {
            case .nothing: return .none
            case .finished(let files): return .finished(files)
            case .undone(let files): return .undone(files)
            }
        } catch {
            throw PackFolderError(
                .unfinished, [Diagnostic(.error, .file, "\(error)", at: SourceLocation(file: folder))])
        }
    }
}
