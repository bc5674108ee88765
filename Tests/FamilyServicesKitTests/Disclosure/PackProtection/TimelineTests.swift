import TestSupport
import Testing

import FamilyServicesKit
@testable import ReportDisclosure

@Suite("Figures of one measure as sums over time")
struct TimelineTests {
    private func timeline(_ intervals: [(Int, Int, Int)], isRunning: Bool = false) -> Timeline {
        Timeline(intervals.map { .init(from: $0.0, to: $0.1, value: $0.2, isRunning: isRunning) })
    }

    @Test("Figures one after another, also with gaps, are in no sum")
    func noOverlap() {
        let line = timeline([(0, 3, 12), (3, 6, 3), (9, 12, 14)])
        #expect(line.sums.isEmpty)
        #expect(line.pieces.isEmpty)
    }

    @Test("A whole is the sum of its parts, by way of the longest that there are")
    func nested() {
        let line = timeline([(0, 1, 2), (1, 2, 3), (2, 3, 4), (0, 3, 9), (3, 6, 20), (0, 6, 29)])
        #expect(line.sums.map(\.parts) == [[.figure(0), .figure(1), .figure(2)], [.figure(3), .figure(4)]])
        #expect(line.pieces.isEmpty)
    }

    @Test("What no figure is about is a piece, and known where the figures around say so")
    func pieces() {
        // April to March and January to December, with nothing to say where one begins in the other.
        let line = timeline([(0, 12, 20), (9, 21, 15), (0, 9, 8)])
        #expect(line.pieces.map { [$0.from, $0.to, $0.value] } == [[9, 12, 12], [12, 21, 3]])
        #expect(line.pieces.allSatisfy { $0.isKnown })
        let open = timeline([(0, 12, 20), (9, 21, 15)])
        #expect(open.pieces.count == 3)
        #expect(!open.pieces.contains { $0.isKnown })
    }

    @Test("A figure that is less than its parts is in no sum; one that is more has something that belongs to no time")
    func contradictions() {
        let less = timeline([(0, 1, 5), (1, 2, 6), (0, 2, 10)])
        #expect(less.sums.isEmpty)
        let more = timeline([(0, 1, 5), (1, 2, 6), (0, 2, 14)])
        #expect(more.sums.count == 1)
        #expect(more.pieces.map(\.value) == [3])
        #expect(more.pieces.allSatisfy { $0.isExcess })
    }

    @Test("A year to date that was corrected down is read both ways")
    func corrected() {
        let line = timeline([(0, 1, 10), (0, 2, 20), (0, 3, 18), (0, 4, 25)], isRunning: true)
        // From the second to the fourth, and from the third to the fourth.
        #expect(line.pieces.contains { $0.from == 2 && $0.to == 4 && $0.value == 5 })
        #expect(line.pieces.contains { $0.from == 3 && $0.to == 4 && $0.value == 7 })
    }

    @Test(
        "What two figures with an end in common differ by is a piece where it is small, also across the ends of others")
    func joint() {
        // January to August is 11, January to March 6, and July 5: April to August is 5, and a month of it is printed.
        let intervals = [(0, 8, 11), (0, 3, 6), (6, 7, 5)].map {
            Timeline.Interval(from: $0.0, to: $0.1, value: $0.2)
        }
        let line = Timeline(intervals, greatestSmall: 5)
        let joint = line.pieces.filter { $0.isJoint }
        #expect(joint.isEmpty)
        #expect(line.pieces.contains { $0.from == 3 && $0.to == 8 && $0.value == 5 && $0.isKnown })
        // With months that join the ends within, what is between two neighbours is less.
        let months = (0..<8).map { Timeline.Interval(from: $0, to: $0 + 1, value: $0 < 3 ? 2 : $0 == 6 ? 5 : 0) }
        let joined = Timeline(Array(intervals.prefix(2)) + months.filter { $0.from != 7 }, greatestSmall: 5)
        #expect(joined.pieces.contains { $0.isJoint && $0.from == 3 && $0.to == 8 && $0.value == 5 })
        let large = Timeline(Array(intervals.prefix(2)) + months.filter { $0.from != 7 }, greatestSmall: 4)
        #expect(!large.pieces.contains { $0.isJoint })
    }

    @Test("Any mixture of intervals: every sum holds, nothing is below 0, and each figure follows from its pieces")
    func random() {
        var random = SeededGenerator()
        for round in 0..<400 {
            let months = (0..<14).map { _ in Int.random(in: 0...9, using: &random) }
            let intervals = (0..<Int.random(in: 2...9, using: &random)).map { _ -> Timeline.Interval in
                let from = Int.random(in: 0..<13, using: &random)
                let to = Int.random(in: (from + 1)...14, using: &random)
                return .init(from: from, to: to, value: months[from..<to].reduce(0, +))
            }
            let line = Timeline(intervals)
            func span(_ part: Timeline.Part) -> (from: Int, to: Int, value: Int) {
                switch part {
                case .figure(let index): (intervals[index].from, intervals[index].to, intervals[index].value)
                case .piece(let index): (line.pieces[index].from, line.pieces[index].to, line.pieces[index].value)
                }
            }
            let comment: Comment = "seed \(random.seed), round \(round)"
            #expect(line.pieces.allSatisfy { $0.value >= 0 && !$0.isExcess }, comment)
            for sum in line.sums {
                let (total, parts) = (span(sum.total), sum.parts.map(span))
                #expect(parts.reduce(0) { $0 + $1.value } == total.value, comment)
                #expect(parts.first?.from == total.from && parts.last?.to == total.to, comment)
                #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.to == $1.from }, comment)
            }
            for piece in line.pieces where piece.isKnown {
                #expect(piece.value == months[piece.from..<piece.to].reduce(0, +), comment)
            }
            // Whoever holds another, or overlaps with it, has a sum.
            let totals = Set(line.sums.map(\.total))
            for (index, interval) in intervals.enumerated() {
                let isCut = intervals.contains {
                    (interval.from < $0.from && $0.from < interval.to) || (interval.from < $0.to && $0.to < interval.to)
                }
                if isCut { #expect(totals.contains(.figure(index)), comment) }
            }
        }
    }
}
