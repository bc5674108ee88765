/// Names of files that are not there to stay.
///
/// Whatever has such a name was made by this kit: behind the random part is a checksum of it, which nobody else would write.
/// Only such names are ever removed.
package enum TemporaryName {
    /// What has such a name.
    package enum Kind: String, Sendable {
        /// A file in the making.
        case file = "tmp"
        /// A file that is written and waits for the others that change with it.
        case staged = "new"
        /// The old content of a file that changes with others.
        case kept = "old"
        /// A directory with files in it.
        case directory = "dir"
    }

    private static let prefix = ".fsk-"
    private static let randomDigits = 13
    private static let checkDigits = 7

    /// A name that nothing has yet.
    package static func make(_ kind: Kind) -> String {
        let random = digits(of: .random(in: .min ... .max), randomDigits)
        return "\(prefix)\(random)-\(check(of: random)).\(kind.rawValue)"
    }

    /// What a name says that its file is; `nil` where the kit did not make it.
    package static func kind(of name: String) -> Kind? {
        guard name.hasPrefix(prefix), let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
        let parts = name[..<dot].dropFirst(prefix.count).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == randomDigits, check(of: String(parts[0])) == parts[1] else {
            return nil
        }
        return Kind(rawValue: String(name[name.index(after: dot)...]))
    }

    private static func check(of random: String) -> String {
        digits(of: Fingerprint(of: Array((prefix + random).utf8)).hash % 78_364_164_096, checkDigits)
    }

    private static func digits(of number: UInt64, _ count: Int) -> String {
        let digits = String(number, radix: 36)
        return String(repeating: "0", count: count - digits.utf8.count) + digits
    }
}
