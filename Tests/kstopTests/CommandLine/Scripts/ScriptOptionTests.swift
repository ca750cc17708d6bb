import Expectations
import Testing
import Words

@testable import kstop

struct ScriptOptionTests {
    @Test("a change knows its applications, and how it is to be done")
    func change() throws {
        let arguments = ["-n", "media", "restart", "sonarr", "--yes", "radarr", "--wait", "--timeout=1m30s"]
        let options = try parseOptions(arguments)
        #expect(options.namespace == "media")
        let change = Change(
            deed: .restart, names: ["sonarr", "radarr"], isConfirmed: true, waits: true, timeout: 90)
        #expect(options.command == .script(.change(change)))
        #expect(try parseOptions(["stop", "a"]).command == .script(.change(Change(deed: .stop, names: ["a"]))))
        #expect(try parseOptions(["start", "a"]).command == .script(.change(Change(deed: .start, names: ["a"]))))
    }

    @Test("logs take kubectl's options")
    func logs() throws {
        let all = LogsOptions(
            name: "plex", container: "web", isFollowed: true, isPrevious: true, hasTimestamps: true, tail: 5,
            since: 600)
        let arguments = ["logs", "-f", "plex", "-p", "-cweb", "--timestamps", "--tail=5", "--since", "10m"]
        #expect(try parseOptions(arguments).command == .script(.logs(all)))
        let long = ["logs", "plex", "--follow", "--previous", "--container", "web", "--timestamps", "--tail", "5"]
        #expect(try parseOptions(long + ["--since=599.5s"]).command == .script(.logs(all)))
        #expect(try parseOptions(["logs", "x", "--tail", "-1"]).command == .script(.logs(LogsOptions(name: "x"))))
    }

    @Test("the other commands")
    func others() throws {
        #expect(try parseOptions(["token"]).command == .script(.token))
        #expect(try parseOptions(["token", "--duration", "2h"]).tokenDuration == 7200)
        #expect(try parseOptions(["--demo", "url", "plex"]).command == .script(.url("plex")))
        #expect(try parseOptions(["report", "-A"]).command == .script(.report))
    }

    @Test("an application that is called like a command is one after --once")
    func names() throws {
        #expect(try parseOptions(["--once", "logs"]).command == .once(OnceOptions(names: ["logs"])))
        #expect(try parseOptions(["-o", "name", "stop"]).command == .once(OnceOptions(format: .name, names: ["stop"])))
        #expect(try parseOptions(["url", "report"]).command == .script(.url("report")))
        #expect(try parseOptions(["logs", "--", "-f"]).command == .script(.logs(LogsOptions(name: "-f"))))
    }

    @Test(
        "durations are Go's, or plain seconds",
        arguments: [
            ("90s", 90), ("1h30m", 5400), ("1.5m", 90), ("500ms", 0.5), ("45", 45), ("0.5", 0.5), ("1h0m1s", 3601),
            ("", nil), ("m", nil), ("1x", nil), ("1h30", nil), ("-1s", nil), ("1s1", nil), ("1..5s", nil),
            ("1e3", nil), ("nan", nil), ("9999999h", nil), ("٣s", nil), ("s1", nil),
        ] as [(String, Double?)])
    func durations(word: String, seconds: Double?) {
        #expect(durationInSeconds(word) == seconds)
    }

    @Test(
        "what is not understood is said in one line",
        arguments: [
            (["restart"], "kstop restart needs the name of an application"),
            (["logs"], "kstop logs needs the name of an application"),
            (["logs", "a", "b"], "unexpected argument 'b' after kstop logs"),
            (["url", "a", "b"], "unexpected argument 'b' after kstop url"),
            (["token", "a"], "unexpected argument 'a' after kstop token"),
            (["report", "a"], "unexpected argument 'a' after kstop report"),
            (["plex", "restart"], "unexpected argument 'plex': names of applications need --once or --output"),
            (["--yes"], "--yes goes with: kstop restart, kstop stop, kstop start"),
            (["--once", "-f"], "-f goes with: kstop logs"), (["url", "a", "-c", "b"], "-c goes with: kstop logs"),
            (["logs", "a", "--wait"], "--wait goes with: kstop restart, kstop stop, kstop start"),
            (["restart", "a", "--timeout", "1m"], "--timeout needs --wait"),
            (["logs", "a", "--once"], "--once, --output does not go with kstop logs"),
            (["logs", "a", "-l", "a=b"], "-l does not go with kstop logs"),
            (["logs", "a", "--tail", "x"], "'x' is no number of lines for --tail"),
            (["logs", "a", "--tail", "-2"], "'-2' is no number of lines for --tail"),
            (["logs", "a", "--since", "0s"], "'0s' is no duration for --since, such as 90s, 10m or 1h30m"),
            (["logs", "a", "-c"], "option '-c' needs a value"), (["stop", "a", "-x"], "unknown option '-x'"),
            (["stop", "a", "--yes=1"], "option '--yes' takes no value"),
        ])
    func refused(arguments: [String], text: String) {
        let error = thrown(UsageError.self) { try parseOptions(arguments) }
        #expect(error?.text.english == text)
    }
}
