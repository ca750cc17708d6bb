import FoundationEssentials

/// The cluster as it stands at the start: everything has settled, what is broken has been for a while.
extension DemoCluster {
    mutating func populate() {
        for application in DemoSeedbox.applications {
            for workload in application.workloads { add(workload) }
            if application.name == "n8nio" { addJob(application) }
            for service in application.services(start: now, names: &names) {
                write(.service(service))
                addSlice(of: service, answeredAt: application.exposure.address)
            }
            if let ingress = application.ingress(start: now, names: &names) { write(.ingress(ingress)) }
        }
        for application in DemoSeedbox.applications { addGuards(of: application) }
        let passwords = MiddlewareSpec(types: ["basicAuth"], secret: DemoSeedbox.passwords)
        write(.middleware(.demo("my-basic-auth", passwords, start: now, names: &names)))
        let address = "http://oauth.\(DemoSeedbox.namespace).svc.cluster.local:4181"
        let oauth = MiddlewareSpec(types: ["forwardAuth"], address: address)
        write(.middleware(.demo("oauth", oauth, start: now, names: &names)))
        addSystem()
    }

    mutating func add(_ workload: DemoWorkload) {
        var deployment = Deployment.demo(workload, created: now - workload.created.daysAgo, names: &names)
        var revision = 1
        if workload.updated < workload.created {
            let old = ReplicaSet.demo(
                of: deployment, revision: revision, replicas: 0, created: now - workload.created.daysAgo, names: &names)
            templates[old.uid] = PodTemplate()
            write(.replicaSet(old))
            revision += 1
        }
        var set = ReplicaSet.demo(
            of: deployment, revision: revision, replicas: workload.replicas, created: now - workload.updated.daysAgo,
            names: &names)
        templates[set.uid] = deployment.spec.template
        write(.replicaSet(set))
        if workload.replicas > 0 { set.readyReplicas = addPod(of: set, workload) }
        write(.replicaSet(set))
        settle(&deployment, set, workload)
    }

    /// - Returns: how many are ready.
    private mutating func addPod(of set: ReplicaSet, _ workload: DemoWorkload) -> Int {
        let created = now - workload.updated.daysAgo
        var pod = Pod.demo(of: set, template: workload.template, created: created, names: &names)
        if workload.behavior == .unschedulable {
            pod.becomeUnschedulable(DemoEvent.insufficientCPU, at: created)
            addEvent(.failedScheduling, about: pod, count: 84, at: now - 148)
            plan(.pod(pod.uid, .schedule), after: 152)
        } else {
            pod.becomeScheduled(on: DemoSeedbox.node, at: created)
            pod.becomeCreated(address: names.podAddress(), at: created)
            bringToLife(&pod, workload, created: created)
        }
        write(.pod(pod))
        return pod.isServing ? 1 : 0
    }

    private mutating func bringToLife(_ pod: inout Pod, _ workload: DemoWorkload, created: Date) {
        switch workload.behavior {
        case .works: run(&pod, workload.restarts, created: created)
        case .exits:
            crash(&pod, restarts: 868, exitCode: 1, ranFor: 1.2, endedAgo: 133)
            addEvent(.backOff, about: pod, count: 20_112, at: now - 8)
        case .failsProbe:
            crash(&pod, restarts: 551, exitCode: 137, ranFor: 43, endedAgo: 170)
            addEvent(.unhealthy, about: pod, count: 1653, at: now - 173)
            addEvent(.killingUnhealthy, about: pod, count: 551, at: now - 173)
            addEvent(.backOff, about: pod, count: 9871, at: now - 5)
        case .imageMissing:
            pod.status.phase = "Pending"
            pod.wait("ImagePullBackOff", DemoEvent.pullBackOffMessage(pod), at: now - 160)
            addEvent(.pulling, about: pod, count: 347, at: now - 174)
            addEvent(.failedPull, about: pod, count: 347, at: now - 172)
            addEvent(.errImagePull, about: pod, count: 347, at: now - 172)
            addEvent(.backOffPull, about: pod, count: 7613, at: now - 12)
            addEvent(.imagePullBackOff, about: pod, count: 7613, at: now - 12)
            plan(.pod(pod.uid, .failPull), after: 128)
        case .unschedulable: break
        }
    }

    private func run(_ pod: inout Pod, _ restarts: PastRestarts, created: Date) {
        guard restarts.count > 0 else { return pod.run(since: created + 4) }
        let ended = now - restarts.daysAgo.daysAgo
        pod.run(since: ended + 1)
        pod.editStatus { status in
            status.restartCount = restarts.count
            status.lastState = .terminated(
                Termination(exitCode: 0, reason: "Completed", startedAt: created, finishedAt: ended))
        }
    }

    private mutating func crash(
        _ pod: inout Pod, restarts: Int, exitCode: Int, ranFor: TimeInterval, endedAgo: TimeInterval
    ) {
        let ended = now - endedAgo
        pod.status.phase = "Running"
        pod.editStatus { $0.restartCount = restarts }
        pod.end(
            Termination(exitCode: exitCode, reason: "Error", startedAt: ended - ranFor, finishedAt: ended),
            thenWait: DemoEvent.backOffMessage(pod, seconds: 300), at: ended)
        plan(.pod(pod.uid, .start), after: 300 - endedAgo)
    }

