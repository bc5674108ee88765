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
        if let category = observation.category {
            text.append(#","category":"#)
            text.append(quoted: category.text)
        }
        try append(observation.value, to: &text)
        text.append(#","qualifier":"#)
        text.append(quoted: observation.qualifier.rawValue)
        if let printed = observation.printed { try append(printed, to: &text) }
        text.append(#","periodBasis":"#)
        text.append(quoted: observation.periodBasis.rawValue)
        if let source = observation.source { append(source, to: &text) }
        if let note = observation.note {
            text.append(#","note":"#)
            text.append(quoted: note)
        }
        append(observation.access, to: &text)
        if let base = observation.roundedTo {
            text.append(#","roundedTo":"#)
            text.append(base)
        }
        text.append("}")
    }

    private func append(_ value: ObservedValue, to text: inout JSONText) throws(NotFinite) {
        text.append(#","value":{"#)
        switch value {
        case .fraction(let numerator, let denominator):
            text.append(#""numerator":"#)
            try append(numerator, at: ["value", "numerator"], to: &text)
            text.append(#","denominator":"#)
            try append(denominator, at: ["value", "denominator"], to: &text)
        case .value(let value, let base):
            text.append(#""value":"#)
            try append(value, at: ["value", "value"], to: &text)
            if let base {
                text.append(#","outOf":"#)
                try append(base, at: ["value", "outOf"], to: &text)
            }
        case .missing(let reason):
            text.append(#""missing":"#)
            text.append(quoted: reason.rawValue)
        }
        text.append("}")
    }

    private func append(_ printed: PrintedFigure, to text: inout JSONText) throws(NotFinite) {
        text.append(#","printed":{"text":"#)
        text.append(quoted: printed.text)
        if let value = printed.value {
            text.append(#","value":"#)
            try append(value, at: ["printed", "value"], to: &text)
        }
        text.append("}")
    }

    private func append(_ source: SourceReference, to text: inout JSONText) {
        text.append(#","source":{"document":"#)
        text.append(quoted: source.document.text)
        if let place = source.place {
            text.append(#","place":"#)
            text.append(quoted: place)
        }
        text.append("}")
    }

    private func append(_ access: Access, to text: inout JSONText) {
        text.append(#","access":{"#)
        var separator: StaticString = ""
        if !access.exemptParagraphs.isEmpty {
            text.append(#""exemptParagraphs":"#)
            append(access.exemptParagraphs.sorted(), to: &text) { $1.append($0.rawValue) }
            separator = ","
        }
        if let reason = access.publicInterestReason {
            text.append(separator)
            text.append(#""publicInterestReason":"#)
            text.append(quoted: reason)
            separator = ","
        }
        if !access.agreements.isEmpty {
            text.append(separator)
            text.append(#""agreements":"#)
            append(access.agreements.sorted(), to: &text) { $1.append(quoted: $0.text) }
        }
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

    private func append(_ number: Double, at path: [String], to text: inout JSONText) throws(NotFinite) {
        guard number.isFinite else { throw NotFinite(number: number, path: path) }
        text.append(number, hasPoint: false)
    }
}
