import Foundation
import Testing
import Words

@testable import ClusterModel

/// What is said of an ingress that a real Traefik 3 was seen to answer in one way or another: each example is named after
/// what it answers.
struct TraefikTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var verdict: String
        var sample: Sample

        init(_ name: String, _ verdict: String, change: (inout Sample) -> Void) {
            (testDescription, self.verdict) = (name, verdict)
            sample = Sample(change)
        }
    }

    @Test("what Traefik makes of an ingress", arguments: Example.middlewares + Example.others)
    func verdict(example: Example) throws {
        let verdict = try #require(example.sample.application).verdict
        let why = verdict.why.map { ": \($0)" } ?? ""
        #expect("\(verdict.health) \(verdict.status)\(why)" == example.verdict)
    }

    @Test("a middleware of another namespace is what it does, not what it is called")
    func elsewhere() throws {
        let sample = Sample {
            $0.passes("tools-oauth@kubernetescrd")
            let name = ObjectName(namespace: "tools", name: "oauth")
            let found = FoundMiddleware(name: name, spec: MiddlewareSpec(types: ["headers"]), groups: .newer)
            $0.answers[.middleware("tools-oauth")] = .middleware(found)
        }
        #expect(try #require(sample.application).authentication == Authentication.none)
        let named = sample.ingress.middlewares(in: sample.cluster)
        #expect(named == [NamedMiddleware(name: "tools-oauth", knowledge: .known(MiddlewareSpec(types: ["headers"])))])
    }

    @Test("who asks a service is looked at again when its pods change")
    func gate() throws {
        var sample = Sample { $0.asks("http://oauth.kubeseed.svc.cluster.local:4181") }
        sample.addGate(isReady: true)
        var applications = Applications(sample.cluster, at: noon)
        #expect(applications.all.first { $0.name == "web" }?.verdict.health == .healthy)
        var cluster = sample.cluster
        var changes = ClusterChanges()
        sample.others.removeAll { $0.kind == .endpointSlices }
        let change = ClusterChange.updated(.endpointSlices, [sample.gateSlice(isReady: false)])
        changes.note(change, to: cluster)
        cluster.apply(change)
        #expect(applications.update(cluster, by: changes, at: noon) != .all)
        #expect(applications.all.first { $0.name == "web" }?.verdict.health == .broken)
    }
}

