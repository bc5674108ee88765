import FamilyServicesKit
import Foundation

extension ConformanceRun {
    mutating func checkDescriptor() {
        let format = E.format
        var registry = ExporterRegistry()
        do {
            try registry.register(E.self)
            for name in format.fileExtensions {
                let found = try registry.exporter(forPath: "report." + name)
                if found.format.id != format.id {
                    note(.descriptor, "A file with the extension “\(name)” leads to the format “\(found.format.id)”.")
                }
            }
        } catch {
            note(.descriptor, "The format cannot be registered: \(error)")
        }
        if format != E.format { note(.descriptor, "Two looks at the descriptor differ; make it a constant.") }
        if !isOneLine(format.displayName) {
            note(.descriptor, "The display name is empty or has a line break; give the name that people know.")
        }
        if !isMediaType(format.mediaType) {
            note(
                .descriptor,
                "“\(format.mediaType)” is not a media type; RFC 6838 has a type and a subtype without parameters, such as "
                    + "text/csv.")
        }
        for name in format.fileExtensions where name != name.lowercased() || name.contains(where: \.isWhitespace) {
            note(.descriptor, "The extension “\(name)” has capitals or spaces; write it as people name files.")
        }
        for capability in format.capabilities where !isOneLine(capability.rawValue) {
            note(.descriptor, "A claim has no name; give it a word such as streaming.")
        }
    }

    /// Checks the options.
    ///
    /// - Returns: Whether an exporter can be made, without which nothing else can be tried.
    mutating func checkOptions() -> Bool {
        for (options, name) in [(E.defaultOptions, "default options"), (conformance.options, "options of this run")] {
            do {
                let text = try JSONEncoder().encode(options)
                let read = try JSONDecoder().decode(E.Options.self, from: text)
                if read != options {
                    note(.options, "The \(name) are not the same once they have been through JSON.")
                }
                if String(decoding: text, as: UTF8.self).first != "{" {
                    note(.options, "The \(name) are not an object in JSON; command lines name each option by its key.")
                }
            } catch {
                note(.options, "The \(name) do not go through JSON: \(error)")
            }
        }
        do {
            let read = try JSONDecoder().decode(E.Options.self, from: Data("{}".utf8))
            if read != E.defaultOptions { note(.options, "Options that are not given are not the default ones.") }
        } catch {
            note(
                .options,
                "An empty object is not read as options; decode each with decodeIfPresent and fall back to the default: \(error)"
            )
        }
        checkOptionsAsText()
        for options in [E.defaultOptions, conformance.options] {
            do {
                _ = try E(options: options)
            } catch {
                note(
                    .options,
                    "No exporter can be made with \(options == E.defaultOptions ? "the default" : "these") options: \(error)"
                )
                return false
            }
        }
        return true
    }

    /// Gives options as command lines do.
    private mutating func checkOptionsAsText() {
        do {
            _ = try E.options(from: .text(["no-such-option-of-this-format=1"]))
            note(
                .options,
                "An unknown option is taken without a word; decode each by a key of its own, not from a dictionary.")
        } catch let error as ExportOptionsError where error.code == .unknownOption {
        } catch {
            note(.options, "An unknown option is refused for another reason, so that its name is not told: \(error)")
        }
        for option in E.availableOptions {
            guard let value = option.defaultValue else { continue }
            let given = "\(option.name)=\(value)"
            guard let read = try? E.options(from: .text([given])), read == E.defaultOptions else {
                note(.options, "“\(given)” does not give the default options, although that is the option’s default.")
                continue
            }
        }
    }

    private func isOneLine(_ text: String) -> Bool {
        text.contains { !$0.isWhitespace } && !text.contains(where: \.isNewline)
    }

    /// Whether a text is a type and a subtype by RFC 6838, section 4.2.
    private func isMediaType(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                guard let first = part.utf8.first, part.utf8.count <= 127 else { return false }
                return isAlphanumeric(first)
                    && part.utf8.allSatisfy { isAlphanumeric($0) || "!#$&-^_.+".utf8.contains($0) }
            }
    }

    private func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
