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
    private let outputProblem: Int32?

    /// - Parameter answer: of the user; nil: there is none to ask.
    /// - Parameter outputProblem: the error number for whatever is written; nil: it can be.
    convenience init(
        _ arguments: String..., answer: String? = nil, isReadOnly: Bool = false, outputProblem: Int32? = nil
    ) throws {
        try self.init(arguments, answer: answer, isReadOnly: isReadOnly, outputProblem: outputProblem)
    }

    init(
        _ arguments: [String], answer: String? = nil, isReadOnly: Bool = false, outputProblem: Int32? = nil
    ) throws {
        options = try parseOptions(arguments)
        self.answer = answer
        self.outputProblem = outputProblem
        var settings = Settings(options, Configuration())
        settings.isReadOnly = isReadOnly
        self.settings = settings
    }

    var output: String { said.withLock(\.output) }
    var lines: [String] { output.split(separator: "\n").map(String.init) }
    var errors: [String] { said.withLock(\.errors) }

    var console: Console {
        var console = Console(
            write: { (bytes) throws(OutputFailure) in
                if let problem = self.outputProblem { throw OutputFailure(errno: problem) }
                self.said.withLock { $0.output += String(decoding: bytes, as: UTF8.self) }
            },
            complain: { line in self.said.withLock { $0.errors.append(line) } })
        if let answer {
            console.ask = { question in
                self.said.withLock { $0.errors.append(question) }
                return answer
            }
        }
        return console
    }

    /// Runs it on a seedbox whose time passes as fast as it can, unless on another cluster.
    func run(on api: ClusterAPI? = nil, versions: KubectlVersions = KubectlVersions()) async -> Int32 {
        guard case .script(let command) = options.command else { return -1 }
        let clock = DemoClock.waited
        let context = ScriptContext(
            api: api ?? .demo(start: Play.start, clock: clock), session: FakeAPI.session, language: .english,
            console: console, now: clock.now, versions: { versions })
        let run = ScriptRun(
            options: options, settings: settings, environment: [:], language: .english, console: console)
        return await run.status(of: command) { () throws(StartError) in context }
    }
}

extension DemoClock {
    /// Its time passes only when it is waited for, and leaves the others a turn to hear what has happened until then,
    /// however slow they are.
    fileprivate static var waited: DemoClock {
        let time = WaitedTime()
        return DemoClock(now: { time.now }) { moment in
            // Nothing is going to happen.
            guard moment < .distantFuture else { return (try? await Task.sleep(for: .seconds(86_400))) ?? () }
            for _ in 0..<100 { await Task.yield() }
            if !Task.isCancelled { time.pass(until: moment) }
        }
    }
}

private final class WaitedTime: Sendable {
    private let moment = Mutex(Play.start)

    var now: Date { moment.withLock { $0 } }

    func pass(until other: Date) { moment.withLock { $0 = max($0, other) } }
}
