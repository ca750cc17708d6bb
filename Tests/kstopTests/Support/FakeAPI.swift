import ClusterModel
import FoundationEssentials
import Words

@testable import ClusterModel
@testable import kstop

/// A cluster that answers once, as a test says.
enum FakeAPI {
    static let session = Session(context: "k3s-seedbox", namespace: "kubeseed")

    /// What `--once` reports of it.
    static func report(
        _ options: OnceOptions = OnceOptions(), in language: Language = .english, namespaceExists: Bool = true,
        unreadable: [UnreadableObject] = [],
        _ objects: @escaping @Sendable (ResourceKind) -> Result<[ClusterObject], APIError> = seedbox
    ) async -> OnceReport {
        let api = api(namespaceExists: namespaceExists, unreadable: unreadable, objects)
        return await onceReport(api, session, options, in: language, patience: .zero, now: Play.start)
    }

    static func api(
        namespaceExists: Bool = true, unreadable: [UnreadableObject] = [],
        _ objects: @escaping @Sendable (ResourceKind) -> Result<[ClusterObject], APIError> = seedbox
    ) -> ClusterAPI {
        ClusterAPI(
            changes: { _, _ in AsyncStream { $0.finish() } },
            objects: { kind, _ throws(APIError) in
                ObjectList(objects: try objects(kind).get(), unreadable: kind == .pods ? unreadable : [])
            },
            metrics: { _ in AsyncStream { $0.finish() } },
            find: { Play.newDemo.answer(to: $0) },
            log: { _ in AsyncStream { $0.finish() } },
            plainLog: { _, _ in },
            lastLines: { _ in [] },
            describe: { _ throws(APIError) in throw .notAsked(.nothing) },
            manifest: { _ throws(APIError) in throw .notAsked(.nothing) },
            restart: { _, _ in },
            scale: { _ in },
            deletePod: { _ in },
            forward: { _ in AsyncStream { $0.finish() } },
            token: { _ throws(APIError) in throw .notAsked(.nothing) },
            namespaceExists: { _ in namespaceExists },
            namespaces: { ["default", "kubeseed"] },
            accessRules: { _ in .everything },
            servedVersions: { Set(ResourceKind.allCases.flatMap(\.apiVersions)) })
    }

    @Sendable static func seedbox(_ kind: ResourceKind) -> Result<[ClusterObject], APIError> {
        .success(Play.newDemo.objects(kind))
    }

    static func forbidden(_ kind: ResourceKind) -> APIError {
        .refused(code: 403, reason: "Forbidden", message: "\(kind.plural) is forbidden")
    }
}
