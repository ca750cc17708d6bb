import FakeAPIServer
import FoundationEssentials
import Testing
import Words

@testable import ClusterModel

/// What is asked about that which is not watched, and what is made of the answers.
struct InquiryTests {
    @Test("what ingresses hang on is asked once each")
    func inquiries() {
        let sample = Sample {
            $0.passes("default-redirect-https@kubernetescrd,kubeseed-my-basic-auth@kubernetescrd,kubeseed-file@file")
            let auth = Middleware(
                metadata: Metadata(name: "my-basic-auth", namespace: "kubeseed", uid: "auth"),
                spec: MiddlewareSpec(types: ["basicAuth"], secret: "authsecret"))
            $0.middlewares = [.middleware(auth)]
            var twin = $0.ingress
            twin.metadata.uid = "twin"
            twin.metadata.name = "twin"
            $0.others.append(.ingress(twin))
        }
        #expect(
            sample.cluster.inquiries == [
                .ingressClasses, .traefik, .middleware("default-redirect-https"),
                .secret(ObjectName(namespace: "kubeseed", name: "authsecret")),
                .secret(ObjectName(namespace: "kubeseed", name: "web-tls")),
            ])
    }

    @Test("an answer leads to further questions: a chain elsewhere, its member, and whom that asks")
    func furtherInquiries() {
        var sample = Sample { $0.passes("tools-all@kubernetescrd") }
        var all = MiddlewareSpec(types: ["chain"])
        all.members = [ObjectReference(kind: "", name: "sso"), ObjectReference(kind: "", name: "all")]
        sample.answers[.middleware("tools-all")] = .middleware(Self.found("all", all))
        #expect(sample.cluster.inquiries.contains(.middleware("tools-sso")))
        let asks = MiddlewareSpec(types: ["forwardAuth"], address: "http://sso.tools.svc.cluster.local")
        sample.answers[.middleware("tools-sso")] = .middleware(Self.found("sso", asks))
        #expect(sample.cluster.inquiries.contains(.service(ObjectName(namespace: "tools", name: "sso"))))
    }

    @Test("nothing is asked for another controller's ingress but its class")
    func otherController() {
        let sample = Sample { $0.ingress.className = "nginx" }
        #expect(sample.cluster.inquiries == [.ingressClasses])
    }

    @Test("what cert-manager does is asked while a certificate is not ready")
    func certificates() {
        let ready = Sample { $0.addCertificate(days: 62) }
        let waiting = Sample {
            $0.addCertificate(days: nil, isReady: false)
            guard case .certificate(var certificate)? = $0.others.popLast() else { return }
            certificate.issuerKind = "ClusterIssuer"
            $0.others.append(.certificate(certificate))
        }
        let more = Set(waiting.cluster.inquiries).subtracting(ready.cluster.inquiries)
        let issuer = Inquiry.issuer(ObjectName(namespace: "", name: "letsencrypt-prod"))
        #expect(more == [issuer, .issuance(namespace: "kubeseed")])
    }

    @Test(
        "Traefik's version is that of its image, else of its labels",
        arguments: [
            ("rancher/mirrored-library-traefik:3.5.1", [:], "3.5"), ("traefik:v2.11", [:], "2.11"),
            ("docker.io/library/traefik:v3@sha256:00", [:], "3"), ("localhost:5000/traefik", [:], ""),
            ("traefik:latest", ["app.kubernetes.io/version": "v3.1.2"], "3.1"),
            ("traefik@sha256:00", ["helm.sh/chart": "traefik-34.2.1_up34.2.0"], "3"),
            ("traefik:latest", ["helm.sh/chart": "traefik-27.0.201"], "2"),
            ("traefik:latest", ["helm.sh/chart": "other-34.0.0"], ""),
            ("thomseddon/traefik-forward-auth:2.2", [:], ""), ("traefik:300000000000000000000", [:], ""),
        ])
    func version(image: String, labels: [String: String], version: String) {
        var pod = Pod(metadata: Metadata(name: "traefik-x", labels: labels))
        pod.spec.containers = [Container(name: "traefik", image: image)]
        #expect(TraefikVersion(pod)?.description ?? "" == version)
    }

    private static func found(_ name: String, _ spec: MiddlewareSpec) -> FoundMiddleware {
        FoundMiddleware(name: ObjectName(namespace: "tools", name: name), spec: spec, groups: .newer)
    }
}

/// The same over the wire.
struct InquiringTests {
    private static let groups =
        #"{"groups":[{"versions":[{"groupVersion":"traefik.io/v1alpha1"},{"groupVersion":"traefik.containo.us/v1alpha1"}]}]}"#

