// SPDX-License-Identifier: Apache-2.0
#include "typed/from_syntax.hpp"

#include <algorithm>
#include <numeric>

#include "typed/build_steps.hpp"
#include "typed/check.hpp"
#include "typed/declare.hpp"

namespace tdkt::typed {

namespace {

// Files by the bytes of their paths; nothing may depend on it but the order of what is listed.
std::vector<Item> items_of(const std::vector<syntax::File>& files, const source::Sources& sources) {
  std::vector<std::size_t> order(files.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return sources[files[a].file].path() < sources[files[b].file].path();
  });
  std::vector<Item> items;
  for (const auto i : order)
    for (const auto& statement : files[i].statements)
      items.push_back({&statement, files[i].file, files[i].language});
  return items;
}

void declare_vocabulary(Build& build) {
  for (const auto& item : build.items)
    if (item->keyword == Keyword::vocabulary && item->title && build.schema.name.empty())
      build.schema.name = item->title->text;
  declare_entities(build);
  declare_scales(build);
  declare_cadences_and_units(build);
  declare_facts(build);
  declare_relations(build);
  declare_bounds_and_absence(build);
  declare_verbs(build);
  build.reader.names_changed();
}

void build_rules(Build& build) {
  build_packs(build);
  build_parameters(build);
  build_periods(build);
  build.reader.names_changed();

  declare_scorecards(build);
  declare_grades(build);
  declare_awards(build);
  declare_nominations(build);
  build.reader.names_changed();

  build_definitions(build);
  build.reader.names_changed();

  build_scorecards(build);
  build_grades(build);
  build_awards(build);
  build_nominations(build);
  build_reports_and_checks(build);
  build_tests(build);
}

}  // namespace

Program from_syntax(const std::vector<syntax::File>& files, const source::Sources& sources,
                    diagnostics::Diagnostics& diagnostics, Provenance* provenance) {
  Program program;
  Build build(program, sources, diagnostics, provenance);
  build.items = items_of(files, sources);

  declare_vocabulary(build);
  build_rules(build);

  check_titles(build);
  check_circles(build);
  check_ceilings(build);
  check_evidence(build);
  check_cadences(build);
  check_tables(build);
  check_prefixes(build);
  check_open_terms(build);
  check_award_names(build);
  return program;
}

}  // namespace tdkt::typed
