// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "diagnostics/kinds.hpp"
#include "grammar/spelling.hpp"
#include "typed/build_steps.hpp"
#include "typed/check.hpp"

namespace tdkt::typed {

bool never_meet(const Program& program, PackId a, PackId b) {
  if (a == b) return false;
  const auto& one = program[a];
  const auto& two = program[b];
  if (one.in_force.until < two.in_force.from || two.in_force.until < one.in_force.from) return true;
  const auto yields = [](const std::vector<std::string>& titles, const Pack& pack) {
    for (const auto& title : titles)
      if (is_titled(pack.title, title)) return true;
    return false;
  };
  return yields(one.overrides, two) || yields(two.overrides, one) || yields(one.adds_to, two) ||
         yields(two.adds_to, one);
}

namespace {

// What of a rule matters for its name to be free.
struct Named {
  const Title* title;
  std::optional<EntityId> of;  // awards of different kinds of entity may share a title
  PackId pack;
  source::Where written;
};

void report_pair(Build& build, const Named& earlier, const Named& later) {
  const auto& packs = build.program.packs;
  const bool awards_in_two_packs = later.of && earlier.pack != later.pack;
  auto& diagnostic =
      awards_in_two_packs
          ? build.diagnostics.report(Kind::award_in_two_packs, later.written, later.title->language,
                                     {later.title->text, packs[earlier.pack.index].title.text})
          : build.diagnostics.report(Kind::rule_twice, later.written, later.title->language,
                                     {later.title->text});
  diagnostic.label(earlier.written, {"first named here", "đặt tên lần đầu ở đây"});
}

void check_pairs(Build& build, const std::vector<Named>& all) {
  std::map<std::string, std::vector<std::size_t>> by_key;
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::vector<std::string> keys{grammar::key_of(all[i].title->text)};
    if (all[i].title->translation) keys.push_back(grammar::key_of(*all[i].title->translation));
    bool complained = false;
    for (const auto& key : keys) {
      auto& earlier = by_key[key];
      for (const auto j : earlier) {
        if (complained || j == i || all[i].of != all[j].of ||
            never_meet(build.program, all[i].pack, all[j].pack))
          continue;
        report_pair(build, all[j], all[i]);
        complained = true;
      }
      if (earlier.empty() || earlier.back() != i) earlier.push_back(i);
    }
  }
}

template <class Rules>
std::vector<Named> named(const Rules& rules) {
  std::vector<Named> all;
  for (const auto& rule : rules)
    if (!rule.title.text.empty()) all.push_back({&rule.title, std::nullopt, rule.pack, rule.written});
  return all;
}

void check_rules(Build& build) {
  std::vector<Named> awards;
  for (const auto& award : build.program.awards)
    awards.push_back({&award.title, award.scope.entity, award.pack, award.written});
  check_pairs(build, awards);
  check_pairs(build, named(build.program.scorecards));
  check_pairs(build, named(build.program.grades));
  check_pairs(build, named(build.program.nominations));
  check_pairs(build, named(build.program.reports));
  check_pairs(build, named(build.program.checks));

  std::vector<Named> tests;
  for (const auto& test : build.program.tests) tests.push_back({&test.title, std::nullopt, test.pack, test.written});
  check_pairs(build, tests);

  std::vector<Named> periods;
  for (const auto& item : build.items)
    if (item->keyword == Keyword::period)
      for (const auto& period : build.program.periods)
        if (item->title && period.title.text == item->title->text && period.pack == item.pack) {
          periods.push_back({&period.title, std::nullopt, item.pack, item.at(item->title->span)});
          break;
        }
  check_pairs(build, periods);
}

// One folder may be given twice, two packs may not share a name.
void check_packs(Build& build) {
  std::map<std::string, const Pack*> by_key;
  for (const auto& pack : build.program.packs) {
    if (pack.title.text.empty()) continue;
    const auto key = grammar::key_of(pack.title.text) + '\n' + pack.version;
    const auto [earlier, fresh] = by_key.emplace(key, &pack);
    if (!fresh)
      build.diagnostics.report(Kind::rule_twice, pack.written, pack.language, {pack.title.text})
          .label(earlier->second->written, {"first named here", "đặt tên lần đầu ở đây"});
  }
}

}  // namespace

void check_titles(Build& build) {
  check_packs(build);
  check_rules(build);
}

}  // namespace tdkt::typed
