/// Makes up what Kubernetes makes up: UIDs, name suffixes, addresses; the same in each run.
struct DemoNames: Sendable {
    private var generator: SeededGenerator
    private var lastPodAddress: Int

    /// The letters and digits of generated names: no vowels, so no words.
    private static let alphabet = Array("bcdfghjklmnpqrstvwxz2456789")

    init(seed: UInt64 = 20, lastPodAddress: Int = 11) {
        generator = SeededGenerator(seed: seed)
        self.lastPodAddress = lastPodAddress
    }

    mutating func uid() -> UID {
        [8, 4, 4, 4, 12].map { hex($0) }.joined(separator: "-")
    }

    /// Five characters, as after the name of a pod or of an endpoint slice.
    mutating func suffix() -> String { letters(5) }

    /// As in a replica set's name; the hash is a number of 32 bits, hence rarely short.
    mutating func templateHash() -> String { letters([8, 9, 9, 10, 10, 10].randomElement(using: &generator) ?? 10) }

    /// An image by its digest, "lscr.io/linuxserver/radarr@sha256:…"; the same for the same image.
    static func digest(of image: String) -> String {
        var names = DemoNames(seed: SeededGenerator.seed(image))
        let tag = image.split(separator: "/").last?.lastIndex(of: ":")
        return "\(tag.map { image[..<$0] } ?? image[...])@sha256:\(names.hex(64))"
    }

    mutating func eventSuffix() -> String { "18" + hex(14) }

    mutating func clusterAddress() -> String {
        "10.43.\(Int.random(in: 0...255, using: &generator)).\(Int.random(in: 2...254, using: &generator))"
    }

    mutating func podAddress() -> String {
        lastPodAddress = lastPodAddress % 250 + 1
        return "10.42.0.\(lastPodAddress)"
    }

    private mutating func letters(_ count: Int) -> String {
        String((0..<count).map { _ in Self.alphabet.randomElement(using: &generator) ?? "x" })
    }

    private mutating func hex(_ count: Int) -> String {
        String((0..<count).map { _ in Array("0123456789abcdef").randomElement(using: &generator) ?? "0" })
    }
}

/// SplitMix64: small, and good enough to make things up.
struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A seed for a text.
    static func seed(_ text: String) -> UInt64 { text.utf8.reduce(20) { ($0 &* 31) &+ UInt64($1) } }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// A number that looks random, always the same for the same input.
    static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
