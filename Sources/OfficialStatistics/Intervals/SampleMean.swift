/// The mean of a sample of measurements, such as caseloads or days.
public struct SampleMean: Sendable, Hashable {
    /// How many values there are.
    public let count: Int
    /// Their sum.
    public let sum: Double
    /// Their mean.
    public let value: Double
    /// Their standard deviation with divisor n − 1; `nil` for a single value.
    public let standardDeviation: Double?

    /// Takes the mean of values, in O(n).
    ///
    /// A missing value is left out by the caller, who then knows that it is: the R package would make everything missing.
    ///
    /// - Parameter values: The values, finite, in any order.
    /// - Throws: ``IntervalError/noValues``, or ``IntervalError/valueNotFinite(position:)`` for what is not a number.
    public init(of values: [Double]) throws(IntervalError) {
        var total = CarefulMean()
        for (position, value) in values.enumerated() {
            guard value.magnitude <= 1e150 else { throw .valueNotFinite(position: position) }
            total.add(value)
        }
        guard let mean = total.value else { throw .noValues }
        count = total.count
        sum = total.sum
        value = mean
        if count > 1 {
            var squares = CarefulMean()
            for value in values { squares.add((value - mean) * (value - mean)) }
            standardDeviation = (squares.sum / Double(count - 1)).squareRoot()
        } else {
            standardDeviation = nil
        }
    }

    /// Student's interval: mean ∓ t × standard deviation / √n, with n − 1 degrees of freedom.
    ///
    /// - Parameter level: How sure the interval should be; at 100 per cent there are no limits.
    /// - Returns: The interval, without limits for a single value.
    public func interval(at level: ConfidenceLevel = .percent95) -> ConfidenceInterval {
        var reach: Double?
        if let standardDeviation, level.tail > 0 {
            let quantile = StudentDistribution.quantile(upperTail: level.tail, degreesOfFreedom: Double(count - 1))
            reach = quantile * standardDeviation / Double(count).squareRoot()
        }
        return ConfidenceInterval(
            value: value, lower: reach.map { value - $0 }, upper: reach.map { value + $0 }, level: level,
            method: .student)
    }
}
