// SPDX-License-Identifier: Apache-2.0
#include "cli/wanted.hpp"

#include <algorithm>
#include <charconv>

#include "cli/years.hpp"
#include "diagnostics/kinds.hpp"
#include "engine/titles.hpp"
#include "grammar/nearest.hpp"

namespace tdkt::cli {

namespace fs = std::filesystem;
using diagnostics::Kind;
using diagnostics::Phrase;

std::vector<fs::path> rules_of(const Arguments& arguments, const std::vector<std::string>& more,
                               Diagnostics& diagnostics) {
  std::vector<fs::path> paths(arguments.rules.begin(), arguments.rules.end());
  paths.insert(paths.end(), more.begin(), more.end());
  if (paths.empty())
    diagnostics.report_general(Kind::argument_missing, {{"the rules, a file or a folder of them,",
                                                         "quy tắc (một tệp hoặc một thư mục)"}});
  return paths;
}

fs::path data_of(const Arguments& arguments, Diagnostics& diagnostics) {
  if (arguments.data.empty())
    diagnostics.report_general(Kind::argument_missing, {{"--data with the folder of records",
                                                         "--data kèm thư mục số liệu"}});
  return arguments.data;
}

std::vector<int> years_of(const Arguments& arguments, Diagnostics& diagnostics) {
  if (arguments.years.empty()) {
    diagnostics.report_general(Kind::argument_missing, {{"--for with a year, such as 2021 or 2019-2021,",
                                                         "--for kèm năm, chẳng hạn 2021 hoặc 2019-2021"}});
    return {};
  }
  auto years = years_of(arguments.years);
  if (!years) diagnostics.report_general(Kind::not_years, {arguments.years});
  return years.value_or(std::vector<int>{});
}

unsigned threads_of(const Arguments& arguments, Diagnostics& diagnostics) {
  unsigned threads = 0;
  const auto& text = arguments.threads;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), threads);
  const bool good = error == std::errc() && end == text.data() + text.size() && threads >= 1 && threads <= 1024;
  if (!text.empty() && !good)
    diagnostics.report_general(Kind::not_a_choice, {text, "--threads", Phrase("1 to 1024", "từ 1 đến 1024")});
  return threads;
}

std::string_view one_of(Option option, const std::string& said, std::initializer_list<std::string_view> known,
                        Diagnostics& diagnostics) {
  if (said.empty()) return *known.begin();
  for (const auto choice : known)
    if (choice == said) return choice;
  Phrase list("");
  for (const auto& choice : known) {
    const bool first = list.english.empty(), last = &choice == known.end() - 1;
    list.english += std::string(first ? "" : last ? " or " : ", ") + std::string(choice);
    list.vietnamese += std::string(first ? "" : last ? " hoặc " : ", ") + std::string(choice);
  }
  auto& diagnostic = diagnostics.report_general(Kind::not_a_choice, {said, std::string(name_of(option)), list});
  for (const auto& near : grammar::nearest(said, {known.begin(), known.end()}, 1))
    diagnostic.suggest({"did you mean '" + near + "'?", "có phải ý bạn là '" + near + "'?"});
  return *known.begin();
}

std::string_view format_of(const Arguments& arguments, std::initializer_list<std::string_view> known,
                           Diagnostics& diagnostics) {
  return one_of(Option::format, arguments.format, known, diagnostics);
}

void check_titles(const std::vector<std::string>& titles, const typed::Program& program, Diagnostics& diagnostics) {
  for (const auto& title : titles) {
    if (engine::has_title(program, title)) continue;
    const auto known = engine::titles_of(program);
    auto& diagnostic = diagnostics.report_general(Kind::unknown_title, {title});
    const auto near = grammar::nearest(title, known, 3);
    for (const auto& each : near)
      diagnostic.suggest({"did you mean \"" + each + "\"?", "có phải ý bạn là \"" + each + "\"?"});
    if (!near.empty() || known.empty()) continue;
    std::string list;
    for (std::size_t i = 0; i < std::min<std::size_t>(known.size(), 10); ++i)
      list += (i == 0 ? "" : "; ") + ("\"" + known[i] + "\"");
    diagnostic.note({"the rules know " + list, "các quy tắc có " + list});
  }
}

}  // namespace tdkt::cli