    @Test("of a secret only the metadata is asked for")
    func secret() async throws {
        let server = FakeServer([.json(#"{"kind":"PartialObjectMetadata","metadata":{"name":"a"}}"#)])
        #expect(try await find(server, .secret(ObjectName(namespace: "x", name: "a"))) == .exists)
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("GET /api/v1/namespaces/x/secrets/a HTTP/1.1\r\n"))
        #expect(request.contains("\r\nAccept: application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1\r\n"))
    }

    @Test("none, forbidden, and no answer are three things")
    func kinds() async throws {
        let secret = Inquiry.secret(ObjectName(namespace: "x", name: "a"))
        #expect(try await find(FakeServer([.status(404, "NotFound")]), secret) == .absent)
        #expect(
            try await find(FakeServer([.status(403, "Forbidden", "no")]), secret) == .unknown(Phrase(verbatim: "no")))
        await #expect(throws: APIError.self) { try await find(FakeServer([.status(500, "InternalError")]), secret) }
    }

    @Test("a middleware's name is cut at each dash until there is one, in either group")
    func middleware() async throws {
        let server = FakeServer { line in
            switch line {
            case "GET /apis": .json(Self.groups)
            case "GET /apis/traefik.containo.us/v1alpha1/namespaces/kube-system/middlewares/redirect-https":
                .json(#"{"metadata":{"name":"redirect-https"},"spec":{"redirectScheme":{}}}"#)
            default: .status(404, "NotFound")
            }
        }
        let name = ObjectName(namespace: "kube-system", name: "redirect-https")
        let spec = MiddlewareSpec(types: ["redirectScheme"])
        #expect(
            try await find(server, .middleware("kube-system-redirect-https"))
                == .middleware(FoundMiddleware(name: name, spec: spec, groups: .older)))
        #expect(try await find(server, .middleware("kube-system-lost")) == .absent)
        #expect(try await find(server, .middleware("nodash")) == .absent)
    }

    @Test("one that may be in a namespace which may not be read is unknown")
    func forbiddenMiddleware() async throws {
        let server = FakeServer { line in
            line == "GET /apis"
                ? .json(Self.groups)
                : line.contains("/tools/") ? .status(403, "Forbidden", "no") : .status(404, "NotFound")
        }
        #expect(try await find(server, .middleware("tools-my-auth")) == .unknown(Phrase(verbatim: "no")))
    }

    @Test("Traefik is looked for everywhere, else where k3s puts it")
    func traefik() async throws {
        let pod = #"{"metadata":{"name":"traefik-x"},"spec":{"containers":[{"name":"t","image":"traefik:v3.5.1"}]}}"#
        let everywhere = FakeServer { line in
            .json(line.contains("labelSelector=app%3Dtraefik") ? #"{"items":[\#(pod)]}"# : #"{"items":[]}"#)
        }
        #expect(try await find(everywhere, .traefik) == .traefik(TraefikVersion(3, 5)))
        let system = FakeServer { line in
            line.hasPrefix("GET /api/v1/pods") ? .status(403, "Forbidden", "no") : .json(#"{"items":[\#(pod)]}"#)
        }
        #expect(try await find(system, .traefik) == .traefik(TraefikVersion(3, 5)))
        #expect(
            try await find(FakeServer { _ in .status(403, "Forbidden", "no") }, .traefik)
                == .unknown(Phrase(verbatim: "no")))
        #expect(try await find(FakeServer { _ in .json(#"{"items":[]}"#) }, .traefik) == .absent)
    }

    @Test("what cert-manager has is read as far as it may be seen")
    func issuance() async throws {
        let server = FakeServer { line in
            if line.hasSuffix("/namespaces/x/orders") { return .status(403, "Forbidden") }
            if line.hasSuffix("/namespaces/x/challenges") {
                return .raw("HTTP/1.1 404 Not Found\r\n\r\n404 page not found\n")
            }
            return .json(#"{"items":[{"metadata":{"name":"a-1"}},{"metadata":7}]}"#)
        }
        var issuance = Issuance()
        issuance.requests = [IssuanceStep(metadata: Metadata(name: "a-1"))]
        #expect(try await find(server, .issuance(namespace: "x")) == .issuance(issuance))
    }

    @Test("issuers of a namespace and of the cluster, and classes")
    func others() async throws {
        let ready = #"{"status":{"conditions":[{"type":"Ready","status":"True"}]}}"#
        let server = FakeServer([.json(ready), .json("{}"), .json(#"{"items":[{"metadata":{"name":"traefik"}}]}"#)])
        let condition = Condition(type: "Ready", status: "True")
        #expect(try await find(server, .issuer(ObjectName(namespace: "", name: "le"))) == .issuer([condition]))
        #expect(try await find(server, .issuer(ObjectName(namespace: "x", name: "le"))) == .issuer([]))
        #expect(try await find(server, .ingressClasses) == .ingressClasses(["traefik"]))
        #expect(
            server.requestLines == [
                "GET /apis/cert-manager.io/v1/clusterissuers/le",
                "GET /apis/cert-manager.io/v1/namespaces/x/issuers/le",
                "GET /apis/networking.k8s.io/v1/ingressclasses",
            ])
    }

    private func find(_ server: FakeServer, _ inquiry: Inquiry) async throws -> Answer {
        try await ClusterAPI.over(server.client, refresh: 5, pace: TestPace().pace).find(inquiry)
    }
}
