/// A licence as a pack states it.
struct Licence {
    /// The identifier of SPDX or another short name; `nil` where only an address or words are known.
    let name: String?
    let title: String
    let address: String?

    /// - Parameter text: An identifier of SPDX, an address, or words.
    init(_ text: String) {
        let words = text.filter { !$0.isWhitespace }.lowercased()
        if let known = Self.known.first(where: { $0.name?.lowercased() == words }) {
            self = known
        } else if words.hasPrefix("https://") || words.hasPrefix("http://") {
            self = Licence(name: nil, title: text, address: text)
        } else {
            self = Licence(name: nil, title: text, address: nil)
        }
    }

    private init(name: String?, title: String, address: String?) {
        (self.name, self.title, self.address) = (name, title, address)
    }

    private static let known = [
        Licence(
            name: "OGL-UK-3.0", title: "Open Government Licence v3.0",
            address: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"),
        Licence(
            name: "CC-BY-4.0", title: "Creative Commons Attribution 4.0 International",
            address: "https://creativecommons.org/licenses/by/4.0/"),
        Licence(
            name: "CC0-1.0", title: "Creative Commons Zero 1.0 Universal",
            address: "https://creativecommons.org/publicdomain/zero/1.0/"),
        Licence(
            name: "ODC-By-1.0", title: "Open Data Commons Attribution License 1.0",
            address: "https://opendatacommons.org/licenses/by/1-0/"),
    ]
}
