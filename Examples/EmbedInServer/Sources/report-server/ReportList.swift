import FamilyServicesKit
import Foundation

/// The reports that are served, in the order in which they are shown.
///
/// What is not listed is not there.
///
/// ```json
/// [{"name": "quarter-3", "title": "Quarter 3", "folder": "Packs/quarter-3", "audiences": ["public", "members"]}]
/// ```
struct ReportList: Sendable {
    struct Item: Sendable, Decodable {
        /// The name in addresses.
        let name: String
        /// The name for people, which everybody may see who may see a version.
        let title: String
        /// The path of the pack, from the folder of the list.
        var folder: String
        /// Whom there is a version for.
        let audiences: Set<Audience>
    }

    let items: [Item]
    private let byName: [String: Item]

    /// - Throws: ``SettingsError`` where a name is not fit for an address, or is there twice.
    init(_ items: [Item]) throws(SettingsError) {
        var byName: [String: Item] = [:]
        for item in items {
            guard Self.isName(item.name) else {
                throw SettingsError(
                    "“\(item.name)” is not a name for a report; use up to 100 letters from a to z, digits, “-” and “_”."
                )
            }
            guard byName.updateValue(item, forKey: item.name) == nil else {
                throw SettingsError("The report “\(item.name)” is listed twice.")
            }
        }
        self.items = items
        self.byName = byName
    }

    init(contentsOf file: URL) throws {
        var items = try decode([Item].self, from: file)
        for index in items.indices {
            items[index].folder = URL(filePath: items[index].folder, relativeTo: file.deletingLastPathComponent()).path
        }
        try self.init(items)
    }

    /// The report with a name, as a client wrote it: it is looked up and never becomes a path.
    ///
    /// - Throws: ``ReportServiceError``, the same where there is no such report and where there is none for the audience.
    func item(named name: String, for audience: Audience) throws(ReportServiceError) -> Item {
        guard let item = byName[name], item.audiences.contains(audience) else {
            throw ReportServiceError(.unknownReport, "There is no such report.")
        }
        return item
    }

    private static let letters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_".utf8)

    private static func isName(_ text: String) -> Bool {
        (1...100).contains(text.utf8.count) && text.utf8.allSatisfy(letters.contains)
    }
}
