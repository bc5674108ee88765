// What users import. Each module can be built beside the others; nobody outside has to know which type lives where.
@_exported public import ByteSinks
@_exported public import OfficialStatistics
@_exported public import ReportAnalysis
@_exported public import ReportDisclosure
@_exported public import ReportModel
@_exported public import ReportPublishing
@_exported public import ReportValidation
@_exported public import ReportVocabulary
@_exported public import SmallNumbers
@_exported public import WorkingCopies
