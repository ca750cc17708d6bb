import ClusterModel
import Testing

@testable import TUI
@testable import kstop

struct ReadableJSONTests {
    @Test(
        "level, time and message come first, the rest follows as key=value",
        arguments: [
            (
                #"{"time":"2026-11-23T14:02:06.123456Z","level":"info","msg":"up","port":8080,"tls":false}"#,
                "INFO  14:02:06.123 up port=8080 tls=false"
            ),
            (#"{"message":"a \"b\" \u00e9\n","severity":"ERROR"}"#, "ERROR a \"b\" é\n"),
            (#"{"level":50,"time":1795442526123,"msg":"x"}"#, "ERROR 14:02:06 x"),
            (#"{"a":{"b":[1,"}"]},"c":"two words","d":""}"#, #"a={"b":[1,"}"]} c="two words" d="""#),
            (#"{"emoji":"\ud83d\ude00"}"#, "emoji=😀"),
        ])
    func readable(line: String, expected: String) {
        #expect(readable(line)?.text == expected)
    }

    @Test(
        "what is not one whole object stays as it is",
        arguments: [
            "", "text", "[1]", "{", #"{"a":1"#, #"{"a"}"#, #"{"a":1} x}"#, #"{"a":"\ud83d"}"#, #"{"a":}"#, #"{"a":[}"#,
            #"{a:1}"#, "{}", "{ }",
        ])
    func others(line: String) {
        #expect(readable(line) == nil)
    }

    @Test(
        "a time has its day and its zone if they are not the line's on the user's wall",
        arguments: [
            // The line's: 2026-11-23T14:02:06Z.
            (#""2026-11-23T14:02:05Z""#, 0, "14:02:05"), (#""2026-11-23T15:02:05+01:00""#, 3600, "15:02:05"),
            (#""2026-11-23T15:02:05+0100""#, 3600, "15:02:05"), (#""2026-11-23T14:02:05Z""#, 3600, "14:02:05Z"),
            (#""2026-11-23T09:02:05.123456-05:00""#, 0, "09:02:05.123-05:00"),
            (#""2026-11-23 14:02:05,123""#, 3600, "14:02:05,123"),
            (#""2026-11-22T23:59:59Z""#, 0, "2026-11-22 23:59:59"),
            (#""1970-01-01T00:00:00""#, 0, "1970-01-01 00:00:00"),
            ("1795442526", 3600, "15:02:06"), ("1795356126", 0, "2026-11-22 14:02:06"), ("17", 0, "17"),
            (#""2026-11-23T""#, 0, "2026-11-23T"), (#""2026-11-23Tnoon""#, 0, "2026-11-23Tnoon"),
            (#""the day T00:00:00""#, 0, "the day T00:00:00"),
        ])
    func times(time: String, utcOffset: Int, expected: String) {
        #expect(readable(#"{"ts":\#(time)}"#, utcOffset: utcOffset)?.text == expected)
    }

    private func readable(_ text: String, utcOffset: Int = 0) -> StyledText? {
        readableJSON(LogLine(timestamp: "2026-11-23T14:02:06Z", text: text), utcOffset: utcOffset)
    }

    @Test("the level and its message have the level's role")
    func roles() {
        let line = readable(#"{"level":"warn","msg":"hot"}"#)
        #expect(line?.spans.filter { $0.text != " " }.map(\.style.role) == [.warning, .warning])
    }
}