extension TraefikTests.Example {
    static let middlewares = [
        Self("200: all middlewares there", "healthy Running") {
            $0.answers[.middleware("default-redirect-https")] = .middleware(.redirect)
            $0.answers[.traefik] = .traefik(TraefikVersion(3, 5))
        },
        Self("404: one that does not exist", "broken no middleware: \(Self.nowhere("tools-lost does not exist"))") {
            $0.passes("tools-lost@kubernetescrd")
            $0.answers[.middleware("tools-lost")] = .absent
        },
        Self("200: one of a namespace whose name begins like the ingress's own", "healthy Running") {
            $0.passes("kubeseed-tools-home@kubernetescrd")
            let name = ObjectName(namespace: "kubeseed-tools", name: "home")
            let found = FoundMiddleware(name: name, spec: MiddlewareSpec(types: ["ipAllowList"]), groups: .newer)
            $0.answers[.middleware("kubeseed-tools-home")] = .middleware(found)
        },
        Self(
            "404: one of the older group alone",
            "broken no middleware: "
                + Self.nowhere(
                    "guard exists only as traefik.containo.us, which Traefik 3.5 does not read: create it in "
                        + "traefik.io/v1alpha1 with the same spec")
        ) {
            $0.passes("kubeseed-guard@kubernetescrd")
            $0.addOldMiddleware("guard")
            $0.answers[.traefik] = .traefik(TraefikVersion(3, 5))
        },
        Self("200: the same with Traefik 2", "healthy Running") {
            $0.passes("kubeseed-guard@kubernetescrd")
            $0.addOldMiddleware("guard")
            $0.answers[.traefik] = .traefik(TraefikVersion(2, 9))
        },
        Self(
            "404: one of the newer group alone, with an old Traefik",
            "broken no middleware: "
                + Self.nowhere("my-basic-auth exists only as traefik.io, which Traefik 2.9 does not read")
        ) { $0.answers[.traefik] = .traefik(TraefikVersion(2, 9)) },
        Self("unknown: the same with a Traefik 2 of which no more is known", "healthy Running") {
            $0.answers[.traefik] = .traefik(TraefikVersion(2))
        },
        Self("unknown: a chain elsewhere whose member has not been asked for yet", "healthy Running") {
            $0.passes("tools-all@kubernetescrd")
            var all = MiddlewareSpec(types: ["chain"])
            all.members = [ObjectReference(kind: "", name: "sso")]
            let name = ObjectName(namespace: "tools", name: "all")
            $0.answers[.middleware("tools-all")] = .middleware(FoundMiddleware(name: name, spec: all, groups: .newer))
        },
        Self(
            "404: a chain elsewhere whose member does not exist",
            "broken no middleware: \(Self.nowhere("tools-sso does not exist"))"
        ) {
            $0.passes("tools-all@kubernetescrd")
            var all = MiddlewareSpec(types: ["chain"])
            all.members = [ObjectReference(kind: "", name: "sso")]
            let name = ObjectName(namespace: "tools", name: "all")
            $0.answers[.middleware("tools-all")] = .middleware(FoundMiddleware(name: name, spec: all, groups: .newer))
            $0.answers[.middleware("tools-sso")] = .absent
        },
        Self("200: the same with Traefik 2.10", "healthy Running") {
            $0.answers[.traefik] = .traefik(TraefikVersion(2, 10))
        },
        Self(
            "404: the older group in another namespace",
            "broken no middleware: "
                + Self.nowhere(
                    "default-redirect-https exists only as traefik.containo.us, which Traefik 3 does not read: create "
                        + "it in traefik.io/v1alpha1 with the same spec")
        ) {
            var redirect = FoundMiddleware.redirect
            redirect.groups = .older
            $0.answers = [.middleware("default-redirect-https"): .middleware(redirect), .traefik: .traefik(.init(3))]
        },
        Self(
            "404: passwords in a secret that does not exist",
            "broken no secret: "
                + Self.nowhere("my-basic-auth uses secret authsecret, which does not exist")
        ) {
            $0.takesPasswords(from: "authsecret")
            $0.answers[.secret(ObjectName(namespace: "kubeseed", name: "authsecret"))] = .absent
        },
        Self("200: passwords in a secret that exists", "healthy Running") {
            $0.takesPasswords(from: "authsecret")
            $0.answers[.secret(ObjectName(namespace: "kubeseed", name: "authsecret"))] = .exists
        },
        Self("unknown: passwords in a secret that may not be asked for", "healthy Running") {
            $0.takesPasswords(from: "authsecret")
            $0.answers[.secret(ObjectName(namespace: "kubeseed", name: "authsecret"))] = .unknown(Phrase("no"))
        },
        Self("500: an address that does not exist", "broken auth down: \(Self.deaf("service oauth does not exist"))") {
            $0.asks(Self.address)
        },
        Self(
            "500: an address that nobody answers",
            "broken auth down: \(Self.deaf("service oauth has no ready endpoints"))"
        ) {
            $0.asks(Self.address)
            $0.addGate(isReady: false)
        },
        Self("500: an address with another port", "broken auth down: \(Self.deaf("service oauth has no port 4181"))") {
            $0.asks(Self.address)
            $0.addGate(isReady: true, port: 4180)
        },
        Self("200: an address that is answered", "healthy Running") {
            $0.asks(Self.address)
            $0.addGate(isReady: true)
        },
        Self(
            "500: an address in another namespace",
            "broken auth down: "
                + Self.nowhere("oauth forwards authentication to http://sso.tools.svc, but service sso does not exist")
        ) {
            $0.asks("http://sso.tools.svc")
            $0.answers[.service(ObjectName(namespace: "tools", name: "sso"))] = .absent
        },
        Self("unknown: an address elsewhere", "healthy Running") { $0.asks("https://sso.example.org/auth") },
        Self("unknown: an address beside Traefik, wherever that is", "healthy Running") {
            $0.asks("http://oauth:4181")
        },
    ]

