import FoundationEssentials
import Testing

@testable import ClusterModel

struct TimestampTests {
    @Test(
        "times with fractions and offsets",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-11-23T08:12:01Z", 1_795_421_521),
            ("2026-11-23T09:12:01+01:00", 1_795_421_521), ("2026-11-23T02:42:01-05:30", 1_795_421_521),
            ("2026-11-23T08:12:01.5Z", 1_795_421_521.5), ("2024-02-29T00:00:00Z", 1_709_164_800),
            ("2026-11-23T08:12:01.250000Z", 1_795_421_521.25), ("1969-12-31T23:59:59Z", -1),
            ("2026-11-23t08:12:01z", 1_795_421_521), ("0001-01-01T00:00:00Z", -62_135_596_800),
            ("9999-12-31T23:59:60Z", 253_402_300_800),
        ])
    func valid(_ text: String, _ seconds: Double) {
        #expect(Timestamp.date(text)?.timeIntervalSince1970 == seconds)
    }

    @Test(
        "what is not a time",
        arguments: [
            "", "2026", "2026-11-23", "2026-11-23T08:12:01", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z",
            "2026-02-29T00:00:00Z", "2026-11-31T00:00:00Z", "2026-11-00T00:00:00Z", "2026-11-23T24:00:00Z",
            "2026-11-23T08:60:01Z", "2026-11-23T08:12:61Z", "2026-11-23T08:12:01.Z", "2026-11-23T08:12:01+1:00",
            "2026-11-23T08:12:01+24:00", "2026-11-23T08:12:01Zx", "99999-11-23T08:12:01Z", "0000-01-01T00:00:00Z",
            "２０２６-11-23T08:12:01Z", "-026-11-23T08:12:01Z",
        ])
    func invalid(_ text: String) {
        #expect(Timestamp.date(text) == nil)
    }

    @Test("a fraction of any length is read")
    func longFraction() throws {
        let date = try #require(Timestamp.date("1970-01-01T00:00:00.\(String(repeating: "9", count: 1000))Z"))
        #expect(abs(date.timeIntervalSince1970 - 1) < 1e-6)
    }

    @Test(
        "times are written with the offset of the zone",
        arguments: [
            (0, "2026-11-23T08:12:01Z"), (3600, "2026-11-23T09:12:01+01:00"), (-19800, "2026-11-23T02:42:01-05:30"),
            (57600, "2026-11-24T00:12:01+16:00"),
        ])
    func text(_ offset: Int, _ expected: String) {
        #expect(Timestamp.text(Date(timeIntervalSince1970: 1_795_421_521.9), offset: offset) == expected)
    }

    @Test("a day is the same there and back, for 1600 years")
    func roundTrip() {
        for day in stride(from: -300_000, to: 300_000, by: 97) {
            let date = Date(timeIntervalSince1970: Double(day) * 86400)
            #expect(Timestamp.date(Timestamp.text(date, offset: 0)) == date)
        }
    }
}
