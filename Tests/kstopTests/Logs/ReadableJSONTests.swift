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
            (#"{}"#, ""),
        ])
    func readable(line: String, expected: String) {
        #expect(readableJSON(line)?.text == expected)
    }

    @Test(
        "what is not one whole object stays as it is",
        arguments: [
            "", "text", "[1]", "{", #"{"a":1"#, #"{"a"}"#, #"{"a":1} x}"#, #"{"a":"\ud83d"}"#, #"{"a":}"#, #"{"a":[}"#,
            #"{a:1}"#,
        ])
    func others(line: String) {
        #expect(readableJSON(line) == nil)
    }

    @Test("the level and its message have the level's role")
    func roles() {
        let line = readableJSON(#"{"level":"warn","msg":"hot"}"#)
        #expect(line?.spans.filter { $0.text != " " }.map(\.style.role) == [.warning, .warning])
    }
}
