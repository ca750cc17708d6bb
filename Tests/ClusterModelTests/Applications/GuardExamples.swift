import Foundation
import Testing

@testable import ClusterModel

extension ChainExample {
    static let certificates: [ChainExample] = [
        ChainExample("valid", [.tls], "ok tls web-tls | valid 62 days, letsencrypt-prod") {
            $0.addCertificate(days: 62)
        },
        ChainExample("valid for two weeks and a bit", [.tls], "ok tls web-tls | valid 14 days, letsencrypt-prod") {
            $0.addCertificate(days: 14.01)
        },
        ChainExample("expiring", [.tls], "doubtful tls web-tls | expires in 14 days, letsencrypt-prod") {
            $0.addCertificate(days: 14)
        },
        ChainExample("expiring tomorrow", [.tls], "doubtful tls web-tls | expires in 1 day, letsencrypt-prod") {
            $0.addCertificate(days: 1.2)
        },
        ChainExample("expiring today", [.tls], "doubtful tls web-tls | expires in 7h, letsencrypt-prod") {
            $0.addCertificate(days: 7.0 / 24)
        },
        ChainExample("expired", [.tls], "broken tls web-tls | expired 3 days ago") { $0.addCertificate(days: -3) },
        ChainExample("expired, and not renewed", [.tls], "broken tls web-tls | expired 3 days ago: rate limited") {
            $0.addCertificate(days: -3, isReady: false, message: "rate limited")
        },
        ChainExample("not ready", [.tls], "doubtful tls web-tls | not ready for 60m: no such secret") {
            $0.addCertificate(days: nil, isReady: false, message: "no such secret")
        },
        ChainExample(
            "refused by the authority", [.tls],
            "doubtful tls web-tls | not ready for 60m: The certificate request has failed: 429 rateLimited"
        ) {
            $0.addCertificate(days: nil, isReady: false, message: "Issuing certificate as Secret does not exist")
            guard case .certificate(var certificate)? = $0.others.popLast() else { return }
            let words = "The certificate request has failed: 429 rateLimited"
            certificate.conditions.append(
                Condition(type: "Issuing", status: "False", reason: "Failed", message: words))
            $0.others.append(.certificate(certificate))
        },
        ChainExample("not ready without a word", [.tls], "doubtful tls web-tls | not ready for 60m") {
            $0.addCertificate(days: 40, isReady: false)
        },
        ChainExample("without an expiry", [.tls], "ok tls web-tls | valid, letsencrypt-prod") {
            $0.addCertificate(days: nil)
        },
        ChainExample(
            "for another host", [.tls], "doubtful tls web-tls | is for a.example.org, not for web.example.org"
        ) { $0.addCertificate(days: 62, names: ["a.example.org"]) },
        ChainExample("for all hosts of a domain", [.tls], "ok tls web-tls | valid 62 days, letsencrypt-prod") {
            $0.addCertificate(days: 62, names: ["*.Example.org"])
        },
        ChainExample(
            "a wildcard is for one label", [.tls],
            "doubtful tls web-tls | is for *.example.org, not for a.b.example.org"
        ) {
            $0.addCertificate(days: 62, names: ["*.example.org"])
            $0.ingress.rules[0].host = "a.b.example.org"
            $0.ingress.tls[0].hosts = ["a.b.example.org"]
        },
        ChainExample(
            "in another secret", [.tls], "doubtful tls web-tls | certificate web-cert is kept in other instead"
        ) { $0.addCertificate(days: 62, secret: "other") },
        ChainExample("asked for and not made", [.tls], "doubtful tls web-tls | cert-manager has no certificate for it")
        {
            $0.ingress.metadata.annotations["cert-manager.io/issuer"] = "mine"
        },
        ChainExample("kept in a secret by hand", [.tls], "ok tls web-tls | covers web.example.org") {
            $0.sources = [.certificates: .notServed]
        },
        ChainExample(
            "asked of a server without cert-manager", [.tls],
            "unknown tls web-tls | unknown: the API server has no certificates"
        ) {
            $0.ingress.metadata.annotations["cert-manager.io/issuer"] = "mine"
            $0.sources = [.certificates: .notServed]
        },
        ChainExample("that may not be read", [.tls], "unknown tls web-tls | unknown: certificates is forbidden") {
            $0.ingress.metadata.annotations["cert-manager.io/issuer"] = "mine"
            $0.sources = [.certificates: .forbidden("certificates is forbidden")]
        },
        ChainExample(
            "the controller's own", [.tls],
            "doubtful tls default certificate | browsers refuse it, unless it was replaced"
        ) {
            $0.addCertificate(days: 62)
            $0.ingress.tls = [IngressTLS(hosts: ["web.example.org"])]
        },
        ChainExample(
            "one that Traefik gets", [.tls], "ok tls le | Traefik itself gets a certificate for web.example.org"
        ) {
            $0.ingress.tls = []
            $0.route("tls.certresolver", "le")
        },
        ChainExample(
            "TLS by Traefik's entry point", [.tls],
            "doubtful tls default certificate | browsers refuse it, unless it was replaced"
        ) {
            $0.ingress.tls = []
            $0.route("entrypoints", "websecure")
        },
        ChainExample("plain http by Traefik's entry point", [.tls], "doubtful tls none | no TLS: plain http") {
            $0.ingress.tls = []
            $0.route("entrypoints", "web")
            $0.route("tls", "true")
        },
        ChainExample(
            "an entry point of nobody", [.ingress],
            "doubtful ingress ing-web | entry point https is not one that Traefik has by itself (web, websecure)"
        ) { $0.route("entrypoints", "https") },
        ChainExample(
            "an ingress for its certificate alone", [.ingress], "ok ingress ing-web | only asks for a certificate"
        ) { $0.ingress.rules[0].paths = nil },
    ]

