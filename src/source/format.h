/* What a file's path tells of the article in it. */
#ifndef STET_SOURCE_FORMAT_H
#define STET_SOURCE_FORMAT_H

#include "source/document.h"

/* The last YYYY-MM-DD or YYYY/MM/DD that is a day from 1900 to 2100; DATE_NONE where there is none.
 */
Date path_date(View path);

/* Begins a document: no text yet; the name, the original and the date of the path are set. */
void document_begin(Document *document, View path, View bytes);

#endif
