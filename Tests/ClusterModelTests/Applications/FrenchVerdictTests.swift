import Foundation
import Testing
import Words

@testable import ClusterModel

/// What is said of the application "web" in French: STATUS and the sentence.
struct FrenchVerdictTests {
    @Test("what keeps a container from running", arguments: pods)
    func pod(example: VerdictExample) throws { try check(example) }

    @Test("what keeps requests from arriving", arguments: links)
    func link(example: VerdictExample) throws { try check(example) }

    @Test("links read well, too")
    func chain() throws {
        let links = try #require(Sample().application?.chains.first).links
        let texts = links.map { [$0.name, $0.detail].map { $0.text(in: .french) }.joined(separator: " | ") }
        #expect(
            texts == [
                "web-tls | couvre web.example.org", "basic | ", "ing-web | traefik  /", "web:80 | ClusterIP 10.43.7.12",
                "prêts : 1 sur 1 | 10.42.0.31:8080", "web-577f7d9db5-sbsbs | Running", "web | tourne",
            ])
    }

    @Test(
        "certificates count their days in French",
        arguments: [
            (62.0, "62j", "valide encore 62 jours, letsencrypt-prod"),
            (1.2, "1j!", "expire dans 1 jour, letsencrypt-prod"), (-3, "expiré", "expiré depuis 3 jours"),
        ])
    func certificate(days: Double, cell: String, detail: String) throws {
        let application = try #require(Sample { $0.addCertificate(days: days) }.application)
        #expect(application.certificateStanding(at: noon)?.text.text(in: .french) == cell)
        #expect(application.chains.first?.links.first?.detail.text(in: .french) == detail)
    }

    private func check(_ example: VerdictExample, at location: SourceLocation = #_sourceLocation) throws {
        let verdict = try #require(example.sample.application, sourceLocation: location).verdict
        let text = "\(verdict.status.text(in: .french)) | \(verdict.why?.text(in: .french) ?? "")"
        #expect(text == example.expected, sourceLocation: location)
    }
}

extension FrenchVerdictTests {
    static let pods: [VerdictExample] = [
        VerdictExample(
            "a crash",
            "CrashLoopBackOff | Le conteneur web se termine avec le code 1 juste après son démarrage : no config "
                + "(redémarré 4 fois)."
        ) {
            let end = Sample.end(code: 1, message: "no config")
            $0.fail(with: Sample.waiting("CrashLoopBackOff", restarts: 4, last: end))
        },
        VerdictExample(
            "a missing command",
            "CrashLoopBackOff | Le conteneur web se termine avec le code 127 (commande introuvable) après avoir tourné "
                + "75s (redémarré une fois)."
        ) {
            let end = Sample.end(code: 127, lifetime: 75)
            $0.fail(with: Sample.waiting("CrashLoopBackOff", restarts: 1, last: end))
        },
        VerdictExample(
            "out of memory",
            "CrashLoopBackOff | Le conteneur web est tué à sa limite de mémoire de 512Mi (redémarré 2 fois)."
        ) {
            $0.pod.spec.containers[0].memoryLimit = "512Mi"
            let end = Sample.end(code: 137, reason: "OOMKilled")
            $0.fail(with: Sample.waiting("CrashLoopBackOff", restarts: 2, last: end))
        },
        VerdictExample(
            "a liveness probe",
            "redémarre | Le conteneur web est tué sans cesse, sa sonde liveness échoue : no route (redémarré 3 fois)."
        ) {
            $0.pod.status.containerStatuses = [Sample.restarted(times: 3, runningFor: 5, lifetime: 5)]
            let kill = "Container web failed liveness probe, will be restarted"
            $0.others = [
                Sample.event("Killing", kill, about: $0.pod, container: "web"),
                Sample.event("Unhealthy", "Liveness probe failed: no route", about: $0.pod, container: "web"),
            ]
        },
        VerdictExample(
            "an image", "ErrImagePull | L'image web:1 du conteneur web ne peut pas être téléchargée : web:1: not found."
        ) { $0.fail(with: Sample.waiting("ErrImagePull", "failed to pull and unpack image: web:1: not found")) },
        VerdictExample(
            "no node", "Pending | Le pod web-577f7d9db5-sbsbs ne trouve pas de nœud : 0/1 nodes are available."
        ) {
            $0.fail(with: nil)
            $0.pod.status.conditions = [
                Condition(
                    type: "PodScheduled", status: "False", reason: "Unschedulable", message: "0/1 nodes are available.")
            ]
        },
        VerdictExample("stopped", "arrêté | ") {
            $0.absent = [.pods]
            $0.deployment.spec.replicas = 0
        },
        VerdictExample("partly stopped", "arrêté en partie | Le déploiement db est réduit à 0.") {
            var other = $0.deployment
            other.metadata = Sample.metadata("db", kind: "deployment")
            other.spec.replicas = 0
            $0.others = [.deployment(other)]
        },
        VerdictExample(
            "a rollout, in kubectl's words",
            "ContainerCreating | Waiting for deployment \"web\" rollout to finish: 0 of 1 updated replicas are available..."
        ) {
            $0.fail(with: Sample.waiting("ContainerCreating"))
            $0.pod.metadata.creationTimestamp = noon.addingTimeInterval(-5)
        },
    ]

    static let links: [VerdictExample] = [
        VerdictExample(
            "no such port",
            "port absent | L'ingress ing-web ne mène nulle part : le service web n'a pas de port 81 ; il a 80."
        ) { $0.ingress.rules[0].paths = [IngressPath(backend: .service(name: "web", port: .number(81)))] },
        VerdictExample(
            "no such service",
            "service absent | L'ingress ing-web ne mène nulle part : il n'y a pas de service wab ; web existe."
        ) { $0.ingress.rules[0].paths = [IngressPath(backend: .service(name: "wab", port: .number(80)))] },
        VerdictExample(
            "no endpoints",
            "aucun endpoint | Le service web ne mène nulle part : aucun pod n'a ksapp=wep ; ksapp=web existe."
        ) {
            $0.service.selector = ["ksapp": "wep"]
            $0.slice.endpoints = []
        },
        VerdictExample(
            "no middleware",
            "middleware absent | L'ingress ing-web ne mène nulle part : le middleware my-basic-auth n'existe pas."
        ) { $0.middlewares = [] },
        VerdictExample(
            "an expired certificate",
            "expiré | Le certificat web-cert est expiré depuis 3 jours : les navigateurs refusent web.example.org."
        ) { $0.addCertificate(days: -3) },
    ]
}
