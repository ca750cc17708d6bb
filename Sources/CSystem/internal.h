#ifndef CSYSTEM_INTERNAL_H
#define CSYSTEM_INTERNAL_H

#include <sys/types.h>

/// Closes the descriptors from `first` to `last`; safe after fork.
void cs_close_from(int first, int last);

/// A place for the number of a group that the guard is to end; 0 sets it free. Only one thread may ask at a time.
_Atomic pid_t *cs_free_group(void);

#endif