    static let middlewares: [ChainExample] = [
        ChainExample("that does not exist", [.auth], "broken auth oauth | middleware oauth does not exist") {
            $0.passes("kubeseed-oauth@kubernetescrd")
        },
        ChainExample("of another namespace", [.auth], "ok auth oauth | ") {
            $0.passes("tools-oauth@kubernetescrd, default-redirect-https@kubernetescrd")
        },
        ChainExample("of a file", [.auth], "ok auth basic | ") { $0.passes("kubeseed-basic@file") },
        ChainExample("that may not be read", [.auth], "ok auth oauth | ") {
            $0.passes("kubeseed-oauth@kubernetescrd")
            $0.sources = [.middlewares: .forbidden("no")]
        },
        ChainExample("when neither group is served", [.auth], "ok auth oauth | ") {
            $0.passes("kubeseed-oauth@kubernetescrd")
            $0.sources = [.middlewares: .notServed, .containoMiddlewares: .notServed]
        },
        ChainExample("while one group is still being read", [.auth], "ok auth oauth | ") {
            $0.passes("kubeseed-oauth@kubernetescrd")
            $0.sources = [.containoMiddlewares: .loading]
        },
        ChainExample("when only one group is served", [.auth], "broken auth oauth | middleware oauth does not exist") {
            $0.passes("kubeseed-oauth@kubernetescrd")
            $0.sources = [.containoMiddlewares: .notServed]
        },
        ChainExample("of the older group, and there is no other", [.auth], "ok auth oauth | ") {
            $0.passes("kubeseed-guard@kubernetescrd")
            $0.addOldMiddleware("guard")
            $0.sources = [.middlewares: .notServed]
        },
        ChainExample(
            "of the older group alone, beside the newer one", [.auth],
            "doubtful auth oauth | middleware guard exists only as traefik.containo.us, which Traefik 3 does not read"
        ) {
            $0.passes("kubeseed-guard@kubernetescrd")
            $0.addOldMiddleware("guard")
        },
        ChainExample(
            "that asks for the password before the redirect", [.auth],
            "doubtful auth basic | asks for the password in plain http, before it redirects to https"
        ) { $0.passes("kubeseed-my-basic-auth@kubernetescrd, default-redirect-https@kubernetescrd") },
        ChainExample("between blanks and commas", [.auth], "ok auth basic | ") {
            $0.passes(" default-redirect-https@kubernetescrd ,  kubeseed-my-basic-auth@kubernetescrd , ")
        },
        ChainExample(
            "whose namespace was forgotten", [.auth], "broken auth basic | middleware my-basic-auth does not exist"
        ) { $0.passes("my-basic-auth@kubernetescrd") },
        ChainExample(
            "whose provider was forgotten", [.auth],
            "broken auth basic | middleware kubeseed-my-basic-auth does not exist"
        ) { $0.passes("kubeseed-my-basic-auth") },
        ChainExample("of another namespace that is read", [.auth], "ok auth other | tools-home") {
            $0.passes("tools-home@kubernetescrd")
            let metadata = Metadata(name: "home", namespace: "tools", uid: "home")
            $0.middlewares.append(
                .middleware(Middleware(metadata: metadata, spec: MiddlewareSpec(types: ["ipAllowList"]))))
        },
        ChainExample("whose name says another thing", [.auth], "ok auth basic | ") {
            $0.passes("kubeseed-oauth@kubernetescrd")
            $0.middlewares = [Sample.middleware("oauth", "digestAuth")]
        },
        ChainExample(
            "that authenticates nobody", [.auth], "doubtful auth none | anyone on the internet reaches this application"
        ) {
            $0.passes("kubeseed-basic@kubernetescrd")
            $0.middlewares = [Sample.middleware("basic", "headers")]
        },
        ChainExample("that looks at addresses", [.auth], "ok auth other | home") {
            $0.passes("kubeseed-home@kubernetescrd")
            $0.middlewares = [Sample.middleware("home", "ipAllowList")]
        },
        ChainExample("a chain of them", [.auth], "ok auth basic | ") {
            $0.passes("kubeseed-all@kubernetescrd")
            $0.addChain("all", of: ["my-basic-auth"])
        },
        ChainExample("a chain that lacks one", [.auth], "broken auth none | middleware gone does not exist") {
            $0.passes("kubeseed-all@kubernetescrd")
            $0.addChain("all", of: ["gone"])
        },
        ChainExample("a chain that contains itself", [.auth], "ok auth basic | ") {
            $0.passes("kubeseed-all@kubernetescrd")
            $0.addChain("all", of: ["all", "my-basic-auth"])
        },
        ChainExample("none for a host at home", [.auth], "ok auth none | no public host") {
            $0.passes("")
            $0.ingress.rules[0].host = "web.lan"
        },
        ChainExample("ingress-nginx", [.auth], "ok auth basic | ") {
            $0.ingress.metadata.annotations = ["nginx.ingress.kubernetes.io/auth-type": "basic"]
        },
    ]

