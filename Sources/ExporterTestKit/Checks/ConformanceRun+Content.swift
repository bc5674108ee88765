import FamilyServicesKit

extension ConformanceRun {
    /// Looks for everything that an exporter can lose.
    mutating func checkContent() {
        guard !isHopeless else { return }
        let isRepeatable = writesTheSameAgain()
        if claims(.records) {
            checkInventory(Inventory.records, isRepeatable)
        } else {
            checkInventory(Inventory.sections, isRepeatable)
        }
        checkLongDocument()
        if isRepeatable {
            checkLookalikes()
            checkPairs()
        } else if !claims(.text) {
            remark("The file is different each time, so that publications that differ in one thing were not compared.")
        }
    }

    /// Whether two exports of one publication give the same bytes here, so that a difference means something.
    private func writesTheSameAgain() -> Bool {
        guard !trapped.contains(corpus.small.name), let first = bytes(corpus.small.publication) else { return false }
        return first == bytes(corpus.small.publication)
    }

    // MARK: Every word

    private mutating func checkInventory(
        _ make: (Int?) throws -> Inventory, _ isRepeatable: Bool
    ) {
        guard let inventory = try? make(nil) else { return }
        guard let trial = trial(inventory.publication), trial.error == nil else {
            note(.export, in: "the inventory", "The export failed, although the publication keeps the contract.")
            return
        }
        let bytes = trial.sink.bytes
        let layers = FileLayers(bytes, parts: (try? conformance.unpack?(bytes)) ?? [], .unpacked).layers
        checkClock(layers)
        var found = inventory.found(in: layers)
        let isReadable = found.count * 4 > inventory.slots.count || claims(.text)
        if !isReadable {
            guard isRepeatable else {
                remark(
                    "No word of the publication was found in the file, and no reader was given, so that nothing was compared; give "
                        + "the run a reader, or take files apart with unpack.")
                return
            }
            found = held(inventory, make, bytes)
        }
        noteLost(inventory, found, isReadable)
        if claims(.text), !claims(.records) { checkOrder(inventory, found, bytes) }
        if !isReadable, conformance.readBack == nil, !claims(.records) {
            remark(
                "No reader was given and the words of the publication are not in the file as words, so that no cell was compared; "
                    + "what was looked at is whether a difference makes a difference.")
        }
    }

    /// Which places make a difference to a file whose words cannot be read: the first, a middle and the last of each kind.
    private func held(_ inventory: Inventory, _ make: (Int?) throws -> Inventory, _ bytes: [UInt8]) -> Set<Int> {
        var found = Set(inventory.slots.indices)
        let kinds = Dictionary(grouping: inventory.slots.indices) { inventory.slots[$0].kind }
        for slots in kinds.values {
            for slot in Set([slots[0], slots[slots.count / 2], slots[slots.count - 1]]) {
                guard let changed = try? make(slot), let other = self.bytes(changed.publication) else { continue }
                if other == bytes { found.remove(slot) }
            }
        }
        return found
    }

    private mutating func noteLost(_ inventory: Inventory, _ found: Set<Int>, _ isReadable: Bool) {
        let kinds = Dictionary(grouping: inventory.slots.indices) { inventory.slots[$0].kind }
        let hasProse =
            claims(.prose)
            || kinds.contains { kind, slots in kind.isSentence && slots.contains { found.contains($0) } }
        for kind in Inventory.Kind.allCases {
            guard let slots = kinds[kind] else { continue }
            switch kind {
            case .record where !claims(.everyRecord): continue
            case _ where kind.isProse && !hasProse: continue
            // Titles of sections and tables are a matter of the format where it has no room for sentences.
            case .sectionTitle where !claims(.prose), .tableTitle where !claims(.prose),
                .chartTitle where !claims(.prose):
                continue
            default: break
            }
            let lost = slots.filter { !found.contains($0) }
            guard let first = lost.first else { continue }
            let count = isReadable ? "\(lost.count) of \(slots.count)" : "at least one of \(slots.count)"
            var advice = "write them all."
            if kind.isProse, !claims(.prose) {
                advice = "the format has room for sentences, so write them all, and claim prose."
            }
            note(
                .content,
                "What is lost: \(kind.rawValue), \(count) in a publication with some of everything, the first in "
                    + "\(inventory.slots[first].place); \(advice)")
        }
    }

