import ReportModel
import ReportVocabulary

/// The areas of a pack: the council, what it is compared with, and whom the comparison is made of.
struct PackAreas {
    private(set) var list: [Area]
    /// The identifiers of the areas whose figures are wanted.
    let wanted: Set<Area.ID>
    /// The title of the comparator under the model that the report uses.
    private(set) var neighbourTitle: String?

    init(council: LocalAuthority, models: [NeighbourModel], date: CalendarDate, statistic: NeighbourSummary.Statistic) {
        var list = [council.area(on: date)]
        var seen: Set<Area.ID> = [council.id]
        for (number, model) in models.enumerated() {
            let members = (model.neighbours[council.id] ?? []).map(\.area)
            guard !members.isEmpty else { continue }
            let title = model.title + (statistic == .mean ? ", mean" : "")
            list.append(
                Area(
                    id: number == 0 ? Area.statisticalNeighbours.id : Self.id(of: model), title: title,
                    kind: .statisticalNeighbours, members: members))
            if number == 0 { neighbourTitle = title }
        }
        for region in [council.region, council.region.whole] where seen.insert(region.area.id).inserted {
            list.append(region.area)
        }
        list.append(.england)
        for model in models {
            for member in model.neighbours[council.id] ?? [] where seen.insert(member.area).inserted {
                if let authority = LocalAuthority.with(id: member.area) { list.append(authority.area(on: date)) }
            }
        }
        self.list = list
        wanted = Set(list.map(\.id))
    }

    static func id(of model: NeighbourModel) -> Area.ID {
        Area.ID(stringLiteral: "\(Area.statisticalNeighbours.id)-\(model.year)")
    }

    /// Leaves out areas other than councils for which there is nothing.
    mutating func keepOnly(_ used: Set<Area.ID>) {
        list = list.filter { used.contains($0.id) || !$0.members.isEmpty || $0.kind == .localAuthority }
    }
}
