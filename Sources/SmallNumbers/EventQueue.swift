/// Hands out the cheapest of what was put in; what costs the same comes in the order of its ranks.
struct EventQueue<Payload> {
    private var items: [(price: Int, rank: Int, payload: Payload)] = []

    mutating func removeAll() { items.removeAll(keepingCapacity: true) }

    mutating func insert(_ payload: Payload, price: Int, rank: Int) {
        items.append((price, rank, payload))
        var child = items.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard precedes(child, parent) else { return }
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
                for child in [2 * parent + 1, 2 * parent + 2] where child < items.count && precedes(child, least) {
                    least = child
                }
                if least == parent { break }
                items.swapAt(parent, least)
                parent = least
            }
        }
        return (first.price, first.payload)
    }

    private func precedes(_ first: Int, _ second: Int) -> Bool {
        (items[first].price, items[first].rank) < (items[second].price, items[second].rank)
    }
}
