import Testing

/// A configuration file that will not do, told by the program itself.
struct WrongConfigurationTests {
    @Test("each mistake is a line that says where it is, and nothing is begun", arguments: [[], ["--once"]])
    func mistakes(arguments: [String]) async throws {
        let folder = try TemporaryFolder()
        try folder.write("{\n  mouse: 1,\n  keys: { logs: 'r' },\n}\n", to: "c.json5")
        let path = folder.path + "/c.json5"
        let run = try await Run.program(Binary.path, ["--demo", "--config", path] + arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(
            run.errorLines.map { $0.prefix("kstop: \(path):0:00:".count) } == [
                "kstop: \(path):2:10:", "kstop: \(path):3:17:",
            ])
    }

    @Test("--help and --version need no configuration", arguments: ["--help", "--version"])
    func help(option: String) async throws {
        let run = try await Binary.run(option, environment: ["KSTOP_CONFIG": "/nonexistent/c.json5"])
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
    }
}
