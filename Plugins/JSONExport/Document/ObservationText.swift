import FamilyServicesKit

/// Writes observations by hand, to the byte as their own encoding does: they are nearly all of a great document.
struct ObservationText {
    /// A number that JSON cannot hold.
    struct NotFinite: Error {
        let number: Double
        /// Where it is in the observation.
        let path: [String]
    }

    private var indicators = FragmentCache<Indicator.ID>()
    private var periods = FragmentCache<ReportingPeriod>()
    private var areas = FragmentCache<Area.ID>()

    mutating func append(_ observation: Observation, to text: inout JSONText) throws(NotFinite) {
        text.append(#"{"indicator":"#)
        text.append(indicators.fragment(for: observation.indicator) { $1.append(quoted: $0.text) })
        text.append(#","period":"#)
        text.append(periods.fragment(for: observation.period) { $1.append(quoted: $0.code) })
        text.append(#","area":"#)
        text.append(areas.fragment(for: observation.area) { $1.append(quoted: $0.text) })
        text.append(#","category":"#)
        text.append(quotedOrNull: observation.category?.text)
        try append(observation.value, to: &text)
        text.append(#","qualifier":"#)
        text.append(quoted: observation.qualifier.rawValue)
        text.append(#","printed":"#)
        if let printed = observation.printed { try append(printed, to: &text) } else { text.append("null") }
        text.append(#","periodBasis":"#)
        text.append(quoted: observation.periodBasis.rawValue)
        text.append(#","source":"#)
        if let source = observation.source { append(source, to: &text) } else { text.append("null") }
        text.append(#","note":"#)
        text.append(quotedOrNull: observation.note)
        append(observation.access, to: &text)
        text.append(#","roundedTo":"#)
        if let base = observation.roundedTo { text.append(base) } else { text.append("null") }
        text.append("}")
    }

    private func append(_ value: ObservedValue, to text: inout JSONText) throws(NotFinite) {
        var (numerator, denominator, number, base): (Double?, Double?, Double?, Double?)
        switch value {
        case .fraction(let part, let whole): (numerator, denominator) = (part, whole)
        case .value(let value, let outOf): (number, base) = (value, outOf)
        case .missing: break
        }
        text.append(#","value":{"numerator":"#)
        try append(numerator, at: ["value", "numerator"], to: &text)
        text.append(#","denominator":"#)
        try append(denominator, at: ["value", "denominator"], to: &text)
        text.append(#","value":"#)
        try append(number, at: ["value", "value"], to: &text)
        text.append(#","outOf":"#)
        try append(base, at: ["value", "outOf"], to: &text)
        text.append(#","missing":"#)
        if case .missing(let reason) = value { text.append(quoted: reason.rawValue) } else { text.append("null") }
        text.append("}")
    }

    private func append(_ printed: PrintedFigure, to text: inout JSONText) throws(NotFinite) {
        text.append(#"{"text":"#)
        text.append(quoted: printed.text)
        text.append(#","value":"#)
        try append(printed.value, at: ["printed", "value"], to: &text)
        text.append("}")
    }

    private func append(_ source: SourceReference, to text: inout JSONText) {
        text.append(#"{"document":"#)
        text.append(quoted: source.document.text)
        text.append(#","place":"#)
        text.append(quotedOrNull: source.place)
        text.append("}")
    }

    private func append(_ access: Access, to text: inout JSONText) {
        guard !access.isUnrestricted || access.publicInterestReason != nil else {
            return text.append(#","access":{"exemptParagraphs":[],"publicInterestReason":null,"agreements":[]}"#)
        }
        text.append(#","access":{"exemptParagraphs":"#)
        append(access.exemptParagraphs.sorted(), to: &text) { $1.append($0.rawValue) }
        text.append(#","publicInterestReason":"#)
        text.append(quotedOrNull: access.publicInterestReason)
        text.append(#","agreements":"#)
        append(access.agreements.sorted(), to: &text) { $1.append(quoted: $0.text) }
        text.append("}")
    }

    private func append<Element>(
        _ elements: [Element], to text: inout JSONText, _ body: (Element, inout JSONText) -> Void
    ) {
        text.append("[")
        for (index, element) in elements.enumerated() {
            if index > 0 { text.append(",") }
            body(element, &text)
        }
        text.append("]")
    }

    private func append(_ number: Double?, at path: [String], to text: inout JSONText) throws(NotFinite) {
        guard let number else { return text.append("null") }
        guard number.isFinite else { throw NotFinite(number: number, path: path) }
        text.append(number, hasPoint: false)
    }
}
