/// Hands out the cheapest of what was put in; what costs the same comes in the order of its ranks.
struct EventQueue<Payload> {
    private struct Item {
        let price: Int
        let rank: Int
        let payload: Payload

        func precedes(_ other: Item) -> Bool { price == other.price ? rank < other.rank : price < other.price }
    }

    private var items: [Item] = []

    mutating func removeAll() { items.removeAll(keepingCapacity: true) }

    mutating func insert(_ payload: Payload, price: Int, rank: Int) {
        items.append(Item(price: price, rank: rank, payload: payload))
        var child = items.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard items[child].precedes(items[parent]) else { return }
            items.swapAt(child, parent)
            child = parent
        }
    }

    mutating func removeFirst() -> (price: Int, payload: Payload)? {
        guard let first = items.first, let last = items.popLast() else { return nil }
        if !items.isEmpty {
            items[0] = last
            var parent = 0
            while true {
                var least = parent
                let (left, right) = (2 * parent + 1, 2 * parent + 2)
                if left < items.count, items[left].precedes(items[least]) { least = left }
                if right < items.count, items[right].precedes(items[least]) { least = right }
                if least == parent { break }
                items.swapAt(parent, least)
                parent = least
            }
        }
        return (first.price, first.payload)
    }
}
