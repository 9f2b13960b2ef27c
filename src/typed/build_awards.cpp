// SPDX-License-Identifier: Apache-2.0
// Awards and pledges.
#include "diagnostics/kinds.hpp"
#include "typed/build_steps.hpp"

namespace tdkt::typed {

namespace {

bool is_rule(const Item& item) {
  return item->keyword == Keyword::award || item->keyword == Keyword::pledge;
}

}  // namespace

void declare_awards(Build& build) {
  for (const auto& item : build.items) {
    if (!is_rule(item)) continue;
    Award award{.kind = item->keyword == Keyword::award ? RuleKind::award : RuleKind::pledge,
                .title = title_of(item), .scope = first_scope_of(build, item, item->header),
                .citation = citation_of(build, item), .wording = wording_of(item), .cadence = {},
                .criteria = {}, .pack = item.pack, .written = item.header()};
    if (!award.scope.year && !award.scope.period) award.cadence = award.scope.every;
    build.program.awards.push_back(std::move(award));
  }
}

void build_awards(Build& build) {
  std::size_t next = 0;
  for (const auto& item : build.items) {
    if (!is_rule(item)) continue;
    const auto index = next++;
    complete_scope(build, item, item->header, build.program.awards[index].scope);
    if (!is_for_somebody(build, item)) continue;
    const auto& award = build.program.awards[index];
    const std::vector<EntityId> levels{award.scope.entity};
    auto criteria = build_criteria(build, item, item->clauses, award.citation, levels);
    if (criteria.empty() && !item->lines_lost)
      report(build, item, Kind::no_criteria, item.header().span, {award.title.text});
    build.program.awards[index].criteria = std::move(criteria);
  }
}

}  // namespace tdkt::typed