    static let others =
        schemes + [
            Self(
                "default certificate: a TLS secret that does not exist",
                "degraded no certificate: Browsers reject web.example.org unless Traefik's default certificate was replaced: secret "
                    + "web-tls does not exist."
            ) { $0.answers[.secret(ObjectName(namespace: "kubeseed", name: "web-tls"))] = .absent },
            Self(
                "default certificate: the same, though cert-manager calls the certificate ready",
                "degraded no certificate: Browsers reject web.example.org unless Traefik's default certificate was replaced: secret "
                    + "web-tls does not exist."
            ) {
                $0.addCertificate(days: 62)
                $0.answers[.secret(ObjectName(namespace: "kubeseed", name: "web-tls"))] = .absent
            },
            Self(
                "default certificate: one that has not been issued",
                "degraded no certificate: Browsers reject web.example.org unless Traefik's default certificate was replaced: "
                    + "certificate web-cert is not ready for 60m: Issuing."
            ) {
                $0.addCertificate(days: nil, isReady: false, message: "Issuing")
                $0.answers[.secret(ObjectName(namespace: "kubeseed", name: "web-tls"))] = .absent
            },
            Self("unknown: a TLS secret that does not exist, no class, and no Traefik", "healthy Running") {
                $0.ingress.className = nil
                $0.answers[.secret(ObjectName(namespace: "kubeseed", name: "web-tls"))] = .absent
                $0.answers[.traefik] = .absent
            },
            Self("works: a certificate that is being renewed", "healthy Running") {
                $0.addCertificate(days: 20, isReady: false, message: "Renewing")
                $0.answers[.secret(ObjectName(namespace: "kubeseed", name: "web-tls"))] = .exists
            },
            Self("404: a class of nobody", "broken no class: \(Self.classless("traefk"))") {
                $0.ingress.className = "traefk"
                $0.answers[.ingressClasses] = .ingressClasses(["traefik"])
            },
            Self(
                "404: a class of nobody, for a host that another ingress serves",
                "degraded no class: \(Self.classless("traefk"))"
            ) {
                var rival = $0.ingress
                (rival.metadata.name, rival.metadata.uid, rival.metadata.labels) = (
                    "rival", "rival", ["ksapp": "other"]
                )
                $0.others.append(.ingress(rival))
                $0.ingress.className = "traefk"
                $0.answers[.ingressClasses] = .ingressClasses(["traefik"])
            },
            Self("404: a class of nobody by annotation", "broken no class: \(Self.classless("nginx"))") {
                $0.ingress.className = nil
                $0.ingress.metadata.annotations["kubernetes.io/ingress.class"] = "nginx"
                $0.answers[.ingressClasses] = .ingressClasses([])
            },
            Self("works: a class that somebody serves without an object", "healthy Running") {
                $0.ingress.className = "nginx"
                $0.ingress.loadBalancer = [LoadBalancerAddress(ip: "192.0.2.1")]
                $0.answers[.ingressClasses] = .ingressClasses(["traefik"])
            },
            Self("works: Traefik's own annotation needs no object", "healthy Running") {
                $0.ingress.className = nil
                $0.ingress.metadata.annotations["kubernetes.io/ingress.class"] = "traefik"
                $0.answers[.ingressClasses] = .ingressClasses([])
            },
            Self("works: no class at all", "healthy Running") {
                $0.ingress.className = nil
                $0.answers[.ingressClasses] = .ingressClasses(["traefik"])
            },
        ]

