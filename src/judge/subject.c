/* The list of subjects. */
#include "judge/subject.h"

const Subject *const subjects[] = {
    [CLAIM_OFFICE] = &subject_office,
    [CLAIM_NAME] = &subject_name,
    [SUBJECT_ARTICLE] = &subject_article,
    [SUBJECT_MARK] = &subject_mark,
    [SUBJECTS] = NULL,
};
