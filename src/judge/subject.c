/* The list of subjects. */
#include "judge/subject.h"

const Subject *const subjects[] = {
    [CLAIM_OFFICE] = &subject_office,
    [CLAIM_NAME] = &subject_name,
    [CLAIM_PARTY] = &subject_party,
    [CLAIM_STATE] = &subject_state,
    [CLAIM_DISTRICT] = &subject_district,
    [CLAIM_DEATH] = &subject_death,
    [CLAIM_AGE] = &subject_age,
    [CLAIM_TENURE] = &subject_tenure,
    [CLAIM_LENGTH] = &subject_length,
    [CLAIM_ORDINAL] = &subject_ordinal,
    [CLAIM_SUCCESSION] = &subject_succession,
    [SUBJECT_ARTICLE] = &subject_article,
    [SUBJECT_MARK] = &subject_mark,
    [SUBJECT_TEXT] = &subject_text,
    [SUBJECT_TAGS] = &subject_tags,
    [SUBJECTS] = NULL,
};
