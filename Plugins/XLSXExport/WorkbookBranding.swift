/// What shows whose workbook it is, besides the colours.
public struct WorkbookBranding: Sendable, Hashable, Codable {
    /// The organisation as the cover and the properties of the document name it, where that is not the publication's name for
    /// it.
    public var organisation: String?
    /// The picture above the title of the cover.
    ///
    /// Screen readers pass over it: it says nothing that is not on the cover in words.
    public var logo: WorkbookLogo?

    /// Makes a branding.
    ///
    /// - Parameters:
    ///   - organisation: The organisation, where the publication's name for it is not to be used.
    ///   - logo: The picture above the title of the cover.
    public init(organisation: String? = nil, logo: WorkbookLogo? = nil) {
        self.organisation = organisation
        self.logo = logo
    }

    /// Checks that the organisation is a name.
    func check() throws(XLSXExportError) {
        guard let organisation else { return }
        guard organisation.contains(where: { !$0.isWhitespace }), organisation.utf16.count <= TextRules.headerLimit
        else {
            throw XLSXExportError(
                .invalidOption,
                "The option branding.organisation is empty or longer than \(TextRules.headerLimit) UTF-16 units; write the "
                    + "organisation's name or leave the option out.")
        }
    }
}
