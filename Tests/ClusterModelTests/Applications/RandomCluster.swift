import Foundation

@testable import ClusterModel

/// SplitMix64: the same numbers for the same seed.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func one<Element>(of elements: [Element], or fallback: Element) -> Element {
        elements.randomElement(using: &self) ?? fallback
    }

    mutating func isHeads() -> Bool { Bool.random(using: &self) }
}

func randomCluster(_ dice: inout Dice) -> Cluster {
    var objects: [ClusterObject] = []
    for number in 0..<Int.random(in: 0...30, using: &dice) {
        switch Int.random(in: 0..<8, using: &dice) {
        case 0: objects.append(.deployment(randomDeployment(number, &dice)))
        case 1: objects.append(.service(randomService(number, &dice)))
        case 2: objects.append(.ingress(randomIngress(number, &dice)))
        case 4, 5: objects.append(randomOther(number, &dice))
        case 3: objects.append(.endpointSlice(randomSlice(number, &dice)))
        default: objects.append(.pod(randomPod(number, &dice)))
        }
    }
    var taken: Set<String> = []
    var cluster = Cluster(objects.filter { taken.insert("\($0.kind) \($0.metadata.name)").inserted })
    let states: [SourceState] = [.live, .live, .live, .loading, .forbidden("no"), .notServed, .polled]
    for kind in ResourceKind.allCases where dice.isHeads() {
        cluster.apply(.source(kind, dice.one(of: states, or: .live)))
    }
    return cluster
}

private let names = ["web", "db", "web-0", "db-x2x9q", "", "web-577f7d9db5-sbsbs", "-"]
private let labelSets: [[String: String]] = [[:], ["ksapp": "web"], ["app": "db.web"], ["ksapp": "wep", "app": "x"]]

func randomOther(_ number: Int, _ dice: inout Dice) -> ClusterObject {
    let metadata = randomMetadata(number, &dice)
    let template = PodTemplate(labels: dice.one(of: labelSets, or: [:]))
    switch Int.random(in: 0..<5, using: &dice) {
    case 0:
        let status = StatefulSet.Status(readyReplicas: Int.random(in: -1...2, using: &dice))
        let replicas = Int.random(in: -1...2, using: &dice)
        return .statefulSet(StatefulSet(metadata: metadata, replicas: replicas, template: template, status: status))
    case 1:
        let status = DaemonSet.Status(desiredNumberScheduled: Int.random(in: 0...2, using: &dice))
        return .daemonSet(DaemonSet(metadata: metadata, template: template, status: status))
    case 2:
        var job = Job(metadata: metadata, template: template)
        let condition = dice.one(of: ["Complete", "Failed", "Suspended", ""], or: "")
        job.conditions = [Condition(type: condition, status: "True")]
        return .job(job)
    case 3:
        var policy = NetworkPolicy(metadata: metadata)
        policy.podSelector.matchLabels = dice.one(of: labelSets, or: [:])
        policy.ingress = dice.isHeads() ? [] : [NetworkPolicy.Rule(ports: [NetworkPolicy.Port(port: .number(80))])]
        return .networkPolicy(policy)
    default:
        let times: [Date?] = [nil, .distantPast, noon, .distantFuture]
        let hosts = [["a.example"], ["*.example", ""], []]
        let secret = dice.isHeads() ? "tls" : ""
        return .certificate(
            Certificate(
                metadata: metadata, secretName: secret, dnsNames: dice.one(of: hosts, or: []),
                notAfter: dice.one(of: times, or: nil)))
    }
}

private func randomMetadata(_ number: Int, _ dice: inout Dice) -> Metadata {
    var metadata = Metadata(name: dice.one(of: names, or: "web"), namespace: "kubeseed", uid: "uid \(number)")
    metadata.labels = dice.one(of: labelSets, or: [:])
    if dice.isHeads() { metadata.creationTimestamp = noon.addingTimeInterval(.random(in: -2000...5, using: &dice)) }
    return metadata
}