    private mutating func settle(_ deployment: inout Deployment, _ set: ReplicaSet, _ workload: DemoWorkload) {
        let updated = now - workload.updated.daysAgo
        let progressed = "ReplicaSet \"\(set.name)\" has successfully progressed."
        switch workload.behavior {
        case .works, .exits, .failsProbe:
            deployment.status.set("Progressing", "True", "NewReplicaSetAvailable", progressed, at: updated)
        case .imageMissing, .unschedulable:
            let timedOut = "ReplicaSet \"\(set.name)\" has timed out progressing."
            deployment.status.set("Progressing", "False", "ProgressDeadlineExceeded", timedOut, at: updated + 600)
        }
        deployment.metadata.annotations[ReplicaSet.revision] = set.metadata.annotations[ReplicaSet.revision]
        updateStatus(of: &deployment, current: set)
        write(.deployment(deployment))
    }

    /// What kubeseed's post-install task of n8nio leaves behind: a pod that has done its work and has no owner.
    private mutating func addJob(_ application: DemoApplication) {
        let created = now - application.updated.daysAgo
        var pod = Pod(
            metadata: Metadata(
                name: "n8nio-job", namespace: DemoSeedbox.namespace, uid: names.uid(), labels: application.labels,
                creationTimestamp: created))
        pod.spec = Pod.Spec(
            containers: [Container(name: "n8nio-job", image: application.image, imagePullPolicy: "Always")],
            nodeName: DemoSeedbox.node, restartPolicy: "Never")
        pod.status.phase = "Succeeded"
        pod.status.startTime = created
        pod.status.podIPs = [names.podAddress()]
        pod.editStatus { status in
            status.state = .terminated(
                Termination(exitCode: 0, reason: "Completed", startedAt: created + 2, finishedAt: created + 9))
        }
        pod.status.conditions = ["Initialized", "Ready", "ContainersReady"].map { type in
            Condition(
                type: type, status: type == "Initialized" ? "True" : "False", reason: "PodCompleted",
                lastTransitionTime: created + 9)
        }
        write(.pod(pod))
    }

    /// Who may connect, and by which certificate.
    private mutating func addGuards(of application: DemoApplication) {
        if let policy = application.databasePolicy(start: now, names: &names) { write(.networkPolicy(policy)) }
        if let certificate = application.certificate(start: now, names: &names) { write(.certificate(certificate)) }
    }

    /// - Parameter address: of what stands for the pods of a service without a selector.
    mutating func addSlice(of service: Service, answeredAt address: String?) {
        let pods = cluster.pods.values.sorted { $0.name < $1.name }
        var slice = EndpointSlice(
            metadata: Metadata(
                name: "\(service.name)-\(names.suffix())", namespace: service.metadata.namespace, uid: names.uid(),
                labels: service.metadata.labels.merging(["kubernetes.io/service-name": service.name]) { $1 },
                creationTimestamp: service.metadata.creationTimestamp,
                ownerReferences: [OwnerReference(kind: "Service", name: service.name, uid: service.uid)]))
        slice.endpoints = DemoEndpoints.endpoints(of: service, pods: pods)
        if let address { slice.endpoints = [Endpoint(addresses: [address], ready: true)] }
        slice.ports = slice.endpoints.isEmpty ? [] : DemoEndpoints.ports(of: service)
        write(.endpointSlice(slice))
    }
}

extension Deployment {
    fileprivate static func demo(_ workload: DemoWorkload, created: Date, names: inout DemoNames) -> Deployment {
        let metadata = Metadata(
            name: workload.name, namespace: workload.namespace, uid: names.uid(), generation: 1,
            labels: workload.labels, creationTimestamp: created)
        return Deployment(
            metadata: metadata,
            spec: Spec(
                replicas: workload.replicas, selector: LabelSelector(matchLabels: workload.labels),
                template: workload.template))
    }
}

extension ReplicaSet {
    static let revision = "deployment.kubernetes.io/revision"

    static func demo(
        of deployment: Deployment, revision: Int, replicas: Int, created: Date, names: inout DemoNames
    ) -> ReplicaSet {
        let hash = names.templateHash()
        let metadata = Metadata(
            name: "\(deployment.name)-\(hash)", namespace: deployment.metadata.namespace, uid: names.uid(),
            generation: 1,
            labels: deployment.spec.template.labels.merging(["pod-template-hash": hash]) { $1 },
            annotations: [Self.revision: String(revision)], creationTimestamp: created,
            ownerReferences: [OwnerReference(kind: "Deployment", name: deployment.name, uid: deployment.uid)])
        return ReplicaSet(metadata: metadata, replicas: replicas)
    }
}

extension Pod {
    static func demo(of set: ReplicaSet, template: PodTemplate, created: Date, names: inout DemoNames) -> Pod {
        let metadata = Metadata(
            name: "\(set.name)-\(names.suffix())", namespace: set.metadata.namespace, uid: names.uid(),
            labels: set.metadata.labels, annotations: template.annotations, creationTimestamp: created,
            ownerReferences: [OwnerReference(kind: "ReplicaSet", name: set.name, uid: set.uid)])
        var pod = Pod(metadata: metadata, spec: template.spec, status: Status(phase: "Pending"))
        pod.spec.serviceAccountName = "default"
        pod.status.qosClass = pod.demoQualityOfService
        return pod
    }
}
