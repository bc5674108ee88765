import CXLSXWriter

/// What the error codes of libxlsxwriter mean.
enum LibraryError {
    static func error(_ code: lxw_error, sheet: String? = nil, cell: String? = nil) -> XLSXExportError {
        let (kind, message) = meaning(code)
        return XLSXExportError(kind, message, sheet: sheet, cell: cell)
    }

    private static func meaning(_ code: lxw_error) -> (XLSXExportError.Code, String) {
        switch code {
        case LXW_ERROR_MEMORY_MALLOC_FAILED:
            return (.outOfMemory, "Memory ran out while the workbook was written.")
        case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE:
            return (
                .temporaryFile, "A temporary file could not be made; set TMPDIR to a directory that may be written."
            )
        case LXW_ERROR_READING_TMPFILE:
            return (.temporaryFile, "A temporary file could not be read; check the disk that TMPDIR is on.")
        case LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_INTERNAL_ERROR, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
            return (
                .temporaryFile,
                "The workbook could not be written to the temporary directory; free some space on the disk "
                    + "that TMPDIR is on."
            )
        case LXW_ERROR_ZIP_BAD_ZIP_FILE:
            return (.workbookTooLarge, "A part of the workbook is over 4 GiB; split the publication.")
        case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE:
            return (.tooManyRows, "The cell is outside the sheet; split the table.")
        case LXW_ERROR_WORKSHEET_MAX_NUMBER_URLS_EXCEEDED:
            return (.tooManyLinks, "The sheet has too many links; leave some out.")
        case LXW_ERROR_WORKSHEET_MAX_URL_LENGTH_EXCEEDED:
            return (.textTooLong, "A link is longer than Excel allows; shorten it.")
        case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED, LXW_ERROR_255_STRING_LENGTH_EXCEEDED,
            LXW_ERROR_128_STRING_LENGTH_EXCEEDED, LXW_ERROR_32_STRING_LENGTH_EXCEEDED:
            return (.textTooLong, "A text is longer than Excel allows; shorten it.")
        case LXW_ERROR_SHEETNAME_LENGTH_EXCEEDED, LXW_ERROR_INVALID_SHEETNAME_CHARACTER,
            LXW_ERROR_SHEETNAME_START_END_APOSTROPHE:
            return (.invalidSheetName, "Excel does not allow the name of the sheet; change the section's short title.")
        case LXW_ERROR_SHEETNAME_ALREADY_USED:
            return (.duplicateSheetName, "Two sheets have the same name; change one of the short titles.")
        default:
            return (.library, "libxlsxwriter \(detail(code)), which a checked plan should never cause.")
        }
    }

    /// What the library complains about where the fault is this exporter's.
    private static func detail(_ code: lxw_error) -> String {
        switch code {
        case LXW_ERROR_ZIP_PARAMETER_ERROR: "gave its ZIP writer a wrong value"
        case LXW_ERROR_FEATURE_NOT_SUPPORTED: "does not know a feature that was asked for"
        case LXW_ERROR_NULL_PARAMETER_IGNORED: "was given nothing where it needs a value"
        case LXW_ERROR_PARAMETER_VALIDATION: "refused a value"
        case LXW_ERROR_SHARED_STRING_INDEX_NOT_FOUND: "lost a text of the workbook"
        case LXW_ERROR_IMAGE_DIMENSIONS: "could not read the size of an image"
        default: "reports error \(code.rawValue)"
        }
    }
}
