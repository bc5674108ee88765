// What the code of articles takes for granted, for .ci/check-articles. Nothing of it ever runs.
import FamilyServicesImport
import FamilyServicesKit

var pack: ReportPack { fatalError() }
var publication: Publication { fatalError() }
var bytes: [UInt8] { fatalError() }
