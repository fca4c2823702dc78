/* The style sheet of the HTML page, as it stands in the page. */
#ifndef STET_REPORT_HTML_STYLE_H
#define STET_REPORT_HTML_STYLE_H

extern const char html_style[];

#endif
