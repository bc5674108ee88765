package import ReportVocabulary

/// Looks at names of other records.
package protocol NameVisitor: AnyObject {
    /// - Parameters:
    ///   - name: The name.
    ///   - table: The records that it can be the name of.
    func visit<Target>(_ name: Identifier<Target>, in table: RecordTable<Target>)
}

/// The names of other records in a field.
package struct NameField<Record>: Sendable {
    fileprivate let visit: @Sendable (Record, PackIndex, FieldPlace, any NameVisitor) -> Void
    fileprivate let prune: @Sendable (inout Record, PackIndex, FieldPlace) -> Void

    /// Shows each name with the records that it can be the name of.
    package func walk(_ record: Record, _ index: PackIndex, _ place: FieldPlace, _ visitor: any NameVisitor) {
        visit(record, index, place, visitor)
    }

    /// Takes out the names of records that the index does not have.
    ///
    /// A name that a record cannot be without stays: the record goes with what it names.
    package func pruned(_ record: inout Record, _ index: PackIndex, _ place: FieldPlace) {
        prune(&record, index, place)
    }
}

extension PackField {
    /// Names of other records.
    package static func names<Target>(
        _ key: String, _ path: any WritableKeyPath<Record, [Identifier<Target>]> & Sendable,
        of table: @escaping @Sendable (PackIndex) -> RecordTable<Target>
    ) -> PackField {
        PackField(
            key: key, words: key,
            content: .names(
                NameField(
                    visit: { record, index, _, visitor in
                        let names = record[keyPath: path]
                        guard !names.isEmpty else { return }
                        let table = table(index)
                        for name in names { visitor.visit(name, in: table) }
                    },
                    prune: { record, index, _ in
                        let table = table(index)
                        guard record[keyPath: path].contains(where: { !table.contains($0) }) else { return }
                        record[keyPath: path].removeAll { !table.contains($0) }
                    })))
    }

    /// The name of another record, which there may be.
    package static func name<Target>(
        _ key: String, _ path: any WritableKeyPath<Record, Identifier<Target>?> & Sendable,
        of table: @escaping @Sendable (PackIndex) -> RecordTable<Target>
    ) -> PackField {
        name(key, path, within: { index, _, _ in table(index) })
    }

    /// The name of another record that is unique within the parent of this one.
    package static func name<Target>(
        _ key: String, _ path: any WritableKeyPath<Record, Identifier<Target>?> & Sendable,
        within table: @escaping @Sendable (PackIndex, Record, FieldPlace) -> RecordTable<Target>?
    ) -> PackField {
        PackField(
            key: key, words: key,
            content: .names(
                NameField(
                    visit: { record, index, place, visitor in
                        guard let name = record[keyPath: path], let table = table(index, record, place) else { return }
                        visitor.visit(name, in: table)
                    },
                    prune: { record, index, place in
                        guard let name = record[keyPath: path], let table = table(index, record, place),
                            !table.contains(name)
                        else { return }
                        record[keyPath: path] = nil
                    })))
    }

    /// The name of another record that the record cannot be without.
    package static func neededName<Target>(
        _ key: String, _ path: any WritableKeyPath<Record, Identifier<Target>> & Sendable,
        of table: @escaping @Sendable (PackIndex) -> RecordTable<Target>
    ) -> PackField {
        PackField(
            key: key, words: key,
            content: .names(
                NameField(
                    visit: { record, index, _, visitor in visitor.visit(record[keyPath: path], in: table(index)) },
                    prune: { _, _, _ in })))
    }
}

// MARK: - Texts, references to plans, sources and access

extension PackField {
    package static func text(
        _ key: String, _ path: any WritableKeyPath<Record, String> & Sendable, _ words: String
    ) -> PackField { PackField(key: key, words: words, content: .text(path)) }

    package static func optionalText(
        _ key: String, _ path: any WritableKeyPath<Record, String?> & Sendable, _ words: String
    ) -> PackField { PackField(key: key, words: words, content: .optionalText(path)) }

    /// - Parameter noun: What each text is called, such as “step”.
    package static func texts(
        _ key: String, _ path: any WritableKeyPath<Record, [String]> & Sendable, _ noun: String
    ) -> PackField { PackField(key: key, words: noun, content: .texts(path)) }

    package static func shownText(
        _ key: String, _ path: any KeyPath<Record, String?> & Sendable, _ words: String
    ) -> PackField { PackField(key: key, words: words, content: .shownText(path)) }

    package static func planReferences(
        _ key: String, _ path: any WritableKeyPath<Record, [PlanReference]> & Sendable
    ) -> PackField { PackField(key: key, words: key, content: .planReferences(path)) }

    package static func planReference(
        _ key: String, _ path: any WritableKeyPath<Record, PlanReference?> & Sendable
    ) -> PackField { PackField(key: key, words: key, content: .planReference(path)) }

    package static func source(_ path: any WritableKeyPath<Record, SourceReference?> & Sendable) -> PackField {
        PackField(key: "source", words: "the place in the source", content: .source(path))
    }

    package static func sources(_ path: any WritableKeyPath<Record, [SourceReference]> & Sendable) -> PackField {
        PackField(key: "source", words: "the place in the source", content: .sources(path))
    }

    package static func access(_ path: any WritableKeyPath<Record, Access> & Sendable) -> PackField {
        PackField(key: "access", words: "the reason for the exemption", content: .access(path))
    }
}
