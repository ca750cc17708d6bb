import Foundation
import Testing

@testable import ClusterModel

/// What to do next, and whose last words to read.
struct NextStepTests {
    @Test("a crash is looked up in the log of the run that ended")
    func crash() throws {
        let waiting = try verdict {
            $0.fail(with: Sample.waiting("CrashLoopBackOff", restarts: 4, last: Sample.end(code: 1)))
        }
        let expected = CrashedContainer(
            namespace: "kubeseed", pod: "web-577f7d9db5-sbsbs", container: "web", restarts: 4, isPrevious: true)
        #expect(waiting.nextSteps == [.logs, .restart])
        #expect(waiting.crash == expected && waiting.crash?.isPrevious == true)
        let ended = try verdict {
            var status = Sample.waiting("", restarts: 4)
            status.state = .terminated(Sample.end(code: 1))
            $0.fail(with: status)
        }
        #expect(ended.crash?.isPrevious == false)
        #expect(ended.crash == expected, "the same run has ended")
        let between = try verdict {
            $0.pod.status.containerStatuses = [Sample.restarted(times: 3, runningFor: 5, lifetime: 5)]
        }
        #expect(between.crash?.isPrevious == true && between.crash?.restarts == 2)
    }

    @Test("what only a change of the objects can mend has no key")
    func nothingToDo() throws {
        let image = try verdict { $0.fail(with: Sample.waiting("ErrImagePull", "denied")) }
        #expect(image.nextSteps == [.restart] && image.crash == nil)
        let secret = try verdict { $0.fail(with: Sample.waiting("CreateContainerConfigError", "no secret")) }
        #expect(secret.nextSteps.isEmpty && secret.crash == nil)
        let well = try verdict { _ in }
        #expect(well.nextSteps.isEmpty && well.crash == nil)
    }

    private func verdict(_ change: (inout Sample) -> Void) throws -> Verdict {
        try #require(Sample(change).application).verdict
    }
}
