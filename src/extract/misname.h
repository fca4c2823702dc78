/* Claims of kind name: that whoever stands beside a title is called as the passage writes it.
 *
 * Made only where that is in doubt: the book knows nobody of the name, but somebody of nearly that
 * name has held such an office about that time. `people` are those who may have been meant,
 * `mended` the name as it then should be.
 */
#ifndef STET_EXTRACT_MISNAME_H
#define STET_EXTRACT_MISNAME_H

#include "extract/claim.h"

/* Adds a claim of kind name for each claim of kind office whose person may be misnamed. */
void find_misnames(Arena *arena, const Grammar *grammar, const Book *book, const Document *document,
                   Claims *claims);

#endif
