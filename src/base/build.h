/* Which build of the program this is. */
#ifndef STET_BASE_BUILD_H
#define STET_BASE_BUILD_H

#include "base/view.h"

/* The linker's id of this program or library: another one after any change of the code. Empty where
 * it was linked without one. */
View build_id(void);

#endif
