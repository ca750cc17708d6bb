/// An amount as Kubernetes writes it: "250m", "1560647n", "512Mi", "1e3", "0.5" (apimachinery's resource.Quantity).
package struct Quantity: Hashable, Sendable {
    /// Billionths, which is as fine as Kubernetes keeps them.
    private var nanos: Int128

    /// More than this no quantity is: 2⁶³ − 1 whole units.
    private static let most = Int128(Int.max) * 1_000_000_000

    package static let zero = Quantity(nanos: 0)

    private init(nanos: Int128) {
        self.nanos = min(max(nanos, -Self.most), Self.most)
    }

    /// Nil for what is not a quantity.
    package init?(_ text: String) {
        var rest = text.utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        guard let number = DecimalNumber(&rest), let unit = QuantityUnit(rest) else { return nil }
        let nanos = number.scaled(by: unit)
        self.init(nanos: isNegative ? -nanos : nanos)
    }

    package static func + (left: Quantity, right: Quantity) -> Quantity { Quantity(nanos: left.nanos + right.nanos) }

    /// Whole units (bytes, processors), rounded away from zero as Kubernetes' `Value()` does it.
    package var value: Int { Int(clamping: dividedAwayFromZero(nanos, by: 1_000_000_000)) }

    /// Thousandths (milli-cores), rounded away from zero as Kubernetes' `MilliValue()` does it.
    package var milliValue: Int { Int(clamping: dividedAwayFromZero(nanos, by: 1_000_000)) }
}

extension Quantity: Decodable {
    /// The API server writes quantities as text, but takes numbers too.
    package init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        let text = try (try? value.decode(String.self)) ?? String(value.decode(Double.self))
        guard let quantity = Quantity(text) else {
            throw DecodingError.dataCorruptedError(in: value, debugDescription: "not a quantity")
        }
        self = quantity
    }
}

/// The digits of a quantity, without its sign and its unit.
private struct DecimalNumber {
    /// Without the point.
    private var digits: Int128 = 0
    /// How many of them stand behind the point.
    private var decimals = 0
    /// Digits that were left out: before the point they make the number larger than all that can be said.
    private var isTooLarge = false

    private static let mostDigits = 28

    /// Takes the number from the front of `rest`; nil if there is none.
    init?(_ rest: inout Substring.UTF8View) {
        var count = 0
        var isBehindPoint = false
        while let byte = rest.first {
            if byte == UInt8(ascii: "."), !isBehindPoint {
                isBehindPoint = true
            } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                add(Int128(byte - UInt8(ascii: "0")), isBehindPoint: isBehindPoint)
                count += 1
            } else {
                break
            }
            rest.removeFirst()
        }
        guard count > 0 else { return nil }
    }

    private mutating func add(_ digit: Int128, isBehindPoint: Bool) {
        guard digits < power(10, Self.mostDigits) else {
            if !isBehindPoint { isTooLarge = true }
            return
        }
        digits = digits * 10 + digit
        if isBehindPoint { decimals += 1 }
    }

    /// In billionths, rounded up; the largest number there is where it does not fit.
    func scaled(by unit: QuantityUnit) -> Int128 {
        guard digits != 0 else { return 0 }
        let exponent = unit.exponent - decimals + 9
        let (binary, isBinaryOver) = digits.multipliedReportingOverflow(by: Int128(1) << unit.binaryExponent)
        guard !isTooLarge, !isBinaryOver, exponent < 38 else { return .max }
        if exponent < 0 { return exponent < -38 ? 1 : dividedAwayFromZero(binary, by: power(10, -exponent)) }
        let (product, isOver) = binary.multipliedReportingOverflow(by: power(10, exponent))
        return isOver ? .max : product
    }
}

/// What a quantity's digits are multiplied with.
private struct QuantityUnit {
    /// Of ten.
    var exponent = 0
    /// Of two.
    var binaryExponent = 0

    private static let decimal = ["n": -9, "u": -6, "m": -3, "": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18]
    private static let binary = ["Ki": 10, "Mi": 20, "Gi": 30, "Ti": 40, "Pi": 50, "Ei": 60]

    /// Nil for what is not a unit.
    init?(_ suffix: Substring.UTF8View) {
        let suffix = String(Substring(suffix))
        if let exponent = Self.decimal[suffix] {
            self.exponent = exponent
        } else if let exponent = Self.binary[suffix] {
            binaryExponent = exponent
        } else {
            guard suffix.hasPrefix("e") || suffix.hasPrefix("E"), let exponent = Int(suffix.dropFirst()) else {
                return nil
            }
            // Beyond that all numbers are zero or too large.
            self.exponent = min(max(exponent, -1000), 1000)
        }
    }
}

private func power(_ base: Int128, _ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { product, _ in product * base }
}

private func dividedAwayFromZero(_ number: Int128, by divisor: Int128) -> Int128 {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    return remainder == 0 ? quotient : quotient + number.signum()
}
