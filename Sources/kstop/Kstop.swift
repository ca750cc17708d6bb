import CSystem
import ClusterModel
import FoundationEssentials
import Glibc
import TUI
import Words

/// The program: reads the command line, connects, and either prints a snapshot or runs the screen.
@main
struct Kstop {
    static func main() {
        let environment = ProcessInfo.processInfo.environment
        do throws(UsageError) {
            let options = try parseOptions(arguments())
            let language = options.language ?? Language(environment: environment)
            if options.command.runsTasks, let lack = lack() { fail([lack], in: language) }
            switch options.command {
            case .help: finish(printing: [usageText(in: language)], in: language)
            case .version: finish(printing: ["kstop \(Release.version)"], in: language)
            case .once(let once): Kstop(options, environment).printSnapshot(once)
            case .script(let script): Kstop(options, environment).runScript(script)
            case .doctor:
                let doctor = Doctor(options: options, environment: environment)
                exit(waitFor { await doctor.run(.live(in: language)) })
            case .configuration(let isCheck): Kstop(options, environment).printConfiguration(isCheck: isCheck)
            case .screen: Kstop(options, environment).runScreen()
            }
        } catch {
            let language = error.language ?? Language(environment: environment)
            fail([error.text, Phrase("Try 'kstop --help'")], in: language)
        }
    }

    private let options: Options
    private let settings: Settings
    private let environment: [String: String]
    private let language: Language

    /// Reads the configuration file; ends the program if it is wrong.
    private init(_ options: Options, _ environment: [String: String]) {
        self.options = options
        self.environment = environment
        do throws(ConfigurationFailure) {
            settings = try readSettings(options, environment)
            language = settings.language ?? Language(environment: environment)
        } catch {
            error.lines.forEach { write("kstop: \(printable($0))\n", to: STDERR_FILENO) }
            exit(ExitStatus.usage)
        }
    }

    private func printSnapshot(_ once: OnceOptions) {
        let report = waitFor { () async -> OnceReport in
            do throws(StartError) {
                let connection = try await connect(
                    options, settings, environment, guessesNamespace: true, thrift: .ofTime)
                defer { connection.proxy?.stop() }
                return await onceReport(
                    connection.api, connection.session, once, in: language,
                    patience: .seconds(options.requestTimeout), now: connection.now())
            } catch {
                return OnceReport(remarks: [error.text.text(in: language)], status: ExitStatus.usage)
            }
        }
        report.remarks.forEach { write("kstop: \(printable($0))\n", to: STDERR_FILENO) }
        finish(printing: report.lines, status: report.status, in: language)
    }

    /// Its mistakes have been told by now.
    private func printConfiguration(isCheck: Bool) {
        let file = ConfigurationFile(option: options.configurationPath, environment: environment)?.existingPath
        guard isCheck else {
            finish(printing: effectiveConfiguration(options, settings, environment).lines(in: language), in: language)
        }
        let text = file.map { Phrase("\($0): no mistakes") } ?? Phrase("no configuration file: all is as usual")
        finish(printing: [text.text(in: language)], in: language)
    }

    private func runScript(_ command: ScriptCommand) {
        let run = ScriptRun(
            options: options, settings: settings, environment: environment, language: language,
            console: .live(in: language))
        exit(waitFor { await run.status(of: command) })
    }

    private func runScreen() {
        guard Terminal.isAvailable else { fail([TerminalError.notATerminal.text], in: language) }
        // Before any other thread exists, so that all of them leave these signals to the loop.
        let signals = Signals()
        let connecting = connecting()
        let ending: Ending
        do throws(TerminalError) {
            let terminal = try Terminal(options: terminalOptions, signals: signals)
            defer { terminal.close() }
            let session = settings.session(context: "", namespace: settings.namespace ?? "kubeseed")
            var opening = Opening(terminal: terminal, signals: signals, model: model(session, terminal, now: Date()))
            switch opening.wait(for: connecting) {
            case .connected(let connection, let typed):
                ending = run(on: terminal, signals, connection, typed)
            case .ended(let early): ending = early
            }
        } catch {
            fail([error.text], in: language)
        }
        switch ending {
        case .quit(let status): exit(status)
        case .signal(let signal): Signals.die(of: signal)
        case .failure(let text): fail([text], in: language)
        }
    }

    private func run(on terminal: Terminal, _ signals: Signals, _ connection: Connection, _ typed: [Key]) -> Ending {
        let loop = Loop(
            model(connection.session, terminal, now: connection.now()), terminal: terminal, signals: signals,
            connection: connection,
            connector: Connector(options, settings, environment), environment: environment)
        return loop.run(typed: typed)
    }

    /// What is known before anything has been read; says what is odd about the terminal.
    private func model(_ session: Session, _ terminal: Terminal, now: Date) -> Model {
        var model = Model(session, settings, language, now: now, size: terminal.size)
        if let problem = terminal.facts.problem(named: environment["TERM"] ?? "") { model.say(problem, .warning) }
        if options.isTour { model.tour = Tour() }
        return model
    }

    /// Where the connection will arrive, or why there is none.
    private func connecting() -> Inbox<OpeningNews> {
        let inbox = Inbox<OpeningNews>()
        Task { [options, settings, environment] in
            do throws(StartError) {
                let connection = try await connect(options, settings, environment, guessesNamespace: true) { lines in
                    inbox.post(.kubectlSaid(lines))
                }
                inbox.post(.connected(connection))
            } catch {
                inbox.post(.failed(error))
            }
        }
        return inbox
    }

    private var terminalOptions: TerminalOptions {
        TerminalOptions(
            usesColor: usesColor(settings.color, environment), usesASCII: settings.usesASCII, theme: settings.theme,
            usesMouse: settings.usesMouse)
    }
}

/// What stands after the program's name. Bytes that are not UTF-8 become U+FFFD.
private func arguments() -> [String] {
    var arguments: [String] = []
    while let argument = cs_arguments()[arguments.count] { arguments.append(String(cString: argument)) }
    return Array(arguments.dropFirst())
}

/// What the system lacks that kstop cannot do without; nil if nothing. The socket to kubectl is found in /proc.
private func lack() -> Phrase? {
    guard access("/proc/self/fd", F_OK) == 0 else { return Phrase("/proc is not mounted, and kstop requires it") }
    return threadShortage()
}

/// What follows "kstop: " on standard error, then the end: the command line, the kubeconfig or the terminal will not do.
private func fail(_ lines: [Phrase], in language: Language) -> Never {
    let texts = lines.map { printable($0.text(in: language)) }
    write("kstop: \(texts.joined(separator: "\n"))\n", to: STDERR_FILENO)
    exit(ExitStatus.usage)
}

private func finish(
    printing lines: [String], status: Int32 = ExitStatus.success, in language: Language
) -> Never {
    Console.live(in: language).put(Array(lines.map { $0 + "\n" }.joined().utf8))
    exit(status)
}

/// Whether the screen may use colors: `--color`, then the configuration file, which no-color.org puts above NO_COLOR (if
/// not empty), then that, CLICOLOR_FORCE and TERM.
func usesColor(_ choice: ColorChoice, _ environment: [String: String]) -> Bool {
    func isSet(_ name: String) -> Bool { environment[name].map { !$0.isEmpty } ?? false }
    return switch choice {
    case .always: true
    case .never: false
    case .automatic: !isSet("NO_COLOR") && (isSet("CLICOLOR_FORCE") || environment["TERM"] != "dumb")
    }
}
