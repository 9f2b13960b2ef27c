// SPDX-License-Identifier: Apache-2.0
#include "grammar/ordinary.hpp"

#include <array>
#include <map>
#include <string_view>

#include "grammar/spelling.hpp"

namespace tdkt::grammar {

namespace {

std::vector<std::string> cut(std::string_view list, std::string_view at) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = list.find(at);
    parts.emplace_back(list.substr(0, end));
    while (!parts.back().empty() && parts.back().front() == ' ') parts.back().erase(0, 1);
    while (!parts.back().empty() && parts.back().back() == ' ') parts.back().pop_back();
    if (end == std::string_view::npos) return parts;
    list.remove_prefix(end + at.size());
  }
}

using Table = std::vector<Ordinary>;

void add(Table& table, std::string_view said, std::string_view instead) {
  for (const auto& words : cut(said, "|")) {
    std::vector<std::string> keys;
    for (const auto& word : cut(words, " ")) keys.push_back(word == "…" ? word : key_of(word));
    for (const auto& text : cut(instead, "|")) table.push_back({keys, text});
  }
}

const std::array<Table, 2>& tables() {
  static const auto both = [] {
    std::array<Table, 2> made;
#define ENGLISH(said, instead) add(made[static_cast<std::size_t>(Language::english)], said, instead);
#define VIETNAMESE(said, instead) add(made[static_cast<std::size_t>(Language::vietnamese)], said, instead);
#include "grammar/ordinary_speech.def"
#undef ENGLISH
#undef VIETNAMESE
    return made;
  }();
  return both;
}

using Stand_ins = std::map<std::pair<Keyword, Language>, std::vector<std::string>>;

}  // namespace

std::span<const Ordinary> ordinary_speech(Language language) { return tables()[static_cast<std::size_t>(language)]; }

std::span<const std::string> said_for(Keyword keyword, Language language) {
  using L = Language;
  using K = Keyword;
  static const Stand_ins stand_ins{
      {{K::require, L::english}, {"condition", "criterion", "requirement"}},
      {{K::require, L::vietnamese}, {"điều kiện", "tiêu chuẩn", "tiêu chí"}},
      {{K::cites, L::english}, {"based on", "pursuant to", "according to", "source"}},
      {{K::cites, L::vietnamese}, {"theo", "chiếu theo", "nguồn"}},
      {{K::bar, L::english}, {"exclude", "disqualify"}},
      {{K::bar, L::vietnamese}, {"loại", "không khen thưởng"}},
      {{K::bonus_item, L::english}, {"extra", "add"}},
      {{K::bonus_item, L::vietnamese}, {"điểm cộng", "cộng điểm"}},
      {{K::penalty_item, L::english}, {"deduct", "minus"}},
      {{K::penalty_item, L::vietnamese}, {"trừ điểm", "điểm phạt"}},
      {{K::end, L::english}, {"end if", "endif", "ends", "ended", "end of group", "end group", "end of list", "end all", "end any", "finish", "done"}},
      {{K::end, L::vietnamese}, {"kết thúc", "hết nhóm", "hết danh sách", "kết thúc nhóm", "dừng"}},
      {{K::up_to, L::english}, {"max", "maximum", "at most", "max.", "maximum of", "not more than"}},
      {{K::up_to, L::vietnamese}, {"tối đa là", "không quá", "nhiều nhất", "cao nhất", "toi da"}},
      {{K::all_or_nothing, L::english}, {"all or none", "full or nothing", "everything or nothing"}},
      {{K::all_or_nothing, L::vietnamese}, {"đạt hoặc không", "đạt đủ điểm không đạt 0 điểm"}},
      {{K::dated_value, L::english}, {"since", "starting", "as of", "effective from"}},
      {{K::dated_value, L::vietnamese}, {"kể từ", "kể từ ngày", "bắt đầu từ", "bắt đầu từ ngày"}},
      {{K::otherwise_row, L::english}, {"else", "all others", "others", "all other cases", "the rest", "in all other cases"}},
      {{K::otherwise_row, L::vietnamese}, {"các trường hợp khác", "trường hợp khác", "các trường hợp còn lại", "trường hợp còn lại", "các loại khác", "ngược lại", "khác"}},
      {{K::judged_in, L::english}, {"for", "year", "for the year", "for year", "during"}},
      {{K::judged_in, L::vietnamese}, {"cho năm", "năm xét", "vào năm", "xét năm"}},
      {{K::within_each, L::english}, {"within every", "within", "in each", "in every", "per"}},
      {{K::within_each, L::vietnamese}, {"trong mỗi", "theo từng", "trong các", "từng"}},
      {{K::one_offer_each, L::english}, {"each member gets one offer", "each member gets only one offer", "one offer each", "at most one offer each",
                                         "each member gets at most one award", "each candidate gets at most one offer"}},
      {{K::one_offer_each, L::vietnamese}, {"mỗi thành viên chỉ được một hình thức", "mỗi thành viên chỉ được đề nghị một lần",
                                            "mỗi thành viên chỉ nhận một hình thức", "mỗi đơn vị chỉ được đề nghị một hình thức"}},
      {{K::expect, L::vietnamese}, {"kết quả là", "kết quả", "kỳ vọng"}},
      {{K::expect, L::english}, {"then", "result"}},
      {{K::rank_by, L::english}, {"sort by", "order by", "rank", "sort", "ranked by", "ranking by"}},
      {{K::rank_by, L::vietnamese}, {"sắp xếp theo", "xếp hạng", "xếp theo", "sắp xếp"}},
      {{K::among, L::english}, {"amongst"}},
      {{K::list_all, L::english}, {"list everybody", "list everyone"}},
      {{K::list_all, L::vietnamese}, {"liệt kê tất cả", "lập danh sách tất cả"}},
      {{K::offer, L::english}, {"propose"}},
      {{K::offer, L::vietnamese}, {"đề nghị", "đề xuất"}},
      {{K::when, L::english}, {"if", "in case", "where", "whenever", "once"}},
      {{K::when, L::vietnamese}, {"nếu", "nếu như", "trong trường hợp", "lúc", "khi mà", "trường hợp"}},
      {{K::except_when, L::english}, {"unless", "except if", "except where", "except", "save when", "save where", "other than when"}},
      {{K::except_when, L::vietnamese}, {"trừ khi", "trừ trường hợp khi", "ngoại trừ trường hợp", "ngoại trừ khi", "ngoại trừ", "trừ"}},
      {{K::as, L::english}, {"means", "is", "=", ":"}},
      {{K::as, L::vietnamese}, {"nghĩa là", "có nghĩa là", "=", ":"}},
      {{K::from_day, L::english}, {"since", "starting", "as of", "on"}},
      {{K::from_day, L::vietnamese}, {"kể từ", "kể từ ngày", "bắt đầu từ", "ngày"}},
      {{K::until_day, L::english}, {"till", "through", "ending", "-"}},
      {{K::until_day, L::vietnamese}, {"tới", "tới ngày", "cho đến", "cho tới", "-"}},
      {{K::table_by, L::english}, {"for", "according to", "per", "based on"}},
      {{K::table_by, L::vietnamese}, {"dựa vào", "căn cứ vào", "căn cứ", "cho", "của"}},
  };
  const auto found = stand_ins.find({keyword, language});
  if (found == stand_ins.end()) return {};
  return found->second;
}

}  // namespace tdkt::grammar
