import TUI
import Words

/// Why there are no settings; each line is for the user.
struct ConfigurationFailure: Error, Equatable {
    var lines: [String]
}

/// The settings of this run; reads the configuration file.
func readSettings(
    _ options: Options, _ environment: [String: String], _ looks: KnownLooks = .ofThisTerminal
) throws(ConfigurationFailure) -> Settings {
    let language = options.language ?? Language(environment: environment)
    let problem = options.themeName.flatMap(looks.problem(ofTheme:))
    let lines = problem.map { ["--theme: \($0.text(in: language))"] } ?? []
    do throws(ConfigurationFailure) {
        let configuration = try readConfiguration(options, environment, looks, language)
        if !lines.isEmpty { throw ConfigurationFailure(lines: []) }
        return Settings(options, configuration)
    } catch {
        throw ConfigurationFailure(lines: lines + error.lines)
    }
}

private func readConfiguration(
    _ options: Options, _ environment: [String: String], _ looks: KnownLooks, _ language: Language
) throws(ConfigurationFailure) -> Configuration {
    guard let file = ConfigurationFile(option: options.configurationPath, environment: environment) else {
        return Configuration()
    }
    let text: String
    do throws(StartError) {
        text = try file.text()
    } catch {
        throw ConfigurationFailure(lines: [error.text.text(in: language)])
    }
    do throws(ConfigurationError) {
        return try Configuration(parsing: text, looks)
    } catch {
        throw ConfigurationFailure(lines: error.lines(file: file.path, in: language))
    }
}

extension KnownLooks {
    static let ofThisTerminal = KnownLooks(
        themes: Theme.names, roles: Role.allCases.map(\.name), isColor: { ThemeColor($0) != nil })
}