    /// Whether what is read comes in the order of the publication.
    private mutating func checkOrder(_ inventory: Inventory, _ found: Set<Int>, _ bytes: [UInt8]) {
        for kinds: Set<Inventory.Kind> in [[.cell], [.paragraph, .item, .fact]] {
            let slots = inventory.slots.indices.filter {
                kinds.contains(inventory.slots[$0].kind) && found.contains($0)
            }
            let order = inventory.order(of: slots, in: bytes)
            guard let pair = zip(order, order.dropFirst()).first(where: { $0 > $1 }) else { continue }
            note(
                .content,
                "The order differs: \(inventory.slots[pair.1].place) comes after \(inventory.slots[pair.0].place); keep the "
                    + "order of the publication.")
        }
    }

    /// Looks for rows of a long table, or figures of a large pack, that are not there.
    private mutating func checkLongDocument() {
        guard claims(.text) || conformance.unpack != nil, let trial = reference(corpus.long), trial.error == nil
        else { return }
        let words = Corpus.rowWords(conformance.longRows)
        let search = WordSearch(words.map { Array($0.word.utf8) }, width: 7)
        var found: Set<Int> = []
        let parts = claims(.text) ? [trial.sink.bytes] : (try? conformance.unpack?(trial.sink.bytes)) ?? []
        for part in parts { for place in search.places(in: part) { found.insert(place.word) } }
        guard let first = words.indices.first(where: { !found.contains($0) }) else { return }
        let rows = claims(.records) ? "observations" : "rows"
        note(
            .content, in: corpus.long.name,
            "Of \(words.count) \(rows) that were looked for, \(words.count - found.count) are not there, the first of them number "
                + "\(words[first].row) of \(conformance.longRows); write them all.")
    }

    // MARK: The clock

    private mutating func checkClock(_ layers: [[UInt8]]) {
        guard claims(.deterministic), let trace = ClockTraces().trace(in: layers) else { return }
        note(
            .determinism,
            "The day of the clock is in a file of a report of 9 March 1987: \(trace); write the day of the context or of the "
                + "publication, as dayOfCreation(of:) has it.")
    }

    // MARK: Differences

    /// Exports publications that differ in one cell or one record from each other.
    private mutating func checkLookalikes() {
        guard let documents = try? claims(.records) ? Corpus.recordLookalikes() : Corpus.lookalikes() else { return }
        var files: [[UInt8]: String] = [:]
        for document in documents {
            guard let bytes = bytes(document.publication) else {
                note(.export, in: document.name, "The export failed, although the publication keeps the contract.")
                continue
            }
            if let other = files[bytes] {
                note(.distinction, in: document.name, "The file is the same as that of the document “\(other)”.")
            } else {
                files[bytes] = document.name
            }
        }
    }

    /// Exports publications that differ in one thing.
    private mutating func checkPairs() {
        guard let pairs = try? claims(.records) ? Corpus.recordPairs() : Corpus.pairs() else { return }
        var last: (publication: Publication, bytes: [UInt8]?)?
        for pair in pairs {
            switch pair.need {
            case .all: break
            case .prose: if !claims(.prose) { continue }
            case .links: if !claims(.links) { continue }
            case .everyRecord: if !claims(.everyRecord) { continue }
            }
            // The first publication of many pairs is the same.
            let first = if let last, last.publication == pair.first { last.bytes } else { bytes(pair.first) }
            last = (pair.first, first)
            guard let first, let second = bytes(pair.second) else {
                note(.export, in: pair.name, "The export failed, although the publication keeps the contract.")
                continue
            }
            if first == second {
                note(
                    .distinction, in: pair.name,
                    "Publications that differ in this give the same file; write what differs.")
            }
        }
    }
}
