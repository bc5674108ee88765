package import ReportVocabulary

/// A record whose fields are catalogued.
///
/// Each field of each record is listed once, in `RecordFields+….swift`, with the key that the files of a pack give it and what it
/// holds. Whatever goes through the records of a pack walks that list: the search for text that leads to people, the check of
/// references, the taking out of names whose records are withheld. A new field is listed there and nowhere else.
package protocol CataloguedRecord: Sendable {
    /// The fields, in the order in which problems with them are reported.
    static var fields: [PackField<Self>] { get }
}

/// A field of a record: its key in the files of a pack, and how to read and write what it holds.
package struct PackField<Record>: Sendable {
    /// The key, as the files of a pack have it.
    package let key: String
    /// The field in words, such as “the title”; empty for the text that a part of a record mainly is, and with a blank at the
    /// end where another word than “of” joins it to that part.
    package let words: String
    /// What it holds.
    package let content: Content

    /// What fields hold.
    package enum Content: Sendable {
        /// A text that people wrote and that is published.
        case text(any WritableKeyPath<Record, String> & Sendable)
        /// A text that there may be.
        case optionalText(any WritableKeyPath<Record, String?> & Sendable)
        /// Several texts of one sort.
        case texts(any WritableKeyPath<Record, [String]> & Sendable)
        /// A text that is part of a value and is only read here, such as the text of a printed figure.
        case shownText(any KeyPath<Record, String?> & Sendable)
        /// Identifiers of other records.
        case names(NameField<Record>)
        /// References to actions, outcomes and themes of plans.
        case planReferences(any WritableKeyPath<Record, [PlanReference]> & Sendable)
        /// A reference to a plan that there may be.
        case planReference(any WritableKeyPath<Record, PlanReference?> & Sendable)
        /// Where the record is printed.
        case source(any WritableKeyPath<Record, SourceReference?> & Sendable)
        /// All the places where it is printed.
        case sources(any WritableKeyPath<Record, [SourceReference]> & Sendable)
        /// Who may see it.
        case access(any WritableKeyPath<Record, Access> & Sendable)
        /// Records in it, with fields of their own.
        case records(RecordsField<Record>)
    }

    /// Which kinds of thing are in it.
    package var sorts: FieldSorts {
        switch content {
        case .text, .optionalText, .texts, .shownText: .texts
        case .names, .planReferences, .planReference: .names
        case .source, .sources, .access: [.texts, .names]
        case .records: [.texts, .names, .records]
        }
    }
}

/// What a walk looks for.
package struct FieldSorts: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Texts that people wrote.
    package static let texts = FieldSorts(rawValue: 1)
    /// Names of other records, references to plans, sources and agreements.
    package static let names = FieldSorts(rawValue: 2)
    /// Records with names of their own.
    package static let records = FieldSorts(rawValue: 4)
}

/// Where a field is: its record, and the parts of the record that it is in.
package struct FieldPlace: Sendable {
    /// The record; `nil` in what is no record of its own, such as the audit programme.
    package var subject: RecordReference?
    /// The parts of the record, the outermost first.
    package var parts: [Part] = []
    /// The plan that the record is part of, within which themes and references are unique.
    package var plan: ImprovementPlan.ID?
    /// The breakdown that the record is part of, within which categories are unique.
    package var breakdown: Breakdown.ID?

    /// A part of a record, such as the second milestone of an action.
    package struct Part: Sendable {
        package let key: String
        /// Its position in the list, from 0; `nil` for the only one.
        package let position: Int?
        /// The part in words, such as “milestone”.
        package let noun: String
    }

    package init(_ subject: RecordReference? = nil) { self.subject = subject }

    /// A field here, as the files of a pack name it.
    package func path(to key: String) -> FieldPath {
        FieldPath(parts.map { .init($0.key, item: $0.position.map { $0 + 1 }) } + [.init(key)])
    }

    /// A text here in words, such as “the title of section 2”.
    package func words(for words: String) -> String {
        var result = words
        for part in parts.reversed() {
            let name = part.noun + (part.position.map { " \($0 + 1)" } ?? "")
            // Words that end in a blank say themselves how they go on: “the note on ”.
            result = result.isEmpty ? name : result + (result.last == " " ? "" : " of ") + name
        }
        return result
    }
}

/// Goes through the fields of records and changes nothing.
///
/// A class, so that what it collects is not copied with each step.
package protocol FieldVisitor: AnyObject {
    /// What it looks for; other fields are passed over.
    var sorts: FieldSorts { get }
    func visit<Record: CataloguedRecord>(_ field: PackField<Record>, of record: Record, at place: FieldPlace)
    /// Comes to a record that has a name which people gave it: an identifier, or the number of a line.
    func found(_ name: RecordReference)
    /// Whether a figure has nothing to be visited for. There may be very many figures, and most are names and numbers alone.
    func passesOver(_ figure: Observation) -> Bool
}

