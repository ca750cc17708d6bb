import Testing

@testable import Words

struct PhraseTests {
    @Test("an English phrase is what its literal says")
    func english() {
        #expect(Phrase("service \("radarr") has no port \(6768)").english == "service radarr has no port 6768")
        #expect(Phrase(verbatim: "OOMKilled").english == "OOMKilled")
    }

    @Test("phrases contain and follow each other")
    func composition() {
        let inner = Phrase("a \(1)")
        #expect((Phrase("<\(inner)>") + Phrase(verbatim: "!")).english == "<a 1>!")
        #expect([inner, inner].joined(separator: ", ").english == "a 1, a 1")
        #expect([Phrase]().joined(separator: ", ").isEmpty)
    }

    @Test(
        "a clause becomes a sentence in its own language",
        arguments: [("a pod waits", "A pod waits."), ("éteint.", "Éteint."), ("wait...", "Wait..."), ("", "")])
    func sentence(clause: String, sentence: String) {
        #expect(Phrase(verbatim: clause).sentence.english == sentence)
    }

    @Test("what is put in is never taken for a place of its own")
    func braces() {
        #expect(Phrase("\("{2}") and \("b")").english == "{2} and b")
        #expect(Phrase("{ \("a") }").english == "{ a }")
    }

    @Test(
        "each language counts its own way",
        arguments: [(0, "(other)", "(one)"), (1, "(one)", "(one)"), (2, "(other)", "(other)")])
    func counting(count: Int, english: String, french: String) {
        let phrase = Phrase(count: count, one: "(one)", other: "(other)")
        #expect(phrase.text(in: .english) == english)
        #expect(phrase.text(in: .french) == french)
    }

    @Test(
        "the language is that of the first variable that is set",
        arguments: [
            ([:], Language.english), (["LANG": "fr_FR.UTF-8"], .french), (["LANG": "de_DE.UTF-8"], .english),
            (["LC_ALL": "", "LC_MESSAGES": "fr", "LANG": "en_US.UTF-8"], .french),
            (["LC_ALL": "C", "LC_MESSAGES": "fr_FR", "LANG": "fr_FR"], .english), (["LANG": "FR_CA@euro"], .french),
        ])
    func environment(variables: [String: String], expected: Language) {
        #expect(Language(environment: variables) == expected)
    }
}
