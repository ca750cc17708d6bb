// swift-tools-version: 6.0
import PackageDescription

// kstop's own sources, instrumented for libFuzzer. A package of its own: nothing of it is needed to build kstop.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .unsafeFlags(["-sanitize=fuzzer", "-enable-testing"]),
]
let instrumented: [CSetting] = [.unsafeFlags(["-fsanitize=fuzzer-no-link"])]

let package = Package(
    name: "kstop",
    targets: [
        .target(name: "CSystem", cSettings: instrumented),
        .target(name: "CTerminal", cSettings: instrumented, linkerSettings: [.linkedLibrary("ncursesw")]),
        .target(name: "Words", swiftSettings: strict),
        .target(name: "TUI", dependencies: ["CTerminal", "CSystem"], swiftSettings: strict),
        .target(name: "ClusterModel", dependencies: ["CSystem", "Words"], swiftSettings: strict),
        // As a library: Kstop.swift has the program's main function.
        .target(
            name: "kstop", dependencies: ["TUI", "ClusterModel", "Words"], exclude: ["Kstop.swift"],
            swiftSettings: strict),
        .target(name: "CFuzz"),
        .executableTarget(
            name: "Fuzz", dependencies: ["CFuzz", "CTerminal", "TUI", "ClusterModel", "Words", "kstop"],
            swiftSettings: strict, linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
    ]
)
