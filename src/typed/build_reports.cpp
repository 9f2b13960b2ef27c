// SPDX-License-Identifier: Apache-2.0
// Reports and checks of records.
#include "typed/build_steps.hpp"

namespace tdkt::typed {

namespace {

void build_report(Build& build, const Item& item) {
  Report made{title_of(item), scope_of(build, item, item->header), nullptr, item.pack, item.header()};
  if (item->after_colon && is_for_somebody(build, item))
    made.value = read(build, item, *item->after_colon, [&](Reader& reader) {
      return reader.value(*item->after_colon, context_of(item, {made.scope.entity}));
    });
  build.program.reports.push_back(std::move(made));
}

void build_check(Build& build, const Item& item) {
  RecordCheck check{title_of(item), scope_of(build, item, item->header), {}, item.pack, item.header()};
  for (const auto& clause : item->clauses) {
    if (!is_for_somebody(build, item)) break;
    if (clause.keyword != Keyword::warn_when && clause.keyword != Keyword::error_when) continue;
    check.lines.push_back({clause.keyword == Keyword::error_when,
                           condition(build, item, clause.sentence, {check.scope.entity}),
                           item.at(clause.span)});
  }
  build.program.checks.push_back(std::move(check));
}

}  // namespace

void build_reports_and_checks(Build& build) {
  for (const auto& item : build.items) {
    if (item->keyword == Keyword::report) build_report(build, item);
    if (item->keyword == Keyword::check) build_check(build, item);
  }
}

}  // namespace tdkt::typed
