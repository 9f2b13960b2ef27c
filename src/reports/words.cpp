// SPDX-License-Identifier: Apache-2.0
#include "reports/words.hpp"

#include <fmt/format.h>

#include "typed/print.hpp"
#include "values/match.hpp"

namespace tdkt::reports {

using values::Cadence;
using verdicts::Outcome;
using verdicts::Standing;

std::string_view either(Language language, std::string_view english, std::string_view vietnamese) {
  return language == Language::english ? english : vietnamese;
}

std::string_view words_of(Outcome outcome, Language language) {
  switch (outcome) {
    case Outcome::eligible: return either(language, "eligible", "đủ điều kiện");
    case Outcome::ineligible: return either(language, "ineligible", "không đủ điều kiện");
    case Outcome::deferred: return either(language, "deferred", "tạm dừng xét");
    case Outcome::undetermined: return either(language, "undetermined", "chưa xác định");
    case Outcome::kept: return either(language, "kept", "giữ đúng");
    case Outcome::broken: return either(language, "broken", "vi phạm");
  }
  return {};
}

std::string_view words_of(Standing standing, Language language) {
  switch (standing) {
    case Standing::nominated: return either(language, "nominated", "được đề nghị tặng");
    case Standing::not_nominated: return either(language, "not nominated", "không được đề nghị");
    case Standing::tied: return either(language, "tied", "đồng hạng chưa phân định");
    case Standing::undetermined: return either(language, "undetermined", "chưa xác định");
    case Standing::not_among: return either(language, "not among", "không thuộc diện bình xét");
  }
  return {};
}

std::string words_of(values::Date date, Language language) {
  return language == Language::english ? date.iso() : date.vietnamese();
}

std::string words_of(values::Period period, Language language) {
  const auto is = [&](Cadence cadence) {
    return values::period_of(cadence, values::index_containing(cadence, period.last)) == period;
  };
  const int year = period.last.year(), month = period.last.month();
  if (is(Cadence::yearly)) return std::to_string(year);
  if (is(Cadence::half_yearly))
    return fmt::format("{} {}",
                       month == 6 ? either(language, "first half of", "6 tháng đầu năm")
                                  : either(language, "second half of", "6 tháng cuối năm"),
                       year);
  if (is(Cadence::quarterly)) return fmt::format("{} {}/{}", either(language, "quarter", "quý"), month / 3, year);
  if (is(Cadence::monthly)) return fmt::format("{} {}/{}", either(language, "month", "tháng"), month, year);
  return words_of(period.first, language) + " – " + words_of(period.last, language);
}

namespace {

// Most numbers are whole and small, and rankings of a nation are full of them.
std::optional<std::int64_t> as_small_whole(values::Decimal number, const typed::Type& type) {
  constexpr auto one = static_cast<std::int64_t>(values::Decimal::one);
  if (type.kind != typed::TypeKind::number || type.percent) return std::nullopt;
  const auto scaled = static_cast<std::int64_t>(number.scaled());
  if (scaled != number.scaled() || scaled % one != 0) return std::nullopt;
  return scaled / one;
}

}  // namespace

std::string words_of(const typed::Program& program, const values::Interval& number, const typed::Type& type,
                     Language language) {
  const auto text = [&](values::Decimal bound) {
    if (const auto whole = as_small_whole(bound, type)) return std::to_string(*whole);
    // Numbers are shown as they are compared, at nine digits.
    const auto shown = values::rounded(bound, 9, values::Rounding::half_away).value_or(bound);
    return typed::as_text(program, shown, type, language);
  };
  if (number.known()) return text(*number.low);
  if (number.low && number.high)
    return fmt::format("{} {} {} {}", either(language, "from", "từ"), text(*number.low), either(language, "to", "đến"),
                       text(*number.high));
  if (number.low) return fmt::format("{} {}", either(language, "at least", "ít nhất"), text(*number.low));
  if (number.high) return fmt::format("{} {}", either(language, "at most", "nhiều nhất"), text(*number.high));
  return std::string(either(language, "unknown", "chưa rõ"));
}

std::string words_of(const typed::Program& program, const columns::Dataset& dataset, const evaluate::Value& value,
                     const typed::Type& type, Language language) {
  const auto unknown = [&] { return std::string(either(language, "unknown", "chưa rõ")); };
  return std::visit(
      values::match{
          [&](values::Truth truth) {
            return truth == values::Truth::unknown ? unknown()
                   : truth == values::Truth::yes   ? std::string(either(language, "yes", "có"))
                                                   : std::string(either(language, "no", "không"));
          },
          [&](const values::Interval& number) { return words_of(program, number, type, language); },
          [&](typed::Code code) { return program.schema[code.scale].values[code.code].in(language); },
          [&](values::Row row) {
            const auto& table = dataset.entities[type.entity.index];
            return std::string(table.names[row].empty() ? table.ids[row] : table.names[row]);
          },
          [&](evaluate::NoRow) { return std::string(either(language, "nobody", "không có")); },
          [&](values::Date date) { return words_of(date, language); },
          [&](const std::string& text) { return text; },
          [&](const auto&) { return unknown(); }},
      value);
}

std::string words_of(verdicts::Places places) {
  if (places.best == 0) return {};
  if (places.best == places.worst) return std::to_string(places.best);
  if (places.worst == verdicts::no_worst_place) return fmt::format("{}–…", places.best);
  return fmt::format("{}–{}", places.best, places.worst);
}

std::string offers_in_words(const typed::Nomination& nomination, const verdicts::Candidate& candidate, Language language) {
  std::string offers;
  for (const auto offer : candidate.offers) offers += (offers.empty() ? "" : "; ") + nomination.offers[offer].title.in(language);
  return offers.empty() && candidate.offer ? nomination.offers[*candidate.offer].title.in(language) : offers;
}

void add_keys_in_words(std::string& text, const typed::Program& program, const typed::Nomination& nomination,
                       const verdicts::Candidate& candidate, Language language) {
  for (std::size_t i = 0; i < candidate.keys.size(); ++i) {
    if (i != 0) text += "; ";
    text += words_of(program, candidate.keys[i], nomination.keys[i].value->type, language);
  }
}

}  // namespace tdkt::reports