extension FieldVisitor {
    package func found(_ name: RecordReference) {}
    package func passesOver(_ figure: Observation) -> Bool { false }

    /// Visits the fields of a record and of the records in it, in the order of the catalogue.
    package func walk<Record: CataloguedRecord>(_ record: Record, at place: FieldPlace = FieldPlace()) {
        walk(record, Record.fields.filter { !$0.sorts.isDisjoint(with: sorts) }, at: place)
    }

    fileprivate func walk<Record: CataloguedRecord>(
        _ record: Record, _ fields: [PackField<Record>], at place: FieldPlace
    ) {
        for field in fields {
            if case .records(let list) = field.content {
                list.walk(record, place, self)
            } else {
                visit(field, of: record, at: place)
            }
        }
    }
}

/// Goes through the fields of records and may change them.
package protocol FieldChanger: AnyObject {
    var sorts: FieldSorts { get }
    /// Whether records have to be looked at; those that are passed over are not copied.
    func enters(_ key: String) -> Bool
    func change<Record: CataloguedRecord>(_ field: PackField<Record>, of record: inout Record, at place: FieldPlace)
}

extension FieldChanger {
    package func enters(_ key: String) -> Bool { true }

    /// Changes the fields of a record and of the records in it.
    package func walk<Record: CataloguedRecord>(_ record: inout Record, at place: FieldPlace = FieldPlace()) {
        walk(&record, Record.fields.filter { !$0.sorts.isDisjoint(with: sorts) }, at: place)
    }

    fileprivate func walk<Record: CataloguedRecord>(
        _ record: inout Record, _ fields: [PackField<Record>], at place: FieldPlace
    ) {
        for field in fields {
            if case .records(let list) = field.content {
                if enters(field.key) { list.change(&record, place, self) }
            } else {
                change(field, of: &record, at: place)
            }
        }
    }
}

/// Goes through the lists of records in records and takes records out of them.
package protocol RecordFilter: AnyObject {
    /// Whether a record stays.
    ///
    /// - Parameters:
    ///   - record: The record.
    ///   - list: The key of the list that it is in.
    func keeps<Record: CataloguedRecord>(_ record: Record, in list: String) -> Bool
}

extension RecordFilter {
    /// Takes records out of the lists of a record, and out of the lists of what stays.
    package func walk<Record: CataloguedRecord>(_ record: inout Record) {
        for field in Record.fields {
            if case .records(let list) = field.content { list.filter(&record, self) }
        }
    }
}

// MARK: - Records in records

/// A list of records in a record, or a single one.
package struct RecordsField<Record>: Sendable {
    fileprivate let walk: @Sendable (Record, FieldPlace, any FieldVisitor) -> Void
    fileprivate let change: @Sendable (inout Record, FieldPlace, any FieldChanger) -> Void
    fileprivate let filter: @Sendable (inout Record, any RecordFilter) -> Void
}

extension PackField {
    /// Records with names of their own.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - path: Where they are.
    ///   - isNamed: Whether people named them; the others go by their position.
    ///   - name: The name of each, by the record, its position from 0, and the place of the record that they are in.
    package static func records<Part: CataloguedRecord>(
        _ key: String, _ path: any WritableKeyPath<Record, [Part]> & Sendable, isNamed: Bool = true,
        name: @escaping @Sendable (Part, Int, FieldPlace) -> RecordReference
    ) -> PackField {
        // Asked once and not of every record, of which there may be very many.
        let isParent = Part.self == ImprovementPlan.self || Part.self == Breakdown.self
        return list(key, path, isNamed: isNamed) { part, position, place in
            var inner = FieldPlace(name(part, position, place))
            (inner.plan, inner.breakdown) = (place.plan, place.breakdown)
            if isParent {
                inner.plan = (part as? ImprovementPlan)?.id ?? inner.plan
                inner.breakdown = (part as? Breakdown)?.id ?? inner.breakdown
            }
            return inner
        }
    }

    /// Records with identifiers.
    package static func records<Part: CataloguedRecord & Identifiable>(
        _ key: String, _ path: any WritableKeyPath<Record, [Part]> & Sendable, _ kind: RecordReference.Kind
    ) -> PackField where Part.ID == Identifier<Part> {
        records(key, path, name: { part, _, _ in RecordReference(kind, part.id) })
    }

