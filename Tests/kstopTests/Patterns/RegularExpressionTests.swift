import Testing

@testable import kstop

struct RegularExpressionTests {
    @Test(
        "the leftmost match is found, of several the one that Perl would take",
        arguments: [
            ("a+", "caaat aa", ["aaa", "aa"]), ("^abc$", "abc", ["abc"]), ("^b", "abc", []), ("abc|ab", "ab", ["ab"]),
            ("[0-9]{2,3}", "1 22 333 4444", ["22", "333", "444"]), ("(ab){2}", "ababab", ["abab"]),
            ("a.*?b", "aXXbYYb", ["aXXb"]), ("a.*b", "aXXbYYb", ["aXXbYYb"]), ("a|b|", "cab", ["a", "b"]),
            ("(?:ab|cd)+", "ababcd", ["ababcd"]), ("(a*)*b", "aab", ["aab"]), ("()*a", "a", ["a"]),
            ("a?{2}", "aa", ["aa"]), ("(?<name>x)", "x", ["x"]), ("a{2", "a{2", ["a{2"]), ("a.b", "a\nb", []),
        ])
    func matches(pattern: String, text: String, expected: [String]) throws {
        let expression = try #require(RegularExpression(pattern))
        let bytes = Array(text.utf8)
        #expect(expression.ranges(in: text).map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
        #expect(expression.occurs(in: text) || expected.isEmpty)
    }

    @Test(
        "classes and escapes are those that one is used to, in upper and lower case alike",
        arguments: [
            (#"\d+\.\d+"#, "v1.25", true), (#"\berr\b"#, "error", false), (#"\berr\b"#, "an ERR", true),
            (#"\w\s\W"#, "é -", true), ("[^a-c]", "abc", false), ("[^a-c]", "ABC", false), ("[A-C]", "b", true),
            ("[]a]+", "]", true), ("[a-]", "-", true), (#"\x41\u00e9"#, "aÉ", true), (#"\x{1F600}"#, "😀", true),
            ("[[:digit:]]", "x7", true), (#"\["#, "[", true), ("É", "é", true), ("(?i)ab", "AB", true),
            (#"\Ba"#, "ba", true), ("日.語", "日本語", true), ("[日-語]", "本", true),
        ])
    func classes(pattern: String, text: String, isThere: Bool) throws {
        #expect(try #require(RegularExpression(pattern)).occurs(in: text) == isThere)
    }

    @Test(
        "what is no expression, needs to go back or is too long is none",
        arguments: [
            "(", ")", "[", "[]", "*", "a|*", "x{3,2}", #"(a)\1"#, "(?=a)", "(?!a)", "(?<=a)", #"\p{L}"#, #"\"#,
            "[z-a]", "(?P", "a{251}", "((a{16}){16}){16}", String(repeating: "(", count: 2000),
            String(repeating: "(", count: 61) + String(repeating: ")", count: 61),
        ])
    func invalid(pattern: String) {
        #expect(RegularExpression(pattern) == nil)
    }

    @Test("what takes nothing may be repeated as often as one likes")
    func nothing() throws {
        let expression = try #require(RegularExpression("((((){9999}){9999}){9999}){9999}x"))
        #expect(expression.occurs(in: "x"))
    }

    /// Each would keep Swift's `Regex` busy for longer than the universe is old.
    @Test(
        "no expression takes longer than the line is long",
        arguments: [
            "(a+)+$", "(a|aa)+$", "(.*a){20}b", "((a*)*)*$", "(a?){60}a{60}$", "(x+x+)+y", "([a-zA-Z]+)*$", "a|a.*b",
        ])
    func catastrophic(pattern: String) throws {
        let expression = try #require(RegularExpression(pattern))
        for line in [String(repeating: "a", count: 2000) + "!", String(repeating: "xa", count: 1000) + "é"] {
            let isThere = expression.occurs(in: line)
            #expect(isThere || expression.ranges(in: line).isEmpty)
            #expect(LogPattern(pattern)?.accepts(line) == isThere)
        }
    }

    @Test("places are in bytes, ascending, and do not overlap")
    func places() throws {
        let expression = try #require(RegularExpression("[a-zé]+"))
        #expect(expression.ranges(in: "é1aé 日本z") == [0..<2, 3..<6, 13..<14])
    }
}
