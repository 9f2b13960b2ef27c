// SPDX-License-Identifier: Apache-2.0
#include "reports/coverage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "reports/coverage_words.hpp"
#include "reports/layout.hpp"
#include "reports/words.hpp"

namespace tdkt::reports {

namespace {

template <class Parts>
std::size_t sum(const Parts& parts, std::size_t (Parts::value_type::*count)() const) {
  std::size_t total = 0;
  for (const auto& part : parts) total += (part.*count)();
  return total;
}

auto place_of(const CoveredRule& rule) { return std::tie(rule.path, rule.line, rule.kind, rule.title.english); }

TableCell cell_of(const CoveragePoint& point, Sight sight, Language language) {
  const auto i = static_cast<std::size_t>(sight);
  if (point.times[i] > 0) return {std::to_string(point.times[i]), Tone::good};
  if (!point.possible[i]) return {"–", Tone::faint};
  return {std::string(either(language, "never", "chưa")), Tone::bad};
}

void add_rule(std::string& text, const CoveredRule& rule, const CoverageOptions& options) {
  const auto language = options.language.value_or(rule.language);
  const auto heading = [&](std::string_view words) { return TableCell{std::string(words), Tone::faint}; };
  text += toned(rule.title.in(language), Tone::heading, options.colour) +
          fmt::format(", {} ({}:{}): {}\n", words_of(rule.kind, options.reader), rule.path, rule.line,
                      share_of(rule.seen(), rule.all(), options.reader));
  std::vector<TableRow> rows{{heading(words_of(Sight::met, options.reader)),
                              heading(words_of(Sight::not_met, options.reader)),
                              heading(words_of(Sight::unknown, options.reader)),
                              heading(either(options.reader, "line", "dòng")), heading("")}};
  for (const auto& point : rule.points)
    rows.push_back({cell_of(point, Sight::met, options.reader), cell_of(point, Sight::not_met, options.reader),
                    cell_of(point, Sight::unknown, options.reader), {std::to_string(point.line), Tone::faint},
                    {std::string(2 * point.depth, ' ') + point.words.in(language)}});
  text += set_in_columns(rows, 2, options.colour) + '\n';
}

void add_summary(std::string& text, const Coverage& coverage, const CoverageOptions& options) {
  const auto reader = options.reader;
  text += toned(either(reader, "What the tests saw", "Các ví dụ đã gặp"), Tone::heading, options.colour) + '\n';
  std::vector<TableRow> rows;
  for (const auto& rule : coverage.rules)
    rows.push_back({{rule.title.in(options.language.value_or(rule.language))},
                    {std::string(words_of(rule.kind, reader))},
                    {fmt::format("{}:{}", rule.path, rule.line), Tone::faint},
                    {share_of(rule.seen(), rule.all(), reader), rule.seen() == rule.all() ? Tone::good : Tone::plain}});
  rows.push_back({{std::string(either(reader, "all", "tổng cộng"))}, {""}, {""},
                  {share_of(coverage.seen(), coverage.all(), reader), Tone::heading}});
  text += set_in_columns(rows, 2, options.colour);
}

}  // namespace

std::size_t CoveragePoint::seen() const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < 3; ++i) count += possible[i] && times[i] > 0;
  return count;
}

std::size_t CoveragePoint::all() const {
  return static_cast<std::size_t>(std::count(possible.begin(), possible.end(), true));
}

std::size_t CoveredRule::seen() const { return sum(points, &CoveragePoint::seen); }
std::size_t CoveredRule::all() const { return sum(points, &CoveragePoint::all); }
std::size_t Coverage::seen() const { return sum(rules, &CoveredRule::seen); }
std::size_t Coverage::all() const { return sum(rules, &CoveredRule::all); }

void Coverage::add(const Coverage& more) {
  for (const auto& rule : more.rules) {
    const auto same = std::find_if(rules.begin(), rules.end(), [&](const CoveredRule& other) {
      return place_of(other) == place_of(rule) && other.points.size() == rule.points.size();
    });
    if (same == rules.end()) {
      rules.push_back(rule);
      continue;
    }
    for (std::size_t i = 0; i < rule.points.size(); ++i)
      for (std::size_t sight = 0; sight < 3; ++sight) {
        auto& point = same->points[i];
        point.times[sight] += rule.points[i].times[sight];
        point.possible[sight] = point.possible[sight] || rule.points[i].possible[sight];
      }
  }
  std::stable_sort(rules.begin(), rules.end(), [](const CoveredRule& a, const CoveredRule& b) {
    return std::tie(a.path, a.line) < std::tie(b.path, b.line);
  });
}

std::string as_text(const Coverage& coverage, const CoverageOptions& options) {
  std::string text;
  for (const auto& rule : coverage.rules) add_rule(text, rule, options);
  add_summary(text, coverage, options);
  return text;
}

}  // namespace tdkt::reports
