// SPDX-License-Identifier: Apache-2.0
// `graph` draws what depends on what, for Graphviz.
#include <algorithm>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/wanted.hpp"
#include "engine/compile.hpp"
#include "engine/titles.hpp"
#include "graph/graph.hpp"

namespace tdkt::cli {

namespace {

using diagnostics::Kind;
using diagnostics::Severity;

// The latest year in which one of the packs is in force for sure: its last, or else its first.
int year_in_force(const typed::Program& program) {
  constexpr int beyond = 9999;
  int latest = 0;
  for (const auto& pack : program.packs) {
    const int until = pack.in_force.until.year(), from = pack.in_force.from.year();
    latest = std::max(latest, until < beyond ? until : from);
  }
  return std::clamp(latest, 1, beyond);
}

std::string drawn(const typed::Program& program, const std::vector<int>& years, const Arguments& arguments,
                  const Door& door) {
  const auto request = engine::only(program, graph::everything(program, years), arguments.awards);
  const auto graph = graph::build(program, request);
  graph::PictureOptions options;
  options.language = door.language;
  if (arguments.awards.size() == 1 && request.awards.size() == 1) {
    options.award = request.awards.front().award;
    options.period = request.awards.front().period;
  }
  return graph::picture(*graph, options);
}

Exit graph_of(const Arguments& arguments, Door& door) {
  Diagnostics wrong;
  const auto paths = rules_of(arguments, arguments.positionals, wrong);
  auto years = arguments.years.empty() ? std::vector<int>{} : years_of(arguments, wrong);
  if (!wrong.empty()) return door.refuse(wrong);

  Diagnostics diagnostics;
  const auto rules = engine::compile(paths, diagnostics);
  diagnostics.drop(Severity::remark);
  if (diagnostics.has_errors()) return door.complain(diagnostics, rules.sources), Exit::bad_rules;
  check_titles(arguments.awards, rules.program, wrong);
  if (!wrong.empty()) return door.refuse(wrong);

  if (years.empty()) years = {year_in_force(rules.program)};
  const auto picture = drawn(rules.program, years, arguments, door);
  if (arguments.out.empty()) door.answer(picture);
  else write_files({{arguments.out, picture}});
  return Exit::done;
}

}  // namespace

Command graph_command() {
  return {"graph",
          {Option::rules, Option::years, Option::award, Option::out},
          {"draws what depends on what, for Graphviz", "vẽ sơ đồ phụ thuộc, dùng với Graphviz"},
          {R"(usage: tdkt graph RULES… [--award TITLE] [--for YEAR] [--out FILE]

draws how verdicts come from criteria and criteria from facts, in the language of Graphviz.

  --rules RULES    the same as RULES
  --award TITLE    only this award; otherwise all of them
  --for YEAR       as in force for a case of this year; otherwise the latest
  --out FILE       writes the picture there instead of on the screen

example:
  tdkt graph my-rules.tdkt --award "Excellent Labor Collective" | dot -Tsvg > picture.svg
)",
           R"(cách dùng: tdkt graph QUY-TẮC… [--award TÊN] [--for NĂM] [--out TỆP]

vẽ sơ đồ cho thấy kết quả do những điều kiện nào, điều kiện do những số liệu nào, theo ngôn ngữ của Graphviz.

  --rules QUY-TẮC  như QUY-TẮC ở trên
  --award TÊN      chỉ khen thưởng này; nếu không nêu thì tất cả
  --for NĂM        theo quy định có hiệu lực cho năm này; nếu không nêu thì năm gần nhất
  --out TỆP        ghi sơ đồ vào tệp thay vì ra màn hình

ví dụ:
  tdkt graph quy-tac.tdkt --award "Tập thể lao động xuất sắc" | dot -Tsvg > so-do.svg
)"},
          graph_of};
}

}  // namespace tdkt::cli
