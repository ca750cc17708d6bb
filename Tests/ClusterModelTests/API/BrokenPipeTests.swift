import Glibc
import Testing

@testable import ClusterModel

struct BrokenPipeTests {
    @Test("a program that does not read what it is given ends nobody but itself")
    func unread() async {
        // As a program has it that does not ignore the signal.
        signal(SIGPIPE, SIG_DFL)
        let input = Array(repeating: UInt8(ascii: "x"), count: 1 << 20)
        let code = await exitCode(of: ["true"], environment: ["PATH": "/usr/bin:/bin"], input: input)
        #expect(code == nil)
    }
}
