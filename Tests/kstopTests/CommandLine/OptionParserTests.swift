import Expectations
import Testing
import Words

@testable import ClusterModel
@testable import kstop

struct OptionParserTests {
    @Test("values may be attached or follow")
    func values() throws {
        for arguments in [
            ["-nmedia"], ["-n", "media"], ["--namespace=media"], ["--namespace", "media"], ["-n=media"],
        ] {
            #expect(try parseOptions(arguments).namespace == "media")
        }
    }

    @Test("what is kubectl's goes to kubectl")
    func passThrough() throws {
        let options = try parseOptions([
            "--kubeconfig", "-x", "--context=a b", "--cluster", "c", "--user", "u", "--as=me",
        ])
        #expect(options.kubectl.kubeconfig == "-x")
        #expect(options.kubectl.context == "a b")
        #expect(options.kubectl.cluster == "c")
        #expect(options.kubectl.user == "u")
        #expect(options.kubectl.impersonatedUser == "me")
    }

    @Test("--once may check")
    func once() throws {
        #expect(try parseOptions(["--once"]).command == .once(OnceOptions(isCheck: false)))
        #expect(try parseOptions(["--check", "--once"]).command == .once(OnceOptions(isCheck: true)))
    }

    @Test("a format implies a snapshot; names may stand anywhere")
    func output() throws {
        #expect(try parseOptions(["-ojson"]).command == .once(OnceOptions(format: .json)))
        #expect(try parseOptions(["--output=wide"]).command == .once(OnceOptions(format: .wide)))
        let options = OnceOptions(isCheck: true, format: .name, hasHeaders: false, names: ["plex", "radarr", "-x"])
        let arguments = ["plex", "--check", "-o", "name", "radarr", "--no-headers", "--", "-x"]
        #expect(try parseOptions(arguments).command == .once(options))
        #expect(try parseOptions(["--once", "version"]).command == .once(OnceOptions(names: ["version"])))
    }

    @Test("a selector is read")
    func selector() throws {
        let selector = try LabelSelector(parsing: "app=plex")
        #expect(try parseOptions(["--once", "-l", "app=plex"]).command == .once(OnceOptions(selector: selector)))
        #expect(try parseOptions(["--once", "--selector=app=plex"]).command == .once(OnceOptions(selector: selector)))
    }

    @Test("--help and --version win over what follows")
    func stop() throws {
        #expect(try parseOptions(["--help", "--nonsense"]).command == .help)
        #expect(try parseOptions(["-V"]).command == .version)
        #expect(try parseOptions(["version"]).command == .version)
    }

    @Test("a refresh below half a second is half a second")
    func refresh() throws {
        #expect(try parseOptions(["-r", "0.1"]).refresh == 0.5)
        #expect(try parseOptions(["-r2.5"]).refresh == 2.5)
        #expect(try parseOptions(["--request-timeout=3s"]).requestTimeout == 3)
    }

    @Test("the language may be chosen, and is that of what is wrong after it")
    func language() throws {
        #expect(try parseOptions(["--lang", "fr"]).language == .french)
        #expect(try parseOptions(["--lang=en"]).language == .english)
        #expect(try parseOptions([]).language == nil)
        let error = thrown(UsageError.self) { try parseOptions(["--lang", "fr", "--nonsense"]) }
        #expect(error?.language == .french)
        #expect(error?.text.text(in: .french) == "option inconnue : « --nonsense »")
    }

    @Test("the help names the same options in every language, on lines of at most 120 columns")
    func help() {
        let texts = Language.allCases.map(usageText)
        let options = texts.map { text in
            text.matches(of: /(?:^|\s)--?[a-zA-Z][-a-z]*/).map { $0.output.drop(while: \.isWhitespace) }
        }
        #expect(options[0].count > 25 && options.allSatisfy { $0 == options[0] })
        #expect(texts.allSatisfy { $0.split(separator: "\n").allSatisfy { $0.count <= 120 } })
    }

    @Test("the dashboard's account can be another")
    func tokenAccount() throws {
        let request = try parseOptions(["--token-account", "headlamp/viewer"]).tokenRequest
        #expect(request == TokenRequest(namespace: "headlamp", account: "viewer"))
    }

    @Test(
        "what is not understood is said in one line",
        arguments: [
            (["--nonsense"], "unknown option '--nonsense'"), (["-x"], "unknown option '-x'"),
            (["plex"], "unexpected argument 'plex': names of applications need --once or --output"),
            (["--", "plex"], "unexpected argument 'plex': names of applications need --once or --output"),
            (["-o", "yaml"], "--output is wide, json or name, not 'yaml'"),
            (["-o", "table"], "--output is wide, json or name, not 'table'"),
            (["-o"], "option '-o' needs a value"), (["--no-headers"], "--no-headers needs --once or --output"),
            (["--tour"], "--tour goes only with --demo and its screen"),
            (["--demo", "--tour", "--once"], "--tour goes only with --demo and its screen"),
            (["--demo", "--tour", "doctor"], "--tour goes only with --demo and its screen"),
            (["-l", "a"], "-l needs --once or --output"), (["--check"], "--check needs --once or --output"),
            (["--once", "-l", "a===b"], "'a===b' is no label selector: ',' is missing before '='"),
            (["--once", "-l", "a", "plex"], "give names of applications ('plex') or --selector, not both"),
            (["-n"], "option '-n' needs a value"), (["--namespace="], "option '--namespace' needs a value"),
            (["--once=yes"], "option '--once' takes no value"),
            (["--lang", "de"], "--lang is en or fr, not 'de'"),
            (["--color", "blue"], "--color is auto, always or never, not 'blue'"),
            (["-r", "0"], "'0' is no number of seconds for -r"), (["-r", "-1"], "'-1' is no number of seconds for -r"),
            (["-r", "nan"], "'nan' is no number of seconds for -r"),
            (["-n", "../x"], "'../x' is no name of a namespace"), (["-n", "-x"], "'-x' is no name of a namespace"),
            (["-n", "%2e"], "'%2e' is no name of a namespace"),
            (["--token-account", "x"], "--token-account is NAMESPACE/NAME, not 'x'"),
        ])
    func refused(arguments: [String], text: String) {
        let error = thrown(UsageError.self) { try parseOptions(arguments) }
        #expect(error?.text.english == text)
    }
}

struct TokenDurationTests {
    @Test(
        "a token's duration is read as kubectl create token reads it",
        arguments: [("10m", 600), ("1h30m", 5400), ("3600s", 3600), ("24h", 86_400)])
    func durations(word: String, seconds: Int) throws {
        #expect(try parseOptions(["--duration", word]).tokenDuration == seconds)
    }

    @Test(
        "nothing else is a duration, and none is shorter than the API server allows",
        arguments: ["9m", "1", "h", "1d", "-1h", "1h3", "9999999h"])
    func refused(word: String) {
        #expect(throws: UsageError.self) { try parseOptions(["--duration=\(word)"]) }
    }
}