    /// Records without identifiers, which are named by their position in the pack.
    package static func numbered<Part: CataloguedRecord>(
        _ key: String, _ path: any WritableKeyPath<Record, [Part]> & Sendable, _ kind: RecordReference.Kind
    ) -> PackField {
        records(key, path, isNamed: false, name: { _, position, _ in RecordReference(kind, at: position) })
    }

    /// Records without names, which are parts of the record that they are in.
    ///
    /// - Parameter noun: What each is called, such as “milestone”.
    package static func parts<Part: CataloguedRecord>(
        _ key: String, _ path: any WritableKeyPath<Record, [Part]> & Sendable, _ noun: String
    ) -> PackField {
        list(key, path, isNamed: false) { _, position, place in
            var inner = place
            inner.parts.append(.init(key: key, position: position, noun: noun))
            return inner
        }
    }

    /// A record without a name, of which there is one.
    ///
    /// - Parameter noun: What it is called; `nil` where its fields stand beside those of the record that it is in.
    package static func part<Part: CataloguedRecord>(
        _ key: String, _ path: any WritableKeyPath<Record, Part> & Sendable, _ noun: String?,
        subject: RecordReference? = nil
    ) -> PackField {
        @Sendable func inner(_ place: FieldPlace) -> FieldPlace {
            var inner = place
            if let subject { inner.subject = subject }
            if let noun { inner.parts.append(.init(key: key, position: nil, noun: noun)) }
            return inner
        }
        return PackField(
            key: key, words: noun ?? "",
            content: .records(
                RecordsField(
                    walk: { record, place, visitor in visitor.walk(record[keyPath: path], at: inner(place)) },
                    change: { record, place, changer in changer.walk(&record[keyPath: path], at: inner(place)) },
                    filter: { record, filter in filter.walk(&record[keyPath: path]) })))
    }

    /// A record without a name that there may be.
    package static func part<Part: CataloguedRecord>(
        _ key: String, _ path: any WritableKeyPath<Record, Part?> & Sendable, _ noun: String
    ) -> PackField {
        @Sendable func inner(_ place: FieldPlace) -> FieldPlace {
            var inner = place
            inner.parts.append(.init(key: key, position: nil, noun: noun))
            return inner
        }
        return PackField(
            key: key, words: noun,
            content: .records(
                RecordsField(
                    walk: { record, place, visitor in
                        if let part = record[keyPath: path] { visitor.walk(part, at: inner(place)) }
                    },
                    change: { record, place, changer in
                        guard var part = record[keyPath: path] else { return }
                        changer.walk(&part, at: inner(place))
                        record[keyPath: path] = part
                    },
                    filter: { record, filter in
                        guard var part = record[keyPath: path] else { return }
                        let stays = filter.keeps(part, in: key)
                        if stays { filter.walk(&part) }
                        record[keyPath: path] = stays ? part : nil
                    })))
    }

    private static func list<Part: CataloguedRecord>(
        _ key: String, _ path: any WritableKeyPath<Record, [Part]> & Sendable, isNamed: Bool,
        _ inner: @escaping @Sendable (Part, Int, FieldPlace) -> FieldPlace
    ) -> PackField {
        PackField(
            key: key, words: key,
            content: .records(
                RecordsField(
                    walk: { record, place, visitor in
                        // The fields that are wanted are the same for all, of which there may be very many.
                        let fields = Part.fields.filter { !$0.sorts.isDisjoint(with: visitor.sorts) }
                        guard isNamed || !fields.isEmpty else { return }
                        let parts = record[keyPath: path]
                        let figures = parts as? [Observation]
                        for (position, part) in parts.enumerated() {
                            if let figures, visitor.passesOver(figures[position]) { continue }
                            let inside = inner(part, position, place)
                            if isNamed, let name = inside.subject { visitor.found(name) }
                            visitor.walk(part, fields, at: inside)
                        }
                    },
                    change: { record, place, changer in
                        let fields = Part.fields.filter { !$0.sorts.isDisjoint(with: changer.sorts) }
                        for position in record[keyPath: path].indices {
                            let inside = inner(record[keyPath: path][position], position, place)
                            changer.walk(&record[keyPath: path][position], fields, at: inside)
                        }
                    },
                    filter: { record, filter in
                        // A list of which nothing goes stays the same memory as the pack's own.
                        if !record[keyPath: path].allSatisfy({ filter.keeps($0, in: key) }) {
                            record[keyPath: path].removeAll { !filter.keeps($0, in: key) }
                        }
                        guard Part.fields.contains(where: { $0.sorts.contains(.records) }) else { return }
                        for position in record[keyPath: path].indices { filter.walk(&record[keyPath: path][position]) }
                    })))
    }
}