    private static let schemes = [
        Self("500: https declared by the port's number, http spoken", Self.plain(443)) {
            $0.probes(port: 443)
        },
        Self("500: https declared by annotation, http spoken", Self.plain(80)) {
            $0.service.metadata.annotations["traefik.ingress.kubernetes.io/service.serversscheme"] = "https"
            $0.probes(port: 80)
        },
        Self("500: https declared by the port's protocol, http spoken", Self.plain(80)) {
            $0.service.ports[0].appProtocol = "https"
            $0.probes(port: 80)
        },
        Self("200: https declared and spoken", "healthy Running") { $0.probes(port: 443, scheme: "HTTPS") },
        Self("unknown: https declared, and nobody says what is spoken", "healthy Running") {
            $0.service.ports[0].appProtocol = "https"
        },
    ]

    private static func plain(_ port: Int) -> String {
        "broken no https: Ingress ing-web leads nowhere: Traefik uses https for port \(port) of service web, which "
            + "serves plain http."
    }

    private static let address = "http://oauth.kubeseed.svc.cluster.local:4181"

    private static func nowhere(_ problem: String) -> String { "Ingress ing-web leads nowhere: middleware \(problem)." }

    private static func deaf(_ problem: String) -> String {
        nowhere("oauth forwards authentication to \(address), but \(problem)")
    }

    private static func classless(_ name: String) -> String {
        "Ingress ing-web leads nowhere: ingress class \(name) does not exist: no controller serves it."
    }
}

extension FoundMiddleware {
    fileprivate static let redirect = FoundMiddleware(
        name: ObjectName(namespace: "default", name: "redirect-https"),
        spec: MiddlewareSpec(types: ["redirectScheme"]), groups: .newer)
}

extension Sample {
    fileprivate mutating func takesPasswords(from secret: String) {
        let metadata = Metadata(name: "my-basic-auth", namespace: "kubeseed", uid: "auth")
        let spec = MiddlewareSpec(types: ["basicAuth"], secret: secret)
        middlewares = [.middleware(Middleware(metadata: metadata, spec: spec))]
    }

    fileprivate mutating func asks(_ address: String) {
        passes("kubeseed-oauth@kubernetescrd")
        let metadata = Metadata(name: "oauth", namespace: "kubeseed", uid: "auth")
        let spec = MiddlewareSpec(types: ["forwardAuth"], address: address)
        middlewares = [.middleware(Middleware(metadata: metadata, spec: spec))]
    }

    /// The application answers what the kubelet asks in some scheme.
    fileprivate mutating func probes(port: Int, scheme: String = "HTTP") {
        service.ports[0].port = port
        ingress.rules[0].paths?[0].backend = .service(name: "web", port: .number(port))
        let action = ProbeAction.httpGet(scheme: scheme, host: "", port: .number(8080), path: "/")
        pod.spec.containers[0].readinessProbe = Probe(action: action)
    }

    /// The service that is asked.
    fileprivate mutating func addGate(isReady: Bool, port: Int = 4181) {
        var service = Service(metadata: Metadata(name: "oauth", namespace: "kubeseed", uid: "gate"))
        service.ports = [ServicePort(port: port)]
        others += [.service(service), gateSlice(isReady: isReady)]
    }

    fileprivate func gateSlice(isReady: Bool) -> ClusterObject {
        var slice = EndpointSlice(metadata: Metadata(name: "oauth-1", namespace: "kubeseed", uid: "gate slice"))
        slice.metadata.labels = ["kubernetes.io/service-name": "oauth"]
        slice.ports = [EndpointPort(port: 4181)]
        slice.endpoints = [Endpoint(addresses: ["10.42.0.99"], ready: isReady)]
        return .endpointSlice(slice)
    }
}