    private static let away =
        "doubtful policy web-only | keeps the ingress controller away from web-577f7d9db5-sbsbs port 8080"
    private static let sameNamespace = NetworkPolicy.Peer(podSelector: LabelSelector())

    static let policies: [ChainExample] = [
        ChainExample("nothing is let in", [.policy], away) { $0.addPolicy([]) },
        ChainExample("only the namespace", [.policy], away) {
            $0.addPolicy([NetworkPolicy.Rule(from: [sameNamespace])])
        },
        ChainExample("everyone, on another port", [.policy], away) {
            $0.addPolicy([NetworkPolicy.Rule(ports: [NetworkPolicy.Port(port: .number(9090))])])
        },
        ChainExample("everyone, by UDP", [.policy], away) {
            $0.addPolicy([NetworkPolicy.Rule(ports: [NetworkPolicy.Port(transport: "UDP", port: .number(8080))])])
        },
        ChainExample("everyone", [.policy]) { $0.addPolicy([NetworkPolicy.Rule()]) },
        ChainExample("everyone, on a range of ports", [.policy]) {
            $0.addPolicy([NetworkPolicy.Rule(ports: [NetworkPolicy.Port(port: .number(8000), endPort: 9000)])])
        },
        ChainExample("everyone, on a port by name", [.policy]) {
            $0.pod.spec.containers[0].ports = [ContainerPort(name: "http", containerPort: 8080)]
            $0.addPolicy([NetworkPolicy.Rule(ports: [NetworkPolicy.Port(port: .name("http"))])])
        },
        ChainExample("another namespace", [.policy]) {
            $0.addPolicy([NetworkPolicy.Rule(from: [NetworkPolicy.Peer(namespaceSelector: LabelSelector())])])
        },
        ChainExample("addresses", [.policy]) {
            $0.addPolicy([NetworkPolicy.Rule(from: [NetworkPolicy.Peer(hasIPBlock: true)])])
        },
        ChainExample("the namespace, in which the controller runs", [.policy]) {
            var traefik = $0.newPod
            traefik.metadata.labels = ["ksapp": "traefik"]
            $0.others = [.pod(traefik)]
            $0.addPolicy([NetworkPolicy.Rule(from: [sameNamespace])])
        },
        ChainExample("two, of which one is open", [.policy]) {
            $0.addPolicy([])
            $0.addPolicy([NetworkPolicy.Rule()]) { $0.metadata = Sample.metadata("open", kind: "policy") }
        },
        ChainExample("for what goes out", [.policy]) { $0.addPolicy([]) { $0.isolatesIngress = false } },
        ChainExample("for other pods", [.policy]) {
            $0.addPolicy([]) { $0.podSelector.matchLabels = ["ksapp": "db"] }
        },
        ChainExample("of another namespace", [.policy]) { $0.addPolicy([]) { $0.metadata.namespace = "other" } },
    ]

