import Testing

@testable import ClusterModel

/// What is known of the middlewares that an ingress names.
struct NamedMiddlewareTests {
    private let ingress: Ingress = {
        var ingress = Ingress(metadata: Metadata(name: "ing-radarr", namespace: "kubeseed"))
        ingress.metadata.annotations["traefik.ingress.kubernetes.io/router.middlewares"] =
            "kubeseed-auth@kubernetescrd, kubeseed-lost@kubernetescrd,default-redirect-https@kubernetescrd"
        return ingress
    }()
    private let auth = Middleware(
        metadata: Metadata(name: "auth", namespace: "kubeseed", uid: "1"), spec: MiddlewareSpec(types: ["basicAuth"]))

    @Test("one is known, one does not exist, one lives elsewhere")
    func knowledge() {
        var cluster = Cluster([.middleware(auth)])
        cluster.apply(.source(.middlewares, .live))
        cluster.apply(.source(.containoMiddlewares, .notServed))
        #expect(
            ingress.middlewares(in: cluster) == [
                NamedMiddleware(name: "auth", knowledge: .known(auth.spec)),
                NamedMiddleware(name: "lost", knowledge: .missing),
                NamedMiddleware(name: "default-redirect-https", knowledge: .unknown),
            ])
    }

    @Test("one that the running Traefik does not read is told from one that does not exist")
    func unread() {
        let old = ContainoMiddleware(metadata: auth.metadata, spec: auth.spec)
        var cluster = Cluster([.containoMiddleware(old)])
        for kind in ResourceKind.allCases { cluster.apply(.source(kind, .live)) }
        cluster.apply(.found(.traefik, .traefik(TraefikVersion(3, 5))))
        #expect(ingress.middlewares(in: cluster).map(\.knowledge) == [.unread, .missing, .unknown])
    }

    @Test("where middlewares may not be read, none is missing")
    func forbidden() {
        var cluster = Cluster()
        cluster.apply(.source(.middlewares, .forbidden("no")))
        #expect(ingress.middlewares(in: cluster).map(\.knowledge) == [.unknown, .unknown, .unknown])
    }
}
