import FoundationEssentials

/// What the pods and the node of the made-up seedbox use: it moves gently, and is the same at the same time.
struct DemoMetrics {
    /// Seconds between two measurements.
    static let interval = 15.0

    let cluster: Cluster
    /// Of the last measurement.
    private let moment: Date

    init(_ cluster: Cluster, at now: Date) {
        self.cluster = cluster
        let ticks = (now.timeIntervalSince1970 / Self.interval).rounded(.down)
        moment = Date(timeIntervalSince1970: ticks * Self.interval)
    }

    /// - Parameter namespace: empty for all.
    func metrics(_ namespace: String, at now: Date) -> Metrics {
        var metrics = Metrics(at: now)
        var total = Self.system
        for pod in cluster.pods.values {
            guard let usage = usage(of: pod, at: now) else { continue }
            total = total + usage
            if namespace.isEmpty || namespace == pod.metadata.namespace {
                metrics.pods[pod.metadata.objectName] = usage
            }
        }
        for node in cluster.nodes.values { metrics.nodes[node.name] = total }
        return metrics
    }

    /// Nil for a pod whose container does not run, or has not run for long enough to be measured.
    private func usage(of pod: Pod, at now: Date) -> Usage? {
        guard let container = pod.status.containerStatuses.first, case .running(let since?) = container.state,
            now.timeIntervalSince(since) >= Self.interval
        else { return nil }
        let usual = Self.usual[container.name] ?? Usage(cpu: 4, memory: 96 << 20)
        var dice = SeededGenerator(seed: SeededGenerator.seed(pod.uid))
        let busy = wave(period: .random(in: 400...900, using: &dice), phase: .random(in: 0..<1, using: &dice))
        let filled = wave(period: .random(in: 1800...5400, using: &dice), phase: .random(in: 0..<1, using: &dice))
        return Usage(
            cpu: max(1, Int(Double(usual.cpu) * (0.6 + 0.8 * busy))),
            memory: Int(Double(usual.memory) * (0.95 + 0.1 * filled)))
    }

    /// Between 0 and 1, up and down again in `period` seconds; `phase`: which part of it to begin with.
    private func wave(period: Double, phase: Double) -> Double {
        let place = (moment.timeIntervalSince1970 / period + phase).truncatingRemainder(dividingBy: 1)
        return place < 0.5 ? 2 * place : 2 - 2 * place
    }

    /// Of the node's own programs: the kubelet, the container runtime, the API server.
    private static let system = Usage(cpu: 164, memory: 1312 << 20)

    /// By container.
    private static let usual: [String: Usage] = [
        "radarr": (9, 214), "sonarr": (11, 238), "jackett": (4, 121), "oauth": (2, 14), "plex": (420, 1480),
        "rutorrent": (64, 388), "rutorrent-2": (22, 201), "wordpress": (3, 164), "db-wordpress": (6, 132),
        "n8nio": (7, 311), "wgeasy": (2, 48), "flaresolverr": (5, 246), "kavita": (16, 190), "tautulli": (3, 118),
        "bazarr": (5, 172), "komga": (8, 742), "organizr": (2, 62), "coredns": (3, 21), "traefik": (9, 54),
        "metrics-server": (5, 27), "local-path-provisioner": (2, 11), "kubernetes-dashboard": (2, 33),
    ].mapValues { Usage(cpu: $0, memory: $1 << 20) }
}

extension Node {
    /// The one machine of the seedbox.
    static func demo(_ name: String, created: Date, uid: UID) -> Node {
        let conditions = [
            ("MemoryPressure", "False", "KubeletHasSufficientMemory", "kubelet has sufficient memory available"),
            ("DiskPressure", "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure"),
            ("PIDPressure", "False", "KubeletHasSufficientPID", "kubelet has sufficient PID available"),
            ("Ready", "True", "KubeletReady", "kubelet is posting ready status"),
        ]
        let capacity = Usage(cpu: 4000, memory: 16_286_748 << 10)
        return Node(
            metadata: Metadata(name: name, uid: uid, creationTimestamp: created),
            conditions: conditions.map { type, status, reason, message in
                Condition(type: type, status: status, reason: reason, message: message, lastTransitionTime: created)
            },
            capacity: capacity, allocatable: capacity, kubeletVersion: "v1.36.1+k3s1")
    }
}
