import ReportVocabulary

/// A report pack as it is kept in a JSON file: the pack, the version of the form it is written in, and what wrote it.
///
/// ```json
/// {
///   "generator" : { "name" : "FamilyServicesKit", "version" : "0.1.0" },
///   "pack" : { "manifest" : { … }, "indicators" : [ … ], … },
///   "schemaVersion" : { "major" : 1, "minor" : 0 }
/// }
/// ```
///
/// The minor version rises when something is added that older readers may pass over, the major version when older readers
/// would misunderstand. So a newer minor version is read and what is new in it passed over; a newer major version is
/// refused.
public struct ReportPackDocument: Sendable, Hashable {
    /// The version of the form, not of the program that wrote it.
    public struct Version: Sendable, Hashable, Comparable {
        /// Rises when older readers would misunderstand.
        public let major: Int
        /// Rises when something is added that older readers may pass over.
        public let minor: Int

        /// Names a version.
        ///
        /// - Parameters:
        ///   - major: The major version, from 1.
        ///   - minor: The minor version, from 0.
        public init(major: Int, minor: Int) {
            self.major = major
            self.minor = minor
        }

        /// Whether a version is older than another.
        public static func < (left: Version, right: Version) -> Bool {
            (left.major, left.minor) < (right.major, right.minor)
        }
    }

    /// The program that wrote a document.
    public struct Generator: Sendable, Hashable, Codable {
        /// The name of the program.
        public let name: String
        /// The version of the program.
        public let version: String

        /// Names a program.
        ///
        /// - Parameters:
        ///   - name: The name.
        ///   - version: The version.
        public init(name: String, version: String) {
            self.name = name
            self.version = version
        }

        /// This version of the kit.
        public static let kit = Generator(name: "FamilyServicesKit", version: FamilyServicesKitVersion.current)
    }

    /// The version that this version of the kit writes, and the newest that it understands in full.
    public static let currentVersion = Version(major: 1, minor: 0)

    /// The version of the form.
    public let schemaVersion: Version
    /// What wrote the document; absent where that is not said.
    public let generator: Generator?
    /// The pack.
    public var pack: ReportPack

    /// Makes a document in the present form.
    ///
    /// - Parameters:
    ///   - pack: The pack.
    ///   - generator: What writes the document.
    public init(_ pack: ReportPack, generator: Generator? = .kit) {
        schemaVersion = Self.currentVersion
        self.generator = generator
        self.pack = pack
    }
}

extension ReportPackDocument.Version: CustomStringConvertible {
    /// The version as text, such as `1.0`.
    public var description: String { "\(major).\(minor)" }
}

extension ReportPackDocument.Version: Codable {
    private enum CodingKeys: String, CodingKey {
        case major, minor
    }

    /// Reads a version; a minor version that is not said is 0.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` where there is no major version from 1, or the minor version is negative.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func number(_ key: CodingKeys, atLeast least: Int, else fallback: Int?) throws -> Int {
            let value =
                try fallback.map { try container.decodeIfPresent(Int.self, forKey: key) ?? $0 }
                ?? container.decode(Int.self, forKey: key)
            guard value >= least else {
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: container,
                    debugDescription: "\(value) is not a version; versions begin at \(least).")
            }
            return value
        }
        self.init(
            major: try number(.major, atLeast: 1, else: nil), minor: try number(.minor, atLeast: 0, else: 0))
    }
}

extension ReportPackDocument: Codable {
    private enum CodingKeys: String, CodingKey {
        case schemaVersion, generator, pack
    }

    /// Reads a document.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: ``ReportPackDocumentError`` where there is no version or a newer one; `DecodingError` for the rest.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        schemaVersion = try VersionedDocument.version(in: container, forKey: .schemaVersion)
        generator = try container.decodeIfPresent(Generator.self, forKey: .generator)
        pack = try container.decode(ReportPack.self, forKey: .pack)
    }
}
