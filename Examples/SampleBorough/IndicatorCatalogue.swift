import FamilyServicesKit

/// The measures of the borough.
enum IndicatorCatalogue {
    /// All of them, in the order of the dashboard.
    static let all: [IndicatorDefinition] =
        CatalogueFrontDoor.earlyHelp + CatalogueFrontDoor.frontDoor + CatalogueNeed.all + CatalogueProtection.all
        + CatalogueCare.all + CatalogueLeavers.all + CatalogueWorkforce.all + CatalogueQuality.all

    /// A measure of a pack of any size: after the catalogue's own come copies for cohorts.
    ///
    /// - Parameters:
    ///   - index: The position from 0.
    ///   - model: The borough.
    static func series(_ index: Int, model: BoroughModel) -> Series {
        let (copy, position) = index.quotientAndRemainder(dividingBy: all.count)
        return Series(definition: all[position], model: model, copy: copy)
    }
}

extension Series {
    /// The identifier, which a copy extends.
    var id: String { copy == 0 ? definition.id : "\(definition.id)-cohort-\(copy + 1)" }

    /// The part to which a copy is limited.
    var part: String { copy == 0 ? "" : "Cohort \(copy + 1)" }

    /// How the figures are split.
    ///
    /// A copy is always split by team where its figure can be.
    var split: Split? { copy == 0 ? definition.split : .team }

    /// Whether the figures are split by locality.
    var isByLocality: Bool { copy > 0 || definition.byLocality }
}
