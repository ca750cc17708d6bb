// For ThreadSanitizer, which does not see that a Swift Mutex is waited for: that part of it is in the standard library,
// which is built without the sanitizer (taking a free Mutex, and letting it go when nobody waits, is not). Each Mutex
// that two threads want at the same time would be reported as a race on what it guards. To be preloaded into the tests.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"
#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context))

typedef SWIFT void lock_function(uint32_t seen, SELF void *mutex);
typedef SWIFT void unlock_function(SELF void *mutex);

// Not there in programs without the sanitizer, such as the one that starts the tests.
__attribute__((weak)) void __tsan_acquire(void *address);
__attribute__((weak)) void __tsan_release(void *address);

SWIFT void lock(uint32_t seen, SELF void *mutex) __asm__(LOCK);
SWIFT void unlock(SELF void *mutex) __asm__(UNLOCK);

static lock_function *standard_lock;
static unlock_function *standard_unlock;

__attribute__((constructor)) static void find(void) {
    standard_lock = (lock_function *)dlsym(RTLD_NEXT, LOCK);
    standard_unlock = (unlock_function *)dlsym(RTLD_NEXT, UNLOCK);
}

SWIFT void lock(uint32_t seen, SELF void *mutex) {
    standard_lock(seen, mutex);
    if (__tsan_acquire) __tsan_acquire(mutex);
}

SWIFT void unlock(SELF void *mutex) {
    if (__tsan_release) __tsan_release(mutex);
    standard_unlock(mutex);
}
