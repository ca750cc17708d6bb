import ClusterModel
import Words

/// What a change does to which workloads, known before anybody is asked.
struct ChangePlan: Equatable, Sendable {
    var deed: Change.Deed
    /// Of those only what the change makes a difference to.
    var workloads: [Workload] = []
    /// What is as it should be already, a sentence each.
    var remarks: [Phrase] = []

    /// - Throws: for an application of which nothing can be changed.
    init(_ deed: Change.Deed, _ applications: [Application]) throws(Refusal) {
        self.deed = deed
        for application in applications { try add(application) }
    }

    private mutating func add(_ application: Application) throws(Refusal) {
        let name = Phrase(verbatim: application.name)
        switch deed {
        case .restart:
            guard let workload = application.mainWorkload else {
                throw Refusal(Phrase("\(name) has nothing to restart"), ExitStatus.failure)
            }
            workloads.append(workload)
        case .stop: try add(application, Phrase("\(name) is stopped already")) { $0.replicas > 0 }
        case .start: try add(application, Phrase("\(name) is started already")) { $0.replicas == 0 }
        }
    }

    private mutating func add(
        _ application: Application, _ remark: Phrase, _ isAffected: (Workload) -> Bool
    ) throws(Refusal) {
        let all = application.scalables
        guard !all.isEmpty else {
            throw Refusal(Phrase("\(application.name) has nothing to stop or start"), ExitStatus.failure)
        }
        let affected = all.filter(isAffected)
        workloads += affected
        if affected.isEmpty { remarks.append(remark) }
    }

    /// What is to be known before the question, a line a workload, and the question.
    var question: (facts: [Phrase], question: Phrase) {
        let facts = workloads.map { workload in
            Phrase(verbatim: "\(workload.resource): ") + workload.consequences(of: deed).joined(separator: " ")
        }
        let names = workloads.map(\.name).joined(separator: ", ")
        return (facts, deed.question(names))
    }
}

extension Change.Deed {
    fileprivate func question(_ names: String) -> Phrase {
        switch self {
        case .restart: Phrase("Restart \(names)?")
        case .stop: Phrase("Stop \(names)?")
        case .start: Phrase("Start \(names)?")
        }
    }

    /// kubectl's word for what has been done.
    fileprivate var participle: String {
        switch self {
        case .restart: "restarted"
        case .stop, .start: "scaled"
        }
    }
}

extension Workload {
    fileprivate func consequences(of deed: Change.Deed) -> [Phrase] {
        switch deed {
        case .restart: restartConsequences
        case .stop: stopConsequences
        case .start: startConsequences
        }
    }
}

extension ScriptContext {
    /// Changes what is named, after a question unless that is not wished for, and follows it if asked to.
    func perform(_ change: Change) async throws(Refusal) -> Int32 {
        let plan = try ChangePlan(change.deed, try await applications(named: change.names).applications)
        plan.remarks.forEach(complain)
        guard !plan.workloads.isEmpty else { return ExitStatus.success }
        if !change.isConfirmed { try ask(plan) }
        let done = try await carryOut(plan)
        let status = done == plan.workloads ? ExitStatus.success : ExitStatus.failure
        guard change.waits, !done.isEmpty else { return status }
        return max(status, await follow(done, after: change.deed, timeout: change.timeout))
    }

    /// Does all of it, whatever becomes of the output.
    /// - Returns: what has been done.
    private func carryOut(_ plan: ChangePlan) async throws(Refusal) -> [Workload] {
        var done: [Workload] = []
        var unwritten: OutputFailure?
        for workload in plan.workloads {
            do throws(APIError) {
                try await perform(plan.deed, workload)
                done.append(workload)
            } catch {
                complain(error.text)
                continue
            }
            do throws(OutputFailure) {
                try console.report("\(workload.resource) \(plan.deed.participle)")
            } catch {
                unwritten = error
            }
        }
        if let unwritten { throw Refusal(unwritten) }
        return done
    }

    private func ask(_ plan: ChangePlan) throws(Refusal) {
        let (facts, question) = plan.question
        facts.forEach(complain)
        let answer = console.ask?(question.text(in: language)).lowercased() ?? ""
        guard ["y", "yes", "o", "oui"].contains(answer.filter { !$0.isWhitespace }) else {
            throw Refusal(Phrase("nothing done"), ExitStatus.failure)
        }
    }

    private func perform(_ deed: Change.Deed, _ workload: Workload) async throws(APIError) {
        let scaling: Scaling?
        switch deed {
        case .restart: return try await api.restart(workload.reference, now())
        case .stop: scaling = workload.scaling(to: 0, remembering: workload.replicas)
        case .start: scaling = workload.scaling(to: workload.replicasToStart)
        }
        if let scaling { try await api.scale(scaling) }
    }
}
