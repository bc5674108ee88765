/// A number that a text states: what it is, how exactly it is given, and where it is.
package struct StatedNumber: Sendable, Hashable {
    /// What it is a number of.
    package enum Kind: Sendable, Hashable {
        /// Anything: children, weeks, visits.
        case plain
        /// Per cent.
        case percent
        /// Percentage points.
        case points
        /// Money; the value is in pounds: 1,200,000 for “£1.2m”.
        case money
        /// Some of a number: “4 out of 6”, “1 in 5”, “half of the six”. The value is the part over the whole.
        case share(part: Double, of: Double)
        /// A part of whatever it is: “half”, “two thirds”, “¾”. The value is the part over the whole.
        case fraction(part: Double, of: Double)
        /// How many times: “doubled”, “twice”, “three times”.
        case multiple
        /// None at all: “none”, “nobody”, “no”.
        case nothing
        /// The place in an order: “third”, “21st”.
        case ordinal
        /// A part of something that has a number in its name.
        case name(Name)
    }

    /// What a number that counts nothing belongs to.
    package enum Name: Sendable, Hashable {
        /// A date, or two years such as 2025/26.
        case date
        /// A time of day.
        case time
        /// A reference, telephone number, postcode or other code: “5b(ii)”, “T6”, “020 7946 0123”.
        case code
        /// What is numbered: “Table 3”, “paragraphs 1.11 to 1.34”.
        case label
    }

    /// How a number limits what it is said of.
    package enum Bound: Sendable, Hashable {
        /// “at least 5”, “≥ 5”, “5 or more”, “5+”.
        case atLeast
        /// “at most 5”, “up to 5”, “5 or fewer”.
        case atMost
        /// “more than 5”, “over 5”, “> 5”.
        case above
        /// “fewer than 5”, “under 5”, “< 5”.
        case below
        /// “about 5”, “nearly 5”, “c. 5”, “~5”.
        case about
    }

    /// A sign that is written before it.
    package enum Sign: Sendable, Hashable {
        case plus
        case minus
    }

    /// Where it is, in bytes of UTF-8: with its sign of money and its unit, without the words of its bound.
    package var range: Range<Int>
    /// The number without its sign, in ones: 5,700,000 for “£5.7m”, 0.5 for “half”; of a range the lower end.
    package var value: Double
    /// The upper end of a range: “12 to 16”, “two or three”.
    package var upper: Double?
    /// How many decimals it is given with, in the multiples in which it is given.
    package var decimals = 0
    /// How many decimals the upper end of a range is given with.
    package var upperDecimals = 0
    /// The multiples in which it is given: 1, a thousand, a million or a billion.
    package var scale = 1.0
    package var kind = Kind.plain
    package var bound: Bound?
    /// Whether the words say that it lies close to what it is said of: “nearly 5”, “just over 5”.
    package var isNear = false
    package var sign: Sign?
    /// How many it is out of, for rates: 10,000 in “45 per 10,000”.
    package var per: Double?
    /// Whether it is written in words.
    package var isInWords = false
    /// Whether it may be a year: four digits from 1900 to 2099.
    package var mayBeYear = false
    /// The numbers between the blanks that part its thousands: “5 120” may have been meant as two.
    package var groups: [Double] = []

    /// Whether it is a number of anything: neither a place in an order nor a part of a name.
    package var isQuantity: Bool {
        switch kind {
        case .ordinal, .name: false
        default: true
        }
    }

    /// Every number that the words give away: the number, the other end of a range, the part, the whole and the rest of a share.
    ///
    /// Of a fraction it is the ``percentage``.
    package var numbersTold: [Double] {
        switch kind {
        case .ordinal, .name, .fraction: []
        case .share(let part, let whole): [part, whole, whole - part]
        // “once” is seldom a number.
        case .multiple where isInWords && value == 1: []
        default: [value] + (upper.map { [$0] } ?? []) + (scale > 1 ? [value / scale] : [])
        }
    }

    /// The share in per cent, where it is one.
    package var percentage: Double? {
        switch kind {
        case .share(let part, let whole), .fraction(let part, let whole): whole == 0 ? nil : 100 * part / whole
        case .percent: value
        default: nil
        }
    }
}
