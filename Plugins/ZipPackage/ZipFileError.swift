/// Why a ZIP file cannot be read.
package struct ZipFileError: Error, Sendable, Hashable {
    /// What is wrong.
    package enum Kind: Sendable, Hashable {
        /// It has no directory, or no end.
        case directoryMissing
        /// The directory is not whole.
        case directoryCutShort
        /// An entry is not where the directory says.
        case entryMissing
        /// The bytes of an entry are not all there.
        case entryCutShort
        /// The bytes of an entry are not those that were packed.
        case entryDamaged
        /// Two entries have the same name.
        case repeatedEntry
        /// An entry is packed in another way than by deflating.
        case unknownMethod
        /// An entry is encrypted.
        case encrypted
        /// The file is one of several that belong together.
        case severalFiles
        /// There are more entries than the caller allows.
        case tooManyEntries
        /// It is 4 GiB or larger.
        case tooLarge
        /// Memory ran out.
        case outOfMemory
    }

    package let kind: Kind
    /// The name of the entry, where one is concerned.
    package let part: String?

    package init(_ kind: Kind, part: String? = nil) {
        self.kind = kind
        self.part = part
    }

    /// What is wrong, as the end of a sentence such as “The file is damaged: …”.
    package var reason: String {
        let part = part.map { "the part “\($0)”" } ?? "a part"
        return switch kind {
        case .directoryMissing: "its directory is missing"
        case .directoryCutShort: "its directory is cut short"
        case .entryMissing: "\(part) is missing"
        case .entryCutShort: "\(part) is cut short"
        case .entryDamaged: "\(part) is damaged"
        case .repeatedEntry: "\(part) is in it twice"
        case .unknownMethod: "\(part) is packed in a way that is not used in workbooks"
        case .encrypted: "\(part) is encrypted"
        case .severalFiles: "it is one of several files that belong together"
        case .tooManyEntries: "it has too many parts"
        case .tooLarge: "it is over 4 GiB"
        case .outOfMemory: "memory ran out"
        }
    }
}
