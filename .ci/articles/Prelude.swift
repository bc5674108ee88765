// What the code of articles and comments takes for granted, for .ci/check-articles. Nothing of it ever runs.
import FamilyServicesImport
import FamilyServicesKit
import PublishedStatistics

var pack: ReportPack { fatalError() }
var publication: Publication { fatalError() }
var exporters: ExporterRegistry { fatalError() }
var bytes: [UInt8] { fatalError() }
var compressed: [UInt8] { fatalError() }
var manifest: [UInt8] { fatalError() }
var measures: [UInt8] { fatalError() }
var figures: [UInt8] { fatalError() }
var sheets: [ReadSheet] { fatalError() }
var copies: [(name: String, copy: WorkingCopy)] { fatalError() }
nonisolated(unsafe) var options = PublicationOptions()
nonisolated(unsafe) var sink = MemorySink()
nonisolated(unsafe) var sum = 0.0

/// Bytes that come in pieces, and something that reads them.
var source: Pieces { fatalError() }
var parser: Pieces { fatalError() }

struct Pieces {
    func next() throws -> [UInt8]? { nil }
    func parse(_ bytes: RawSpan) throws {}
}
