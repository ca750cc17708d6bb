// swift-tools-version: 6.0
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "kstop",
    targets: [
        .target(name: "CSystem"),
        .target(name: "CTerminal", linkerSettings: [.linkedLibrary("ncursesw")]),
        .target(name: "TUI", dependencies: ["CTerminal", "CSystem"], swiftSettings: strict),
        .target(name: "ClusterModel", dependencies: ["CSystem"], swiftSettings: strict),
        .executableTarget(name: "kstop", dependencies: ["TUI", "ClusterModel"], swiftSettings: strict),
        .testTarget(name: "TUITests", dependencies: ["TUI"], swiftSettings: strict),
        .testTarget(
            name: "ClusterModelTests", dependencies: ["ClusterModel", "CSystem"],
            resources: [.copy("Fixtures")], swiftSettings: strict),
        .target(name: "JSONSchema", path: "Tests/JSONSchema", swiftSettings: strict),
        .testTarget(
            name: "kstopTests", dependencies: ["kstop", "TUI", "ClusterModel", "JSONSchema"],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(name: "Oracle", dependencies: ["ClusterModel"], path: "Tests/Oracle", swiftSettings: strict),
        .testTarget(
            name: "EndToEnd", dependencies: ["JSONSchema"], path: "Tests/EndToEnd", exclude: ["cluster"],
            swiftSettings: strict),
    ]
)