func randomPod(_ number: Int, _ dice: inout Dice) -> Pod {
    var pod = Pod(metadata: randomMetadata(number, &dice))
    if dice.isHeads() {
        let owner = OwnerReference(
            kind: dice.one(of: ["ReplicaSet", "Job"], or: "Job"), name: "web-577f7d9db5", uid: "rs")
        pod.metadata.ownerReferences = [owner]
        pod.metadata.labels["pod-template-hash"] = "577f7d9db5"
    }
    pod.spec.containers = [Container(name: "web"), Container(name: "web")]
    pod.status.phase = dice.one(of: ["Running", "Pending", "Succeeded", "Failed", "", "Unknown"], or: "")
    pod.status.podIPs = dice.isHeads() ? ["10.0.0.\(number)"] : []
    let states: [ContainerState] = [
        .unknown, .running(since: nil), .running(since: noon), .waiting(reason: "CrashLoopBackOff", message: ""),
        .waiting(reason: "", message: ""), .terminated(Termination(exitCode: number, finishedAt: noon)),
    ]
    for name in ["web", "other"] where dice.isHeads() {
        var status = ContainerStatus(name: name, isReady: dice.isHeads(), restartCount: number)
        status.state = dice.one(of: states, or: .unknown)
        status.lastState = dice.one(of: states, or: .unknown)
        pod.status.containerStatuses.append(status)
    }
    return pod
}

func randomDeployment(_ number: Int, _ dice: inout Dice) -> Deployment {
    var deployment = Deployment(metadata: randomMetadata(number, &dice))
    deployment.spec.replicas = Int.random(in: 0...2, using: &dice)
    deployment.spec.template.labels = dice.one(of: labelSets, or: [:])
    deployment.status.updatedReplicas = Int.random(in: 0...2, using: &dice)
    deployment.status.replicas = Int.random(in: 0...3, using: &dice)
    return deployment
}

func randomService(_ number: Int, _ dice: inout Dice) -> Service {
    var service = Service(metadata: randomMetadata(number, &dice))
    service.type = dice.one(of: [.clusterIP, .nodePort, .externalName, .other("?")], or: .clusterIP)
    service.selector = dice.one(of: labelSets, or: [:])
    let targets: [PortReference?] = [nil, .name("http"), .number(8080)]
    let target = dice.one(of: targets, or: nil)
    service.ports = dice.isHeads() ? [ServicePort(port: 80, targetPort: target)] : []
    return service
}

func randomIngress(_ number: Int, _ dice: inout Dice) -> Ingress {
    var ingress = Ingress(metadata: randomMetadata(number, &dice))
    let name = dice.one(of: names, or: "web")
    let ports: [PortReference?] = [nil, .number(80), .name("x")]
    let backend = IngressBackend.service(name: name, port: dice.one(of: ports, or: nil))
    if dice.isHeads() { ingress.defaultBackend = backend }
    for host in ["", "a.example", "*.example"] where dice.isHeads() {
        ingress.rules.append(IngressRule(host: host, paths: dice.isHeads() ? nil : [IngressPath(backend: backend)]))
    }
    ingress.tls = dice.isHeads() ? [IngressTLS(hosts: ["", ".", "*."], secretName: "tls")] : []
    return ingress
}

func randomSlice(_ number: Int, _ dice: inout Dice) -> EndpointSlice {
    var slice = EndpointSlice(metadata: randomMetadata(number, &dice))
    slice.metadata.labels["kubernetes.io/service-name"] = dice.one(of: names, or: "web")
    slice.ports = dice.isHeads() ? [EndpointPort(port: dice.isHeads() ? 80 : nil)] : []
    let target = ObjectReference(kind: "Pod", name: "x", uid: "uid \(Int.random(in: 0...30, using: &dice))")
    slice.endpoints = [
        Endpoint(
            addresses: dice.isHeads() ? [] : ["fd00::1"], ready: dice.isHeads(), target: dice.isHeads() ? target : nil)
    ]
    return slice
}
