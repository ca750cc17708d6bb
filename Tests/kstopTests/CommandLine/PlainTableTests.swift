import Testing

@testable import kstop

struct PlainTableTests {
    @Test("columns are at least six wide, three apart, and the last is not padded")
    func widths() {
        #expect(
            plainTable([["APP", "READY", "URL"], ["a", "1/1", "x"]]) == [
                "APP      READY    URL", "a        1/1      x",
            ])
    }

    @Test("wide characters count as the columns they take")
    func wide() {
        #expect(plainTable([["日本語日本語", "x"], ["a", "y"]]) == ["日本語日本語   x", "a              y"])
    }

    @Test("escape sequences do not come through")
    func harmless() {
        #expect(plainTable([["\u{1B}[31mred", "x"]]).joined().contains("\u{1B}") == false)
    }
}
