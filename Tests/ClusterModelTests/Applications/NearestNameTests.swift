import Testing

@testable import ClusterModel

struct NearestNameTests {
    @Test(
        "one slip of the fingers still finds the name",
        arguments: ["lgos", "losg", "log", "logss", "lots"])
    func slips(word: String) {
        #expect(nearestNames(word, among: ["restart", "logs", "token"]) == ["logs"])
    }

    @Test("what has little in common is not near")
    func far() {
        #expect(nearestNames("quux", among: ["restart", "logs", "token"]).isEmpty)
        #expect(nearestNames("sgol", among: ["restart", "logs", "token"]).isEmpty)
    }
}
