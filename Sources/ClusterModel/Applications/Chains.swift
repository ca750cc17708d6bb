extension Application {
    /// Fills `chains` and `sideChains`; every object of the application is on at least one of them.
    mutating func addChains(_ survey: Survey) {
        let throughIngresses = entrances.flatMap { ownChains($0, survey) }
        let ofSolvers = ingresses.filter(\.metadata.isSolver).flatMap { ingressChains($0, survey) }
        let mainServiceFirst = services.filter { $0.name == name } + services.filter { $0.name != name }
        let throughServices = mainServiceFirst.filter(isUntouched(throughIngresses + ofSolvers)).flatMap {
            serviceChains($0, survey)
        }
        let rest = chainsOfRest(throughIngresses + throughServices + ofSolvers, survey)
        if !throughIngresses.isEmpty {
            (chains, sideChains) = (throughIngresses, throughServices + rest)
        } else if !throughServices.isEmpty {
            (chains, sideChains) = (throughServices, rest)
        } else {
            chains = rest
        }
        sideChains += ofSolvers
    }

    /// Of an ingress that leads to several applications, those that lead to this one; those that lead nowhere belong to
    /// the application which the ingress belongs to first of all.
    private func ownChains(_ ingress: Ingress, _ survey: Survey) -> [Chain] {
        let all = ingressChains(ingress, survey)
        let own = Set(services.map(\.uid))
        func targets(_ chain: Chain) -> [UID] { chain.objects.filter { survey.index.cluster.services[$0] != nil } }
        let chosen =
            sharedIngresses.contains(ingress.uid)
            ? all.filter { targets($0).contains(where: own.contains) }
            : all.filter { targets($0).allSatisfy(own.contains) }
        return chosen.isEmpty ? all : chosen
    }

    private func isUntouched(_ chains: [Chain]) -> (Service) -> Bool {
        let touched = chains.reduce(into: Set<UID>()) { $0.formUnion($1.objects) }
        return { !touched.contains($0.uid) }
    }

    /// One for each deployment or its like, other controller, job, and single pod that no chain passes.
    private func chainsOfRest(_ chains: [Chain], _ survey: Survey) -> [Chain] {
        let touched = chains.reduce(into: Set<UID>()) { $0.formUnion($1.objects) }
        let restingPods = pods.filter { !touched.contains($0.uid) }
        let groups = Dictionary(grouping: restingPods) { survey.index.workload(of: $0) }
        let resting = controllers(survey.index).filter { !touched.contains($0.uid) || groups[$0.uid] != nil }
        let own = Set(resting.map(\.uid))
        let started = Set(jobs.compactMap { $0.metadata.controller?.uid })
        return resting.map { controllerChain($0, groups[$0.uid] ?? [], survey) }
            + groups.filter { !own.contains($0.key) }.values
            .sorted { isNewer($0[0], $1[0]) }.map { podChain($0, survey) }
            + jobs.filter { groups[$0.uid] == nil }.map(jobChain)
            + cronJobs.filter { !started.contains($0.uid) }.map(cronJobChain)
    }
}

/// The chains of an application that pass an object; all of them for an object that is on none.
package func chains(for object: ClusterObject, in application: Application) -> [Chain] {
    let all = application.chains + application.sideChains
    let passing = all.filter { $0.objects.contains(object.metadata.uid) }
    return passing.isEmpty ? all : passing
}
