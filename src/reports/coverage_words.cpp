// SPDX-License-Identifier: Apache-2.0
#include "reports/coverage_words.hpp"

#include <fmt/format.h>

namespace tdkt::reports {

std::string_view words_of(Sight sight, Language language) {
  switch (sight) {
    case Sight::met: return either(language, "met", "đạt");
    case Sight::not_met: return either(language, "not met", "không đạt");
    case Sight::unknown: return either(language, "unknown", "chưa rõ");
  }
  return {};
}

std::string_view words_of(CoveredRule::Kind kind, Language language) {
  switch (kind) {
    case CoveredRule::Kind::award: return either(language, "award", "khen thưởng");
    case CoveredRule::Kind::pledge: return either(language, "pledge", "giao ước");
    case CoveredRule::Kind::scorecard: return either(language, "scorecard", "bảng điểm");
    case CoveredRule::Kind::grades: return either(language, "grades", "xếp loại");
    case CoveredRule::Kind::table: return either(language, "table", "bảng");
    case CoveredRule::Kind::nomination: return either(language, "nomination", "bình xét");
    case CoveredRule::Kind::check: return either(language, "check", "kiểm tra số liệu");
  }
  return {};
}

std::string share_of(std::size_t seen, std::size_t all, Language language) {
  if (all == 0) return std::string(either(language, "nothing to see", "không có gì để kiểm tra"));
  return language == Language::english ? fmt::format("{} of {} seen, {}%", seen, all, 100 * seen / all)
                                       : fmt::format("đã gặp {} trên {}, {}%", seen, all, 100 * seen / all);
}

std::string_view name_of(Sight sight) {
  switch (sight) {
    case Sight::met: return "met";
    case Sight::not_met: return "not_met";
    case Sight::unknown: return "unknown";
  }
  return {};
}

std::string_view name_of(CoveredRule::Kind kind) {
  return words_of(kind, Language::english);
}

std::string_view name_of(CoveragePoint::Of of) {
  using Of = CoveragePoint::Of;
  switch (of) {
    case Of::verdict: return "verdict";
    case Of::scope: return "scope";
    case Of::requirement: return "requirement";
    case Of::group: return "group";
    case Of::bar: return "bar";
    case Of::deferral: return "deferral";
    case Of::exception: return "exception";
    case Of::vote: return "vote";
    case Of::item: return "item";
    case Of::applies: return "applies";
    case Of::grade: return "grade";
    case Of::table_row: return "table_row";
    case Of::candidates: return "candidates";
    case Of::condition: return "condition";
    case Of::offer: return "offer";
    case Of::warning: return "warning";
  }
  return {};
}

}  // namespace tdkt::reports
