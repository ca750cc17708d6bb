import CFuzz
import FoundationEssentials
import Glibc

/// Runs the target that KSTOP_FUZZ names; all else is libFuzzer's.
@main
struct Fuzz {
    static func main() {
        guard let name = getenv("KSTOP_FUZZ"), let target = Target(rawValue: String(cString: name)) else {
            print("KSTOP_FUZZ names the target: " + Target.allCases.map(\.rawValue).joined(separator: " "))
            exit(2)
        }
        target.prepare()
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        exit(LLVMFuzzerRunDriver(&count, &arguments, test))
    }
}

/// What reads bytes that others have written.
enum Target: String, CaseIterable {
    case http, watch, resources, log, manifest, configuration, filter, printable, keys

    /// What is needed before the first bytes come.
    func prepare() {
        if self == .keys { cf_start_ncurses() }
    }

    /// Does with some bytes what kstop does with them, and stops the program when something comes of it that must not.
    func test(_ bytes: [UInt8]) {
        switch self {
        case .http: testHTTP(bytes)
        case .watch: testWatch(bytes)
        case .resources: testResources(bytes)
        case .log: testLog(bytes)
        case .manifest: testManifest(bytes)
        case .configuration: testConfiguration(bytes)
        case .filter: testFilter(bytes)
        case .printable: testPrintable(bytes)
        case .keys: testKeys(bytes)
        }
    }
}

private let chosen = getenv("KSTOP_FUZZ").flatMap { Target(rawValue: String(cString: $0)) }

private func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    chosen?.test(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

extension [UInt8] {
    /// The bytes after the first, in pieces as long as the first says: the smaller it is, the more of them.
    var pieces: [[UInt8]] {
        guard let size = first.map({ Int($0) + 1 }) else { return [] }
        let rest = dropFirst()
        return stride(from: rest.startIndex, to: rest.endIndex, by: size).map { start in
            Array(rest[start..<Swift.min(start + size, rest.endIndex)])
        }
    }

    var text: String { String(decoding: self, as: UTF8.self) }
}
