import Foundation
import Testing

/// Within the other suite, so that nobody takes the API server away meanwhile.
extension RealClusterTests {
    /// What a real Traefik 3 was seen to answer 404, 500 or its own certificate for, asked of a real API server.
    @Suite
    struct Ingresses {
        private static let namespace = "kstop-ingresses"

        @Test("ingresses that Traefik drops are broken, each for its reason; one without a secret is degraded")
        func verdicts() async throws {
            let folder = try TemporaryFolder()
            try folder.write(Self.manifest, to: "ingresses.yaml")
            let run = try await Kubectl.run(
                "--namespace", Self.namespace, "apply", "-f", folder.path + "/ingresses.yaml")
            #expect(run.status == 0, "\(run.errors)")
            let result: Result<Void, any Error>
            do {
                result = .success(try await look())
            } catch {
                result = .failure(error)
            }
            try await Kubectl.run(
                "--namespace", Self.namespace, "delete", "-f", folder.path + "/ingresses.yaml", "--wait=false")
            try result.get()
        }

        private func look() async throws {
            let nowhere = { (name: String) in "\(name) is broken: Ingress \(name) leads nowhere:" }
            let expected = [
                "secretless is degraded: Browsers reject secretless.example unless Traefik's default certificate was "
                    + "replaced: secret secretless-tls does not exist.",
                "\(nowhere("lost")) middleware default-kstop-lost does not exist.",
                "\(nowhere("old")) middleware kstop-old exists only as traefik.containo.us, which Traefik 3.5 does not "
                    + "read: create it in traefik.io/v1alpha1 with the same spec.",
                "\(nowhere("passwordless")) middleware kstop-passwordless uses secret kstop-none, "
                    + "which does not exist.",
                "\(nowhere("deaf")) middleware kstop-deaf forwards authentication to http://nobody.kstop-ingresses.svc, but "
                    + "service nobody does not exist.",
                "\(nowhere("classless")) ingress class traefk does not exist: no controller serves it.",
            ]
            var lines: [Substring] = []
            try await waitUntil("verdicts on ingresses", timeout: 60) {
                let run = try await Run.program(
                    Binary.path, ["--once", "-n", Self.namespace], environment: Kubectl.environment)
                lines = run.output.split(separator: "\n").filter {
                    $0.contains(" is broken: ") || $0.contains(" is degraded: ")
                }
                // The made-up Traefik, whose image nobody pulls, is one of the applications.
                return lines.filter { !$0.hasPrefix("traefik ") }.sorted() == expected.map { Substring($0) }.sorted()
            }
        }

        private static var manifest: String {
            let middlewares = [
                ("containo.us", "kstop-old", "headers: {}"),
                ("io", "kstop-passwordless", "basicAuth: {secret: kstop-none}"),
                ("io", "kstop-deaf", "forwardAuth: {address: \"http://nobody.\(namespace).svc\"}"),
            ]
            let own = "\(namespace)-kstop"
            return """
                ---
                {apiVersion: v1, kind: Namespace, metadata: {name: \(namespace)}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: traefik, namespace: \(namespace), labels: {app.kubernetes.io/name: traefik}}
                spec: {containers: [{name: traefik, image: "registry.invalid/traefik:v3.5.1"}]}

                """
                    + middlewares.map { group, name, spec in
                        """
                        ---
                        apiVersion: traefik.\(group)/v1alpha1
                        kind: Middleware
                        metadata: {name: \(name), namespace: \(namespace)}
                        spec: {\(spec)}

                        """
                    }.joined()
                    + ingress("secretless", tls: true) + ingress("lost", "default-kstop-lost")
                    + ingress("old", "\(own)-old")
                    + ingress("passwordless", "\(own)-passwordless") + ingress("deaf", "\(own)-deaf")
                    + ingress("classless", ofClass: "traefk")
        }

        /// With a service that is answered by a machine beside the cluster.
        private static func ingress(
            _ name: String, _ middleware: String = "", ofClass className: String = "", tls: Bool = false
        ) -> String {
            let metadata = "name: \(name), namespace: \(namespace), labels: {app: \(name)}"
            let annotation =
                middleware.isEmpty
                ? "" : "traefik.ingress.kubernetes.io/router.middlewares: \(middleware)@kubernetescrd"
            let backend = "{service: {name: \(name), port: {number: 80}}}"
            return """
                ---
                apiVersion: v1
                kind: Service
                metadata: {\(metadata)}
                spec: {ports: [{port: 80}]}
                ---
                apiVersion: v1
                kind: Endpoints
                metadata: {\(metadata)}
                subsets: [{addresses: [{ip: 192.0.2.10}], ports: [{port: 80}]}]
                ---
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {\(metadata), annotations: {\(annotation)}}
                spec:
                  \(className.isEmpty ? "" : "ingressClassName: \(className)")
                  rules: [{host: \(name).example, http: {paths: [{path: /, pathType: Prefix, backend: \(backend)}]}}]
                  \(tls ? "tls: [{hosts: [\(name).example], secretName: \(name)-tls}]" : "")

                """
        }
    }
}
