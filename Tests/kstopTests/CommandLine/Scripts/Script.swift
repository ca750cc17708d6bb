import FoundationEssentials
import Synchronization
import Words

@testable import ClusterModel
@testable import kstop

/// A command for scripts, and what it has said so far.
final class Script: Sendable {
    private let said = Mutex((output: "", errors: [String]()))
    private let options: Options
    private let answer: String?
    private let settings: Settings

    /// - Parameter answer: of the user; nil: there is none to ask.
    init(_ arguments: String..., answer: String? = nil, isReadOnly: Bool = false) throws {
        options = try parseOptions(arguments)
        self.answer = answer
        var settings = Settings(options, Configuration())
        settings.isReadOnly = isReadOnly
        self.settings = settings
    }

    var output: String { said.withLock(\.output) }
    var lines: [String] { output.split(separator: "\n").map(String.init) }
    var errors: [String] { said.withLock(\.errors) }

    var console: Console {
        var console = Console(
            write: { bytes in self.said.withLock { $0.output += String(decoding: bytes, as: UTF8.self) } },
            complain: { line in self.said.withLock { $0.errors.append(line) } })
        if let answer {
            console.ask = { question in
                self.said.withLock { $0.errors.append(question) }
                return answer
            }
        }
        return console
    }

    /// Runs it on a seedbox whose time passes fast, unless on another cluster.
    func run(on api: ClusterAPI? = nil, versions: KubectlVersions = KubectlVersions()) async -> Int32 {
        guard case .script(let command) = options.command else { return -1 }
        let clock = DemoClock.fast
        let context = ScriptContext(
            api: api ?? .demo(start: Play.start, clock: clock), session: FakeAPI.session, language: .english,
            console: console, now: clock.now, versions: { versions })
        let run = ScriptRun(
            options: options, settings: settings, environment: [:], language: .english, console: console)
        return await run.status(of: command) { () throws(StartError) in context }
    }
}

extension DemoClock {
    /// A clock that runs ten times as fast as it should.
    fileprivate static var fast: DemoClock {
        let speed = 10.0
        let begin = ContinuousClock.now
        let now: @Sendable () -> Date = { Play.start + (ContinuousClock.now - begin) / .seconds(1) * speed }
        return DemoClock(now: now) { moment in
            try? await Task.sleep(for: .seconds(max(0, moment.timeIntervalSince(now()) / speed)))
        }
    }
}
