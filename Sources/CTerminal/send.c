#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

// Another opening of the terminal that does not block: to make standard output itself so would do it to the shell, too.
// Where the user may not open the terminal (after su), it is standard output, and blocks.
int ct_destination = STDOUT_FILENO;
static int interruption = -1;
static bool is_lost, is_hurried;

void ct_open_destination(int descriptor) {
    interruption = descriptor;
    int own = open("/proc/self/fd/1", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (own >= 0) ct_destination = own;
}

/// Whether the terminal takes more. While it does not, what must be heeded comes first.
static bool wait_for_room(void) {
    struct pollfd sources[] = {{ct_destination, POLLOUT, 0}, {interruption, POLLIN, 0}};
    int count;
    do count = is_hurried ? poll(sources, 1, 100) : poll(sources, 2, -1);
    while (count < 0 && errno == EINTR);
    return count > 0 && sources[1].revents == 0;
}

void ct_send(const char *bytes, size_t length) {
    // Lines make sense also when one before them is missing.
    if (ct_is_teletype) is_lost = false;
    while (length > 0 && !is_lost) {
        ssize_t sent = write(ct_destination, bytes, length);
        if (sent > 0) {
            bytes += sent;
            length -= (size_t)sent;
        } else if (errno == EAGAIN) {
            is_lost = !wait_for_room();
        } else if (errno != EINTR) {
            return;
        }
    }
}

bool ct_take_loss(void) {
    bool was_lost = is_lost;
    is_lost = false;
    // The sequence that was cut is not to swallow what comes next.
    if (was_lost) ct_send("\030", 1);
    return was_lost;
}

void ct_hurry(bool is_so) { is_hurried = is_so; }
