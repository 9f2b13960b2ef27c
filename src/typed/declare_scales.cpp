// SPDX-License-Identifier: Apache-2.0
#include <unordered_map>

#include "diagnostics/kinds.hpp"
#include "typed/declare.hpp"

namespace tdkt::typed {

namespace {

// One code is kept for values that are missing.
constexpr std::size_t most_values = 254;

void add_values(Build& build, const Item& item, columns::Scale& scale) {
  std::unordered_map<std::string, source::Where> taken;
  for (const auto& line : item->clauses) {
    if (line.keyword != Keyword::value_line) continue;
    columns::Name value;
    if (!read_name(build, item, line.sentence, line.translation, value)) continue;

    if (scale.values.size() == most_values) {
      report(build, item, Kind::too_many_values, line.span,
             {scale.name.in(item.language), std::to_string(most_values)});
      return;
    }
    const auto at = item.at(line.sentence.span);
    bool twice = false;
    for (const auto& forms : value.forms)
      for (const auto& form : forms) {
        const auto [earlier, fresh] = taken.emplace(phrase_key(form), at);
        if (fresh || earlier->second == at || twice) continue;
        report(build, item, Kind::value_twice, line.sentence.span, {form, scale.name.in(item.language)})
            .label(earlier->second, {"first listed here", "đã liệt kê lần đầu ở đây"});
        twice = true;
      }
    scale.values.push_back(std::move(value));
  }
}

}  // namespace

void declare_scales(Build& build) {
  for (const auto& item : build.items) {
    if (item->keyword != Keyword::scale && item->keyword != Keyword::kinds) continue;
    columns::Scale scale;
    scale.ordered = item->keyword == Keyword::scale;
    if (!read_name(build, item, item->header, item->translation, scale.name)) continue;
    add_values(build, item, scale);
    if (scale.values.empty() && !item->lines_lost)
      report(build, item, Kind::no_values, item.header().span, {scale.name.in(item.language)});

    const auto index = static_cast<std::uint32_t>(build.schema.scales.size());
    enter(build, item, scale.name, {.sort = Sort::scale, .index = index, .where = item.header()});
    build.schema.scales.push_back(std::move(scale));
  }
}

}  // namespace tdkt::typed
