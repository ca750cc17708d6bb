import Glibc
import Testing

@testable import TUI

struct InboxTests {
    @Test("messages come in the order they were posted, once")
    func order() {
        let inbox = Inbox<Int>()
        for number in 1...3 { inbox.post(number) }
        #expect(inbox.takeAll() == [1, 2, 3])
        #expect(inbox.takeAll() == [])
    }

    @Test("its descriptor is readable while there are messages, and only then")
    func wake() {
        let inbox = Inbox<Int>()
        #expect(!isReadable(inbox))
        inbox.post(1)
        #expect(isReadable(inbox))
        _ = inbox.takeAll()
        #expect(!isReadable(inbox))
        inbox.post(2)
        #expect(isReadable(inbox))
    }

    @Test("nothing is lost when many threads post while one takes")
    func threads() async {
        let inbox = Inbox<Int>()
        let posted = 8 * 1000
        let taken = await withTaskGroup(of: Void.self) { group in
            for sender in 0..<8 {
                group.addTask { for number in 0..<1000 { inbox.post(sender * 1000 + number) } }
            }
            var taken: [Int] = []
            while taken.count < posted {
                taken += inbox.takeAll()
                await Task.yield()
            }
            return taken
        }
        #expect(Set(taken).count == posted)
        for sender in 0..<8 {
            let own = taken.filter { $0 / 1000 == sender }
            #expect(own == own.sorted())
        }
    }

    private func isReadable(_ inbox: Inbox<Int>) -> Bool {
        var source = pollfd(fd: inbox.wakeDescriptor, events: Int16(POLLIN), revents: 0)
        return poll(&source, 1, 0) == 1
    }
}
