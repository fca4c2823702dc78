/* What Hugo and Jekyll put into an article before it is one: shortcodes, Liquid, attribute lists.
 *
 *     {{< figure src="a.jpg" >}}  {{% note %}}  {{ page.title }}  {% include a %}  {: .lead}
 *
 * None of it is text; what stands between a pair of them is, but for code and comments. */
#ifndef STET_SOURCE_TEMPLATE_H
#define STET_SOURCE_TEMPLATE_H

#include "base/view.h"

/* What was found missing in a text, so that it is not looked for again. All zero at its start; a
 * text is asked from left to right. */
typedef struct TemplateMissing {
    bool ends[3];    /* of pairs, in all the rest */
    size_t clear[5]; /* up to here no mark of a kind closes */
} TemplateMissing;

/* Behind the template that begins at `from`; 0 where none does. One pair whose inside is no text
 * ({% comment %} ... {% endcomment %}) is one template. Looks at few bytes beyond its end. */
size_t template_end(View text, size_t from, TemplateMissing *missing);

#endif
