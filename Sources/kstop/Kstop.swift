import ClusterModel
import FoundationEssentials
import Glibc
import TUI

/// The program: reads the command line, connects, and either prints a snapshot or runs the screen.
@main
struct Kstop {
    static func main() {
        let environment = ProcessInfo.processInfo.environment
        do throws(UsageError) {
            let options = try parseOptions(Array(CommandLine.arguments.dropFirst()))
            switch options.command {
            case .help: finish(printing: [usageText])
            case .version: finish(printing: ["kstop \(Release.version)"])
            case .once(let once): printSnapshot(options, settings(options, environment), once, environment)
            case .screen: runScreen(options, settings(options, environment), environment)
            }
        } catch {
            fail([error.text, "Try 'kstop --help'"], status: ExitStatus.usage)
        }
    }

    /// What the options and the configuration file say; ends the program if the file is wrong.
    private static func settings(_ options: Options, _ environment: [String: String]) -> Settings {
        do throws(ConfigurationFailure) {
            return try readSettings(options, environment)
        } catch {
            error.lines.forEach { write("kstop: \(printable($0))\n", to: STDERR_FILENO) }
            exit(ExitStatus.usage)
        }
    }

    private static func printSnapshot(
        _ options: Options, _ settings: Settings, _ once: OnceOptions, _ environment: [String: String]
    ) {
        let report = waitFor { () async -> OnceReport in
            do throws(StartError) {
                let connection = try await connect(options, settings, environment)
                defer { connection.proxy?.stop() }
                return await onceReport(
                    connection.api, connection.session, once, patience: .seconds(options.requestTimeout),
                    now: connection.now())
            } catch {
                return OnceReport(remarks: [error.text], status: ExitStatus.usage)
            }
        }
        report.remarks.forEach { write("kstop: \(printable($0))\n", to: STDERR_FILENO) }
        finish(printing: report.lines, status: report.status)
    }

    private static func runScreen(_ options: Options, _ settings: Settings, _ environment: [String: String]) {
        guard Terminal.isAvailable else { fail(["not a terminal; use --once"], status: ExitStatus.usage) }
        // Before any other thread exists, so that all of them leave these signals to the loop.
        let signals = Signals()
        let connection = connectOrFail(options, settings, environment, signals)
        let ending: Ending
        do throws(TerminalError) {
            let terminal = try Terminal(options: terminalOptions(settings, environment))
            defer { terminal.close() }
            let loop = Loop(
                terminal: terminal, signals: signals, connection: connection, environment: environment)
            ending = loop.run()
        } catch {
            connection.proxy?.stop()
            fail([error.text], status: ExitStatus.usage)
        }
        connection.proxy?.stop()
        switch ending {
        case .quit(let status): exit(status)
        case .signal(let signal): Signals.die(of: signal)
        }
    }

    /// Connects; a signal meanwhile ends the program.
    private static func connectOrFail(
        _ options: Options, _ settings: Settings, _ environment: [String: String], _ signals: Signals
    ) -> Connection {
        let inbox = Inbox<Result<Connection, StartError>>()
        Task {
            do throws(StartError) {
                inbox.post(.success(try await connect(options, settings, environment)))
            } catch {
                inbox.post(.failure(error))
            }
        }
        while true {
            signals.wait(inbox: inbox)
            switch inbox.takeAll().first {
            case .success(let connection): return connection
            case .failure(let error): fail([error.text], status: ExitStatus.usage)
            case nil: break
            }
            if let signal = signals.takeAll().first(where: \.isDeadly) { Signals.die(of: signal) }
        }
    }

    private static func terminalOptions(_ settings: Settings, _ environment: [String: String]) -> TerminalOptions {
        TerminalOptions(usesColor: usesColor(settings.color, environment), usesASCII: settings.usesASCII)
    }

    /// What follows "kstop: " on standard error, then the end.
    private static func fail(_ lines: [String], status: Int32) -> Never {
        write("kstop: \(lines.map(printable).joined(separator: "\n"))\n", to: STDERR_FILENO)
        exit(status)
    }

    private static func finish(printing lines: [String], status: Int32 = ExitStatus.success) -> Never {
        write(lines.map { $0 + "\n" }.joined(), to: STDOUT_FILENO)
        exit(status)
    }
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