    static let claims: [ChainExample] =
        [
            ("the host in upper case", "WEB.example.org", "/"), ("without a path", "web.example.org", ""),
            ("with slashes at the end", "web.example.org", "//"),
        ].map { name, host, path in
            ChainExample(name, [.ingress], "doubtful ingress ing-web | the same host and path as ing-your") {
                $0.addRival(host, path)
            }
        } + [
            ChainExample("another path", [.ingress], "ok ingress ing-web | traefik  /") {
                $0.addRival("web.example.org", "/api")
            },
            ChainExample("a path in upper case is another one", [.ingress], "ok ingress ing-web | traefik  /a") {
                $0.ingress.rules[0].paths?[0].path = "/a"
                $0.addRival("web.example.org", "/A")
            },
        ]

    static let workloads: [ChainExample] = [
        ChainExample(
            "a stopped stateful set", [.endpoints], "stopped endpoints stopped | stateful set web is scaled to 0"
        ) { $0.replaceDeployment { .statefulSet(StatefulSet(metadata: $0, replicas: 0, template: $1)) } },
        ChainExample(
            "a stateful set without pods", [.endpoints],
            "progressing endpoints 0 of 1 ready | stateful set web has no pods yet"
        ) { $0.replaceDeployment { .statefulSet(StatefulSet(metadata: $0, template: $1)) } },
        ChainExample(
            "a daemon set for no node", [.endpoints], "stopped endpoints stopped | no node is meant for daemon set web"
        ) { $0.replaceDeployment { .daemonSet(DaemonSet(metadata: $0, template: $1)) } },
        ChainExample(
            "stateful sets that may not be read", [.endpoints], "unknown endpoints unknown | unknown: no"
        ) {
            $0.absent = [.pods, .deployments]
            $0.slice.endpoints = []
            $0.sources = [.statefulSets: .forbidden("no")]
        },
    ]
}

extension Sample {
    /// The ingress' only middlewares.
    mutating func passes(_ middlewares: String) {
        ingress.metadata.annotations["traefik.ingress.kubernetes.io/router.middlewares"] = middlewares
    }

    mutating func route(_ option: String, _ value: String) {
        ingress.metadata.annotations["traefik.ingress.kubernetes.io/router.\(option)"] = value
    }

    mutating func addOldMiddleware(_ name: String) {
        let metadata = Metadata(name: name, namespace: "kubeseed", uid: "old")
        let spec = MiddlewareSpec(types: ["forwardAuth"])
        middlewares = [.containoMiddleware(ContainoMiddleware(metadata: metadata, spec: spec))]
    }

    fileprivate mutating func addChain(_ name: String, of members: [String]) {
        let metadata = Metadata(name: name, namespace: "kubeseed", uid: "middleware \(name)")
        let references = members.map { ObjectReference(kind: "", name: $0) }
        middlewares.append(
            .middleware(Middleware(metadata: metadata, spec: MiddlewareSpec(types: ["chain"], members: references))))
    }

    fileprivate mutating func addRival(_ host: String, _ path: String) {
        var other = ingress
        other.metadata = Sample.metadata("ing-your", kind: "ingress")
        other.metadata.labels = ["ksapp": "other"]
        other.rules[0].host = host
        other.rules[0].paths?[0].path = path
        others.append(.ingress(other))
    }

    /// Something else would make the same pods, and has made none.
    fileprivate mutating func replaceDeployment(_ make: (Metadata, PodTemplate) -> ClusterObject) {
        absent = [.pods, .deployments]
        slice.endpoints = []
        others.append(make(Sample.metadata("web", kind: "set"), deployment.spec.template))
    }
}
