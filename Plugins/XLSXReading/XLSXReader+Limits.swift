extension XLSXReader {
    /// How much a reader is willing to read.
    ///
    /// A workbook may come from anywhere, so nothing in it decides how much memory or time is spent: a few kilobytes can be
    /// packed so that they unpack to gigabytes.
    public struct Limits: Sendable, Hashable {
        /// The largest file, in bytes.
        public var fileBytes: Int
        /// The most parts in the file.
        public var parts: Int
        /// The most bytes that the parts which are read may have when unpacked, all together.
        public var unpackedBytes: Int
        /// How many times larger a part of over a megabyte may become when unpacked.
        public var compressionRatio: Int
        /// The most sheets.
        public var sheets: Int
        /// The most cells in all sheets together, with the empty ones before and above those that hold something.
        public var cells: Int
        /// The most texts in the list of texts that cells share.
        public var sharedTexts: Int

        /// The limits unless others are asked for: files of 64 MB that unpack to 512 MB, with 4 million cells.
        public static let `default` = Limits()

        /// Sets limits.
        ///
        /// - Parameters:
        ///   - fileBytes: The largest file, in bytes.
        ///   - parts: The most parts in the file.
        ///   - unpackedBytes: The most bytes that the parts which are read may have when unpacked.
        ///   - compressionRatio: How many times larger a part of over a megabyte may become when unpacked.
        ///   - sheets: The most sheets.
        ///   - cells: The most cells in all sheets together.
        ///   - sharedTexts: The most texts in the list of texts that cells share.
        public init(
            fileBytes: Int = 64_000_000, parts: Int = 10_000, unpackedBytes: Int = 512_000_000,
            compressionRatio: Int = 400, sheets: Int = 1_000, cells: Int = 4_000_000, sharedTexts: Int = 2_000_000
        ) {
            self.fileBytes = fileBytes
            self.parts = parts
            self.unpackedBytes = unpackedBytes
            self.compressionRatio = compressionRatio
            self.sheets = sheets
            self.cells = cells
            self.sharedTexts = sharedTexts
        }
    }
}
