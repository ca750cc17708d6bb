#ifndef CSYSTEM_INTERNAL_H
#define CSYSTEM_INTERNAL_H

/// Closes the descriptors from `first` to `last`; safe after fork.
void cs_close_from(int first, int last);

#endif
