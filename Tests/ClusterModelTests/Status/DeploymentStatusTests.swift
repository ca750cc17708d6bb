import Testing

@testable import ClusterModel

struct DeploymentStatusTests {
    private static let rows: [(Deployment, String)] = [
        (deployment(), "deployment \"web\" successfully rolled out"),
        (deployment { $0.spec.isPaused = true }, "deployment \"web\" is paused"),
        (
            deployment { $0.metadata.generation = 3 },
            "Waiting for deployment spec update to be observed..."
        ),
        (
            deployment {
                $0.status.conditions = [
                    Condition(type: "Progressing", status: "False", reason: "ProgressDeadlineExceeded")
                ]
                $0.status.updatedReplicas = 0
            }, "deployment \"web\" exceeded its progress deadline"
        ),
        (
            deployment { $0.status.updatedReplicas = 1 },
            "Waiting for deployment \"web\" rollout to finish: 1 out of 2 new replicas have been updated..."
        ),
        (
            deployment { $0.status.replicas = 3 },
            "Waiting for deployment \"web\" rollout to finish: 1 old replicas are pending termination..."
        ),
        (
            deployment { $0.status.availableReplicas = 1 },
            "Waiting for deployment \"web\" rollout to finish: 1 of 2 updated replicas are available..."
        ),
    ]

    @Test("a rollout reads as kubectl rollout status prints it", arguments: rows)
    func rollout(deployment: Deployment, expected: String) {
        let rollout = deployment.rollout
        #expect(rollout.sentence(deployment: deployment.name) == expected)
        #expect(rollout.isDone == expected.contains("successfully"))
        #expect(rollout.isFailed == expected.contains("exceeded"))
    }

    @Test("a stopped deployment has no replicas to count")
    func stopped() {
        let stopped = Deployment(metadata: Metadata(name: "web"), spec: Deployment.Spec(replicas: 0))
        #expect([stopped.readyText, stopped.upToDateText, stopped.availableText] == ["0/0", "0", "0"])
        #expect(stopped.rollout == .done)
    }

    @Test("several containers are joined by commas")
    func wideColumns() {
        let web = deployment {
            $0.spec.template.spec.containers = [Container(name: "a", image: "x:1"), Container(name: "b", image: "y")]
        }
        #expect([web.containersText, web.imagesText] == ["a,b", "x:1,y"])
    }

    @Test("a selector reads as kubectl writes it")
    func selector() {
        let requirements: [LabelSelector.Requirement] = [
            .init(key: "tier", operation: .isIn, values: ["web", "api"]),
            .init(key: "env", operation: .isNotIn, values: ["test"]),
            .init(key: "old", operation: .doesNotExist),
            .init(key: "a", operation: .exists),
        ]
        let selector = LabelSelector(matchLabels: ["app": "x"], matchExpressions: requirements)
        #expect(selector.text == "a,app=x,env notin (test),!old,tier in (api,web)")
        #expect(LabelSelector().text == "<none>")
    }

    @Test("what a selector asks of one label stays in its order")
    func selectorOfOneLabel() {
        let requirements: [LabelSelector.Requirement] = [
            .init(key: "app", operation: .isNotIn, values: ["x"]),
            .init(key: "app", operation: .isIn, values: ["web", "a"]),
            .init(key: "app", operation: .exists),
        ]
        let selector = LabelSelector(matchLabels: ["app": "web"], matchExpressions: requirements)
        #expect(selector.text == "app=web,app notin (x),app in (a,web),app")
    }
}

/// Two replicas, rolled out, changed by `change`.
private func deployment(_ change: (inout Deployment) -> Void = { _ in }) -> Deployment {
    var deployment = Deployment(metadata: Metadata(name: "web", generation: 2))
    deployment.spec.replicas = 2
    deployment.status = Deployment.Status(
        observedGeneration: 2, replicas: 2, updatedReplicas: 2, readyReplicas: 2, availableReplicas: 2)
    change(&deployment)
    return deployment
}
