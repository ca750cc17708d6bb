#define _GNU_SOURCE
#include "internal.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

void cs_close_from(int first, int last) {
    if (first > last) return;
#ifdef SYS_close_range
    if (syscall(SYS_close_range, (unsigned)first, (unsigned)last, 0) == 0) return;
#endif
    // Linux before 5.9 has no close_range.
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur > 65536) limit.rlim_cur = 65536;
    for (int i = first; i <= last && i < (int)limit.rlim_cur; i++) close(i);
}
