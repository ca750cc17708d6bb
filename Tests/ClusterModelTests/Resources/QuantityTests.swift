import Testing

@testable import ClusterModel

struct QuantityTests {
    @Test(
        "processors in milli-cores, rounded up",
        arguments: [
            ("0", 0), ("2", 2000), ("250m", 250), ("1560647n", 2), ("1n", 1), ("999u", 1), ("0.5", 500), (".5", 500),
            ("1.", 1000), ("1.0005", 1001), ("+1", 1000), ("-1500u", -2), ("1e-1", 100), ("12E1", 120_000),
            ("1k", 1_000_000), ("0000002", 2000), ("0Ei", 0),
        ])
    func cores(_ text: String, _ milli: Int) {
        #expect(Quantity(text)?.milliValue == milli)
    }

    @Test(
        "memory in bytes",
        arguments: [
            ("128974848", 128_974_848), ("129e6", 129_000_000), ("129M", 129_000_000), ("128974848000m", 128_974_848),
            ("123Mi", 128_974_848), ("1Ki", 1024), ("1.5Gi", 1_610_612_736), ("1Ti", 1 << 40), ("2Pi", 1 << 51),
            ("1Ei", 1 << 60), ("1T", 1_000_000_000_000), ("3P", 3_000_000_000_000_000),
            ("1E", 1_000_000_000_000_000_000),
            ("1E3", 1000), ("1e+3", 1000), ("100k", 100_000), ("24684084Ki", 25_276_502_016), ("1G", 1_000_000_000),
        ])
    func bytes(_ text: String, _ bytes: Int) {
        #expect(Quantity(text)?.value == bytes)
    }

    @Test(
        "more than can be said is the most that can be", arguments: ["9Ei", "1e30", "1e999999", "99999999999999999999"])
    func most(_ text: String) {
        #expect(Quantity(text)?.value == .max)
    }

    @Test(
        "nonsense is none",
        arguments: [
            "", " ", "m", "-", ".", "1 Gi", "1gi", "1GI", "1KI", "1K", "1.2.3", "1e", "1e1.5", "0x10", "١", "1mm",
        ])
    func nonsense(_ text: String) {
        #expect(Quantity(text) == nil)
    }

    @Test("usage reads as kubectl top prints it")
    func top() {
        let usage = Usage(cpu: 12, memory: (211 << 20) - 1)
        #expect((usage.cpuText, usage.memoryText) == ("12m", "210Mi"))
        #expect(Usage(cpu: .max, memory: 1) + Usage(cpu: 1, memory: 2) == Usage(cpu: .max, memory: 3))
    }
}
