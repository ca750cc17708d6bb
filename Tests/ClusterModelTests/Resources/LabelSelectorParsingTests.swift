import Expectations
import Testing
import Words

@testable import ClusterModel

/// Most examples are from TestSelectorParse and TestLabelSelectorParse in Kubernetes' apimachinery.
struct LabelSelectorParsingTests {
    private typealias Requirement = LabelSelector.Requirement

    @Test("every form that kubectl takes")
    func forms() throws {
        let selector = try LabelSelector(parsing: "a=b, c==d,e!=f ,g in (h, i),j notin (k),l,!m")
        #expect(
            selector.matchExpressions == [
                Requirement(key: "a", operation: .isIn, values: ["b"]),
                Requirement(key: "c", operation: .isIn, values: ["d"]),
                Requirement(key: "e", operation: .isNotIn, values: ["f"]),
                Requirement(key: "g", operation: .isIn, values: ["h", "i"]),
                Requirement(key: "j", operation: .isNotIn, values: ["k"]),
                Requirement(key: "l", operation: .exists),
                Requirement(key: "m", operation: .doesNotExist),
            ])
    }

    @Test(
        "a selector is met or not, as for kubectl",
        arguments: [
            ("app=radarr", true), ("app!=radarr", false), ("other!=x", true), ("app", true), ("!app", false),
            ("app in (plex,radarr)", true), ("app notin (plex)", true), ("other notin (plex)", true),
            ("tier=", true), ("tier", true), ("app=", false), ("tier in (,x)", true),
            ("app.kubernetes.io/name=Radarr_1", true), ("app=radarr,tier=db", false), ("in=notin", true),
            ("in in (notin)", true), ("! other", true), ("\tapp = radarr ", true),
        ])
    func matching(text: String, isMatch: Bool) throws {
        let labels = ["app": "radarr", "tier": "", "app.kubernetes.io/name": "Radarr_1", "in": "notin"]
        #expect(try LabelSelector(parsing: text).matches(labels) == isMatch)
    }

    @Test(
        "what is none is said in a line",
        arguments: [
            ("a=b,", "a label's key is missing at the end"), (",a", "a label's key is missing before ','"),
            ("=b", "a label's key is missing before '='"),
            ("a b", "after 'a' comes =, !=, in, notin or a comma, not 'b'"),
            ("a=b c", "',' is missing before 'c'"), ("a==b=c", "',' is missing before '='"),
            ("a>1", "after 'a' comes =, !=, in, notin or a comma, not '>'"), ("a in b", "'(' is missing before 'b'"),
            ("a in", "'(' is missing at the end"), ("a in (b", "')' is missing at the end"),
            ("a in ()", "there is nothing in ()"), ("!a=b", "',' is missing before '='"),
            ("-a=b", "'-a' is no key of a label"), ("a/b/c", "'a/b/c' is no key of a label"),
            ("Up/a", "'Up/a' is no key of a label"), ("/a", "'/a' is no key of a label"),
            ("a=b$", "'b$' is no value of a label"), ("a=ü", "'ü' is no value of a label"),
        ])
    func refused(text: String, problem: String) {
        let error = thrown(SelectorError.self) { try LabelSelector(parsing: text) }
        #expect(error?.text.english == "'\(text)' is no label selector: \(problem)")
    }
}
