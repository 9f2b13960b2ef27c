// SPDX-License-Identifier: Apache-2.0
// A period is judged by what is in force on its last day. A rule for one time only, whose last day the
// pack is not in force on, judges nothing.
#include "diagnostics/kinds.hpp"
#include "lints/lint.hpp"

namespace tdkt::lints {

namespace {

struct Time {
  std::string name;
  values::Date last;
};

std::optional<Time> only_time(const Program& program, const typed::Scope& scope, Language language) {
  if (scope.period) {
    const auto& period = program[*scope.period];
    return Time{period.title.in(language), period.days.last};
  }
  if (scope.year) return Time{std::to_string(*scope.year), values::last_day(*scope.year)};
  return std::nullopt;
}

// A law may have its cases judged by a pack that is no longer in force, or not yet.
bool hands_over_cases(const Program& program) {
  for (const auto& pack : program.packs)
    if (!pack.transitions.empty()) return true;
  return false;
}

}  // namespace

void rules_never_judged(Lint& lint) {
  if (hands_over_cases(lint.program)) return;
  for_each_rule(lint.program, [&](const auto& rule) {
    const auto& pack = lint.program[rule.pack];
    const auto time = only_time(lint.program, rule.scope, pack.language);
    if (!time || pack.in_force.on(time->last)) return;
    lint.report(Kind::rule_never_judged, rule.scope.written, rule.pack,
                {time->name, {time->last.iso(), time->last.vietnamese()}})
        .label(pack.written, {"this pack is not in force on that day", "bộ quy tắc này không có hiệu lực vào ngày đó"});
  });
}

}  // namespace tdkt::lints
