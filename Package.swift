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
        .target(name: "Words", swiftSettings: strict),
        .target(name: "TUI", dependencies: ["CTerminal", "CSystem"], swiftSettings: strict),
        .target(name: "ClusterModel", dependencies: ["CSystem", "Words"], swiftSettings: strict),
        .executableTarget(
            name: "kstop", dependencies: ["CSystem", "TUI", "ClusterModel", "Words"], swiftSettings: strict),
        .testTarget(name: "WordsTests", dependencies: ["Words"], swiftSettings: strict),
        .testTarget(name: "TUITests", dependencies: ["TUI"], swiftSettings: strict),
        .testTarget(
            name: "ClusterModelTests",
            dependencies: ["ClusterModel", "CSystem", "Expectations", "FakeAPIServer", "Words"],
            resources: [.copy("Fixtures")], swiftSettings: strict),
        .target(name: "Expectations", path: "Tests/Expectations", swiftSettings: strict),
        .target(name: "FakeAPIServer", path: "Tests/FakeAPIServer", swiftSettings: strict),
        .target(name: "JSONSchema", path: "Tests/JSONSchema", swiftSettings: strict),
        .testTarget(
            name: "kstopTests",
            dependencies: ["kstop", "TUI", "ClusterModel", "Expectations", "JSONSchema", "Words"],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "Oracle", dependencies: ["ClusterModel"], path: "Tests/Oracle", resources: [.copy("Recorded")],
            swiftSettings: strict),
        .testTarget(
            name: "EndToEnd", dependencies: ["FakeAPIServer", "JSONSchema"], path: "Tests/EndToEnd",
            exclude: ["cluster", "clock.c", "dup3.c", "mkdir.c", "setenv.c", "write.c"], swiftSettings: strict),
    ]
)
