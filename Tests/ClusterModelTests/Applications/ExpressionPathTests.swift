import Testing

@testable import ClusterModel

/// Paths that are expressions, and no places that a browser could go to.
struct ExpressionPathTests {
    private static let cases: [(path: String, annotation: String, value: String, isURL: Bool)] = [
        ("/web", "", "", true), ("/api/(v1|v2)", "", "", false), ("/files/.*", "", "", false),
        ("/web", "traefik.ingress.kubernetes.io/router.pathmatcher", "PathRegexp", false),
        ("/web", "traefik.ingress.kubernetes.io/router.pathmatcher", "PathPrefix", true),
        ("/web", "nginx.ingress.kubernetes.io/use-regex", "true", false),
    ]

    @Test("a path that is an expression is not offered as a URL", arguments: cases)
    func url(path: String, annotation: String, value: String, isURL: Bool) throws {
        let sample = Sample {
            $0.ingress.rules[0].paths?[0].path = path
            if !annotation.isEmpty { $0.ingress.metadata.annotations[annotation] = value }
        }
        let application = try #require(sample.application)
        #expect((application.chains.first?.url != nil) == isURL)
    }
}
