// SPDX-License-Identifier: Apache-2.0
// Two awards of one entity that spend the same kind of document: the pack says which of them comes first.
#include <algorithm>
#include <set>

#include "diagnostics/kinds.hpp"
#include "grammar/spelling.hpp"
#include "typed/check.hpp"

namespace tdkt::typed {

namespace {

using Kinds = std::set<std::uint32_t>;  // entities of documents

void find_kinds(const Expression& expression, Kinds& kinds) {
  if (const auto* evidence = std::get_if<Evidence>(&expression.node)) kinds.insert(evidence->set.of.index);
  for_each_part(expression, [&](const Expression& part) { find_kinds(part, kinds); });
}

void find_kinds(const std::vector<Criterion>& criteria, Kinds& kinds) {
  for (const auto& criterion : criteria) {
    if (criterion.condition) find_kinds(*criterion.condition, kinds);
    find_kinds(criterion.parts, kinds);
  }
}

bool lists(const std::vector<std::string>& order, const Title& title) {
  return std::any_of(order.begin(), order.end(), [&](const std::string& named) {
    const auto key = grammar::key_of(named);
    return key == grammar::key_of(title.text) || (title.translation && key == grammar::key_of(*title.translation));
  });
}

bool ranked(const Program& program, const Award& a, const Award& b) {
  return std::any_of(program.packs.begin(), program.packs.end(), [&](const Pack& pack) {
    return lists(pack.order_of_awards, a.title) && lists(pack.order_of_awards, b.title);
  });
}

bool same_title(const Title& a, const Title& b) { return grammar::key_of(a.text) == grammar::key_of(b.text); }

}  // namespace

void check_evidence(Build& build) {
  const auto& awards = build.program.awards;
  std::vector<Kinds> kinds(awards.size());
  for (std::size_t i = 0; i < awards.size(); ++i) find_kinds(awards[i].criteria, kinds[i]);
  for (std::size_t b = 0; b < awards.size(); ++b)
    for (std::size_t a = 0; a < b; ++a) {
      if (awards[a].scope.entity != awards[b].scope.entity || never_meet(build.program, awards[a].pack, awards[b].pack)) continue;
      const bool share = std::any_of(kinds[a].begin(), kinds[a].end(), [&](auto kind) { return kinds[b].count(kind) > 0; });
      if (!share || same_title(awards[a].title, awards[b].title) || ranked(build.program, awards[a], awards[b])) continue;
      const auto language = awards[b].title.language;
      const auto order = '"' + awards[a].title.in(language) + "\"; \"" + awards[b].title.in(language) + '"';
      build.diagnostics
          .report(Kind::awards_not_ranked, awards[b].written, language, {awards[a].title.text, awards[b].title.text, order})
          .label(awards[a].written, {"which spends them, too", "cũng dùng các tài liệu này"});
      break;
    }
}

}  // namespace tdkt::typed
