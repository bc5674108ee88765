public import ReportVocabulary

/// What is in a cell of published statistics: a number as it was printed, or a symbol in its place.
public enum PublishedFigure: Sendable, Hashable {
    /// A number, with the decimals that were printed; a 0 is a true zero.
    case number(Double, decimals: Int)
    /// Why there is no number.
    case symbol(Symbol)

    /// The symbols of the Department for Education's files, and the older forms that are still met.
    public enum Symbol: String, Sendable, Hashable, CaseIterable {
        /// Withheld, so that nobody can be identified.
        case confidential = "c"
        /// Not available for another reason.
        case notAvailable = "x"
        /// Cannot be: an authority before its first or after its last day, a share of nothing.
        case notApplicable = "z"
        /// Rounds to 0 but is not 0.
        case low
        /// The same, where the word would offend.
        case roundsToZero = "k"
        /// Too unreliable to print.
        case lowReliability = "u"
        /// The older form of `x`.
        case oldNotAvailable = ":"
        /// The older form of `k`.
        case oldRoundsToZero = "~"

        /// Why there is no number.
        public var meaning: MissingReason {
            switch self {
            case .confidential: .suppressed
            case .notAvailable, .oldNotAvailable: .notCollected
            case .notApplicable: .notApplicable
            case .low, .roundsToZero, .oldRoundsToZero: .low
            case .lowReliability: .unreliable
            }
        }

        /// The form of today, where the symbol is an older one.
        public var replacement: Symbol? {
            switch self {
            case .oldNotAvailable: .notAvailable
            case .oldRoundsToZero: .roundsToZero
            default: nil
            }
        }
    }

    /// Reads a figure.
    ///
    /// - Parameter text: Digits with or without a point, minus sign and commas between thousands, or a symbol, which may be in
    ///   square brackets.
    /// - Returns: `nil` where it is neither.
    public init?(_ text: String) {
        var copy = text
        let figure = copy.withUTF8 { Self(bytes: $0) }
        guard let figure else { return nil }
        self = figure
    }

    /// Reads a figure from the bytes of a cell.
    init?(bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.first else { return nil }
        if bytes.count <= 17, (0x30...0x39).contains(first) || first == 0x2D {
            if let figure = Self.decimal(bytes) {
                self = figure
                return
            }
        }
        if bytes.count == 1, let symbol = Self.letters[Int(first)] {
            self = .symbol(symbol)
            return
        }
        // A text of a filter is neither; most are longer than a symbol and have a letter.
        guard bytes.count <= 8 || bytes.allSatisfy(Self.isOfNumber), let figure = Self.other(bytes) else { return nil }
        self = figure
    }

    /// Digits and a point, the form of nearly all cells.
    ///
    /// Fifteen digits and a power of ten that a number holds exactly give the nearest number.
    private static func decimal(_ bytes: UnsafeBufferPointer<UInt8>) -> PublishedFigure? {
        var mantissa = 0
        var digits = 0
        var decimals = -1
        var index = bytes[0] == 0x2D ? 1 : 0
        while index < bytes.count {
            let byte = bytes[index]
            if (0x30...0x39).contains(byte) {
                mantissa = mantissa &* 10 &+ Int(byte &- 0x30)
                digits &+= 1
                if decimals >= 0 { decimals &+= 1 }
            } else if byte == 0x2E, decimals < 0, digits > 0 {
                decimals = 0
            } else {
                return nil
            }
            index &+= 1
        }
        guard digits > 0, digits <= 15, decimals != 0 else { return nil }
        let places = max(decimals, 0)
        let value = Double(mantissa) / powers[places]
        return .number(bytes[0] == 0x2D && mantissa != 0 ? -value : value, decimals: places)
    }

    /// The symbols of one letter, by the letter.
    private static let letters: [Symbol?] = {
        var letters: [Symbol?] = Array(repeating: nil, count: 256)
        for symbol in Symbol.allCases where symbol.rawValue.utf8.count == 1 {
            for byte in symbol.rawValue.utf8 { letters[Int(byte)] = symbol }
        }
        return letters
    }()

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x20, 0x25, 0x2B, 0x2C, 0x2D, 0x2E, 0x45, 0x65: true
        default: false
        }
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    private static func other(_ bytes: UnsafeBufferPointer<UInt8>) -> PublishedFigure? {
        var text = String(decoding: bytes, as: UTF8.self).lowercased()
        while text.first == " " { text.removeFirst() }
        while text.last == " " || text.last == "%" { text.removeLast() }
        if text.hasPrefix("["), text.hasSuffix("]") { text = String(text.dropFirst().dropLast()) }
        if let symbol = Symbol(rawValue: text) { return .symbol(symbol) }
        var groups = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)[...]
        guard let whole = groups.popFirst() else { return nil }
        let thousands = whole.split(separator: ",", omittingEmptySubsequences: false)
        guard thousands.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        let plain = thousands.joined() + (groups.first.map { "." + $0 } ?? "")
        guard groups.first?.isEmpty != true else { return nil }
        let fraction = groups.first.map { $0.prefix { $0 != "e" }.count } ?? 0
        guard plain.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2D, 0x2E, 0x2B, 0x65].contains($0) }),
            let value = Double(plain), value.isFinite
        else { return nil }
        return .number(value, decimals: min(fraction, 15))
    }

    /// The number, where there is one.
    public var number: Double? { if case .number(let number, _) = self { number } else { nil } }

    /// The symbol, where there is one.
    public var symbol: Symbol? { if case .symbol(let symbol) = self { symbol } else { nil } }

    /// The figure as the files print it.
    public var text: String {
        switch self {
        case .number(let number, let decimals): DecimalText.plain(number, decimals: decimals)
        case .symbol(let symbol): symbol.rawValue
        }
    }
}
