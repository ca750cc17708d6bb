import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct DoctorTests {
    private static let versions: [(client: String?, server: String?, text: String?)] = [
        ("v1.20.2", "v1.32.1+k3s1", "kubectl v1.20.2 is 12 minor versions older than Kubernetes v1.32.1+k3s1"),
        ("v1.36.0", "v1.34.9", "kubectl v1.36.0 is 2 minor versions newer than Kubernetes v1.34.9"),
        ("v1.33.0", "v1.32.1", nil), ("v1.31.0", "v1.32.1", nil), (nil, "v1.32.1", nil), ("v1.20.2", nil, nil),
        ("v2.20.2", "v1.32.1", nil), ("odd", "v1.32.1", nil), ("v1.x", "v1.32.1", nil),
    ]

    @Test("a kubectl more than one minor version away from the API server is said to be", arguments: versions)
    func skew(client: String?, server: String?, text: String?) {
        let finding = skewFinding(KubectlVersions(client: client, server: server))
        #expect(finding?.text.english == text.map { $0 + "; 1 is supported" })
        #expect(finding.map { $0.standing == .limited } ?? true)
    }

    private static func findings(
        _ title: String, on api: ClusterAPI, session: Session = FakeAPI.session
    ) async -> [Finding] {
        let examination = ClusterExamination(api: api, session: session, version: "v1.33.1+k3s1")
        return await examination.examinations().first { $0.title.english == title }?.findings ?? []
    }

    @Test("a seedbox on which everything may be done is well")
    func well() async {
        let examination = ClusterExamination(
            api: .demo(start: Play.start, clock: .live), session: FakeAPI.session, version: nil)
        let findings = await examination.examinations().flatMap(\.findings)
        #expect(findings.allSatisfy { $0.standing == .well && $0.advice == nil })
        #expect(findings.count == 12)
    }

    @Test("a node that is not ready is not well")
    func notReady() async {
        var ready = Node(metadata: Metadata(name: "seedbox"))
        ready.conditions = [Condition(type: "Ready", status: "True")]
        var dead = Node(metadata: Metadata(name: "attic"))
        let message = "Kubelet stopped posting node status."
        dead.conditions = [Condition(type: "Ready", status: "Unknown", message: message)]
        var cordoned = ready
        cordoned.isUnschedulable = true
        for (nodes, texts) in [
            ([ready], ["1 node"]), ([ready, dead], ["node attic is NotReady: Kubelet stopped posting node status."]),
            ([cordoned], ["node seedbox is Ready,SchedulingDisabled"]),
            ([Node(metadata: Metadata(name: "new"))], ["node new is Unknown"]),
        ] {
            let api = FakeAPI.api { kind in
                kind == .nodes ? .success(nodes.map(ClusterObject.node)) : FakeAPI.seedbox(kind)
            }
            let findings = await Self.findings("Cluster", on: api).filter { $0.text.english.contains("node") }
            #expect(findings.map(\.text.english) == texts)
            #expect(findings.allSatisfy { ($0.standing == .well) == (texts == ["1 node"]) })
        }
    }

    @Test("who may only see pods is told what else it takes")
    func podViewer() async {
        var api = FakeAPI.api()
        let rule = AccessRules.Rule(verbs: ["get", "list", "watch"], apiGroups: [""], resources: ["pods"])
        api.accessRules = { _ in AccessRules(rules: [rule]) }
        let findings = await Self.findings("Rights", on: api)
        #expect(findings.first == .well(Phrase("may read \("pods") in namespace \("kubeseed")")))
        #expect(findings.dropFirst().allSatisfy { $0.standing == .limited && $0.advice != nil })
        #expect(findings[1].text.english.contains("list and watch deployments, replicasets"))
        #expect(findings.contains { $0.text.english == "forbidden: read logs: get pods/log" })
    }

    @Test("without the right to see pods nothing works")
    func nothing() async {
        var api = FakeAPI.api()
        api.accessRules = { _ in AccessRules(rules: []) }
        #expect(await Self.findings("Rights", on: api).first?.standing == .failing)
        api.accessRules = { _ in AccessRules(rules: [], isIncomplete: true) }
        #expect(await Self.findings("Rights", on: api).first?.standing == .limited)
    }

    @Test("who only looks is not told what may not be done")
    func readOnly() async {
        var session = FakeAPI.session
        session.isReadOnly = true
        #expect(await Self.findings("Rights", on: FakeAPI.api(), session: session).count == 1)
    }

    @Test("what is not installed is said, and kinds of it are not missed")
    func notServed() async {
        var api = FakeAPI.api()
        api.servedVersions = { ["apps/v1", "batch/v1", "networking.k8s.io/v1", "discovery.k8s.io/v1"] }
        let cluster = await Self.findings("Cluster", on: api)
        #expect(cluster.first?.text.english == "the API server answers: Kubernetes v1.33.1+k3s1")
        #expect(cluster.suffix(2).map(\.standing) == [.limited, .limited])
        let rights = await Self.findings("Rights", on: api)
        #expect(rights[0].standing == .well && !rights[0].text.english.contains("certificates"))
    }

    @Test("of an API server that does not answer nothing more is asked")
    func unreachable() async {
        var api = FakeAPI.api()
        api.servedVersions = { () throws(APIError) in throw .timedOut(seconds: 10) }
        let examination = ClusterExamination(api: api, session: FakeAPI.session)
        let examinations = await examination.examinations()
        #expect(examinations.map(\.findings.count) == [1])
        #expect(examinations[0].findings[0].standing == .failing)
        #expect(examinations[0].findings[0].advice?.english.contains("systemctl status k3s") == true)
    }

    @Test("marks, sentences and advice are lines, also of ASCII alone", arguments: [false, true])
    func lines(isASCII: Bool) {
        func phrase(_ text: String) -> Phrase { Phrase(verbatim: text) }
        let findings: [Finding] = [
            .well(phrase("a")), .limited(phrase("b"), phrase("c")), .failing(phrase("d\ne")),
        ]
        let examination = Examination(title: phrase("T"), findings: findings)
        let expected =
            isASCII
            ? ["T", "  ok a", "  -- b", "     > c", "  !! d", "     e"]
            : ["T", "  ✓ a", "  – b", "    → c", "  ✗ d", "    e"]
        #expect(kstop.lines(of: [examination], isASCII: isASCII, in: .english) == expected)
    }
}

struct AccessRulesTests {
    private let rules = AccessRules(rules: [
        AccessRules.Rule(verbs: ["get", "list"], apiGroups: ["", "apps"], resources: ["pods", "*/log"]),
        AccessRules.Rule(
            verbs: ["create"], apiGroups: [""], resources: ["serviceaccounts/token"], names: ["admin-user"]),
    ])

    @Test("a rule allows its verbs on its resources in its groups")
    func plain() {
        #expect(rules.allow("list", "", "pods"))
        #expect(!rules.allow("delete", "", "pods"))
        #expect(!rules.allow("list", "batch", "pods"))
        #expect(!rules.allow("get", "", "pods/exec"))
        #expect(AccessRules.everything.allow("delete", "apps", "deployments/scale"))
    }

    @Test("a star may stand for the resource of a subresource")
    func subresource() {
        #expect(rules.allow("get", "", "pods/log"))
        #expect(!rules.allow("get", "", "pods/status"))
    }

    @Test("a rule about certain objects is for those")
    func names() {
        #expect(rules.allow("create", "", "serviceaccounts/token", named: "admin-user"))
        #expect(!rules.allow("create", "", "serviceaccounts/token", named: "default"))
        #expect(!rules.allow("create", "", "serviceaccounts/token"))
    }
}
