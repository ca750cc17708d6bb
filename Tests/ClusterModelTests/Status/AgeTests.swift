import ClusterModel
import Foundation
import Testing

private let day = 86_400.0
private let hour = 3600.0

struct AgeTests {
    @Test(
        "an age reads as kubectl writes it",
        arguments: [
            (0, "0s"), (0.999, "0s"), (70, "70s"), (119.9, "119s"), (120, "2m"), (190, "3m10s"), (599, "9m59s"),
            (600, "10m"), (601, "10m"), (70 * 60, "70m"), (179 * 60 + 59, "179m"), (3 * hour, "3h"),
            (3 * hour + 60, "3h1m"), (8 * hour - 1, "7h59m"), (9 * hour - 1, "8h"), (48 * hour - 1, "47h"),
            (48 * hour, "2d"), (49 * hour, "2d1h"), (8 * day - 1, "7d23h"), (8 * day, "8d"), (9 * day - 1, "8d"),
            (367 * day, "367d"), (730 * day - 1, "729d"), (730 * day, "2y"), (730 * day + 25 * hour, "2y1d"),
            (2920 * day - 0.001, "7y364d"), (2920 * day, "8y"), (-0.5, "0s"), (-1.5, "0s"), (-1.999, "0s"),
            (-2, "<invalid>"), (-5000, "<invalid>"), (1e300, "31709791y"), (-Double.infinity, "<invalid>"),
        ] as [(Double, String)])
    func text(seconds: Double, expected: String) {
        #expect(humanDuration(seconds) == expected)
    }

    @Test("an unknown time has an unknown age")
    func unknown() {
        #expect(age(since: nil, at: Date(timeIntervalSince1970: 0)) == "<unknown>")
    }

    @Test(
        "the text stands still until the announced moment, and no longer",
        arguments: [
            -3, -2, -1.5, 0, 0.25, 59.5, 119.75, 120, 599.5, 600, 630, 10_799, 10_800, 28_799, 28_800, 172_799,
            8 * day - 1, 8 * day, 100 * day + 7, 2 * 365 * day, 8 * 365 * day, 20.5 * 365 * day,
        ] as [Double])
    func nextChange(seconds: Double) {
        let since = Date(timeIntervalSince1970: 1_000_000)
        let now = since.addingTimeInterval(seconds)
        let wait = nextAgeChange(since: since, at: now)
        let (before, after) = (now.addingTimeInterval(wait - 0.01), now.addingTimeInterval(wait + 0.01))
        #expect(wait > 0)
        #expect(age(since: since, at: before) == age(since: since, at: now) || wait <= 0.01)
        #expect(age(since: since, at: after) != age(since: since, at: now))
    }

    @Test(
        "walking from change to change meets every text once, in the order of time", arguments: 0..<40 as Range<UInt64>)
    func everyText(seed: UInt64) {
        var dice = Dice(state: seed)
        let since = Date(timeIntervalSince1970: 1_000_000)
        var seconds = Double.random(in: -5...(9 * 365 * day), using: &dice)
        if dice.isHeads() { seconds = Double.random(in: -5...40_000, using: &dice) }
        var text = age(since: since, at: since.addingTimeInterval(seconds))
        for _ in 0..<50 {
            let wait = nextAgeChange(since: since, at: since.addingTimeInterval(seconds))
            for part in [0.1, 0.5, 0.9] where wait > 0.01 {
                #expect(age(since: since, at: since.addingTimeInterval(seconds + wait * part)) == text)
            }
            // Just behind the change, since a date cannot hold every fraction.
            seconds += wait + 0.0005
            let next = age(since: since, at: since.addingTimeInterval(seconds))
            #expect(next != text)
            text = next
        }
    }
}
