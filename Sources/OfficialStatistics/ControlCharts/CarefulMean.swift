/// A mean that is exact to the last digit, taken one value at a time.
///
/// A plain sum divided by n makes the mean of fifteen times 33.3 a hair larger than 33.3, and then fifteen equal figures
/// all lie "below average": a false signal. Here the sum keeps what each addition rounds away (Neumaier, "Rundungsfehler-
/// analyse einiger Verfahren zur Summation endlicher Summen", 1974), and the quotient is corrected by its exact remainder.
package struct CarefulMean {
    /// How many values were added.
    package private(set) var count = 0
    private var high = 0.0
    private var low = 0.0

    package init() {}

    /// Adds a finite value.
    package mutating func add(_ value: Double) {
        let total = high + value
        low += high.magnitude >= value.magnitude ? (high - total) + value : (value - total) + high
        high = total
        count += 1
    }

    /// The sum of the values, rounded once.
    package var sum: Double { high + low }

    /// The mean of the values; `nil` where there are none.
    package var value: Double? {
        guard count > 0 else { return nil }
        let divisor = Double(count)
        let quotient = high / divisor
        let remainder = high.addingProduct(-quotient, divisor)
        return quotient + (remainder + low) / divisor
    }
}
