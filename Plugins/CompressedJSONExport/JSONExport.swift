// Whoever reads or writes compressed JSON needs the document and its errors too.
@_exported public import JSONExport
