// SPDX-License-Identifier: Apache-2.0
// What can only be seen once everything is built. Each tolerates rules that could not be read.
#pragma once

#include "typed/build.hpp"

namespace tdkt::typed {

void check_titles(Build& build);       // two rules of one name
void check_circles(Build& build);      // rules that depend on one another
void check_ceilings(Build& build);     // parts that don't add up to their whole
void check_prefixes(Build& build);     // phrases that begin with a keyword
void check_tables(Build& build);       // rows that overlap, cases that no row fits
void check_cadences(Build& build);     // facts of months in rules of years
void check_evidence(Build& build);     // awards that spend the same documents, unranked
void check_open_terms(Build& build);   // terms that another pack should have filled
void check_award_names(Build& build);  // `received "X"`, ranks and orders of no award

// Whether two packs are never in force on one day, or one of them gives way to the other.
bool never_meet(const Program& program, PackId a, PackId b);

}  // namespace tdkt::typed
