import FamilyServicesKit
import Testing

@Suite("Working copies: what they hold")
struct WorkingCopyTests {
    private func publication(_ audience: Audience = .officers) throws -> Publication {
        try WorkingPack.pack().workingCopy(for: audience, options: PublicationOptions(smallNumbers: .showAll))
    }

    private func table(_ section: SectionID) throws -> Table {
        let found = try #require(try publication().sections.first { $0.id == section })
        for case .table(let table) in found.blocks { return table }
        throw WorkingCopyTestError.noTable
    }

    @Test("A working copy says what it is, and has one table to a section")
    func purpose() throws {
        let publication = try publication()
        #expect(publication.metadata.purpose == .workingCopy)
        #expect(publication.metadata.title == "Working copy: A small report")
        #expect(
            publication.sections.map(\.shortTitle) == [
                "Cover", "Contents", "Plan tracker", "Progress", "Commentary", "Dashboard", "Choices", "As exported",
            ])
        #expect(publication.sections[0].summary.contains("not for publication"))
        for section in publication.sections.dropFirst(2) {
            #expect(section.blocks.count { if case .table = $0 { true } else { false } } == 1, "\(section.id)")
        }
    }

    @Test("Columns to be changed are there even where nothing stands in them, and say what belongs there")
    func editableColumns() throws {
        let tracker = try table("tracker")
        let editable = tracker.columns.filter(\.isEditable)
        #expect(
            editable.map(\.title) == [
                "Owner", "Other owners", "Due", "Completed", "Status", "Status date", "Why", "Evidence",
            ])
        let words = try table("choices")
        for column in ["Owner", "Status"] {
            let place = try #require(editable.first { $0.title == column }?.choices, "\(column)")
            #expect(place.table == words.name && words.columns.contains { $0.title == place.column })
        }
        #expect(editable.first { $0.title == "Due" }?.editing == .date)
        #expect(try table("dashboard").columns.filter(\.isEditable).map(\.title) == ["Printed rating"])
    }

    @Test("A column in which nothing is recorded says so, since tables have no blank columns; it counts as blank")
    func nothingRecorded() throws {
        var pack = try WorkingPack.pack()
        for index in pack.plans[0].actions.indices { pack.plans[0].actions[index].evidence = nil }
        let grid = try WorkingGrid(of: pack)
        let place = try #require(grid.place("Evidence", row: "house", on: "Plan tracker"))
        #expect(grid[place] == .text("Not recorded"))
        #expect(try grid.review(against: pack).isEmpty)
    }

    @Test("The lists to choose from have every status, rating and role, and tell posts of the same title apart")
    func choices() throws {
        let table = try table("choices")
        func words(_ column: Int) -> [String] {
            table.rows.compactMap { if case .text(let text) = $0[column].value { text } else { nil } }
        }
        #expect(words(0) == BRAGStatus.allCases.map(\.label))
        #expect(words(1) == PrintedRating.allCases.map(\.label))
        #expect(words(2) == ["Head of Service", "Practice Lead", "Team Manager (north)", "Team Manager (south)"])
    }

    @Test("Each measure has a row for its latest period, blank where nobody has written a remark yet")
    func remarks() throws {
        let table = try table("commentary")
        let identifiers = table.rows.compactMap { row -> String? in
            if case .text(let text)? = row.last?.value { text } else { nil }
        }
        #expect(
            identifiers == [
                "visits / 2026-06 / 1", "visits / 2026-06 / 2", "visits / 2026-05 / 1", "contacts / 2026-06 / new",
            ])
    }

    @Test("Officers get the figures of a remark in their braces, so that they are not written over")
    func braces() throws {
        let grid = try WorkingGrid(of: WorkingPack.pack())
        let place = try #require(grid.place("Remark", row: "visits / 2026-06 / 1", on: "Commentary"))
        #expect(grid[place] == .text("Better still: {visits@2026-06}."))
    }

    @Test(
        "What an audience may not see is not in its working copy, and remarks keep the numbers that they have in the pack"
    )
    func withheld() throws {
        var pack = try WorkingPack.pack()
        let june = try ReportingPeriod("2026-06")
        pack.indicators[0].commentary[1] = Commentary(
            "Secret.", period: june, access: Access(exemptParagraphs: [.individual]))
        let grid = try WorkingGrid(of: pack, for: .everyone)
        #expect(grid.sheets.allSatisfy { sheet in sheet.rows.allSatisfy { !$0.contains(.text("Secret.")) } })
        let place = try #require(grid.place("Remark", row: "visits / 2026-06 / 2", on: "Commentary"))
        #expect(grid[place] == .text("A second remark."))
        #expect(try grid.review(against: pack).changes.isEmpty)
    }

    @Test("A report is what it was: without a purpose in its document, and read as one")
    func metadata() throws {
        let report = try WorkingPack.pack().publish(for: .officers).metadata
        #expect(report.purpose == .report)
        #expect(try !json(report).contains("purpose"))
        #expect(try roundTrip(report) == report)
        let copy = try publication().metadata
        #expect(try roundTrip(copy) == copy)
    }
}

private enum WorkingCopyTestError: Error {
    case noTable
}

extension TableColumn {
    /// Where the words of a choice stand.
    fileprivate var choices: Choices? { if case .choice(let choices) = editing { choices } else { nil } }
}
