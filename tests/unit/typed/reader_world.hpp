// SPDX-License-Identifier: Apache-2.0
// A vocabulary and a few rules whose names the sentences of the reader's tests use.
#pragma once

#include <memory>
#include <optional>

#include "compiled.hpp"
#include "typed/dump.hpp"
#include "typed/reader.hpp"

namespace tdkt::typed_tests {

using grammar::Language;

inline constexpr const char* more_words = R"(
entity indicator                             vi: chỉ tiêu
kinds category                               vi: loại cán bộ
  civil servant                              vi: công chức
  employee                                   vi: nhân viên hợp đồng
cadence school year: from 09-01 to 08-31     vi: năm học
fact category of person: category, yearly    vi: loại cán bộ
fact target of unit per indicator: number, yearly   vi: mức giao
fact result of unit per indicator: number, yearly   vi: kết quả
fact points of unit per indicator: number, yearly   vi: điểm
fact bonus points of unit per indicator: number, yearly   vi: điểm thưởng
fact planned of unit: number, yearly         vi: kế hoạch
fact actual of unit: number, yearly          vi: thực hiện
fact founded of unit: year, once             vi: năm thành lập
fact proposal date of person: date, yearly   vi: ngày đề nghị
fact place of person: whole number, yearly   vi: vị trí
relation head of unit: one of staff, yearly  vi: thủ trưởng
)";

inline constexpr const char* more_rules = R"(pack "P"
  version "1"
  in force from 2020-01-01
  uses vocabulary "emulation"

period "spring" from 2021-01-31 to 2021-03-31

parameter least share   vi: tỷ lệ cần đạt
  from 2020-01-01: 70%
parameter least number  vi: số người cần đạt
  from 2020-01-01: 3

define disciplined of a person as discipline is at least warning   vi: bị kỷ luật
define surplus (p, a) as (a - p) / p     vi: phần vượt
define best (p, a, most) of a unit as most * surplus (p, a) / (highest surplus (p, a) of members of its bloc whose p > 0)  vi: điểm so với cao nhất
define civil servants of a unit as staff whose category is civil servant   vi: cán bộ công chức
define double of a unit as 2 * targets met   vi: gấp đôi

table points by task rating   vi: điểm theo mức hoàn thành nhiệm vụ
  excellent -> 30
  otherwise -> 0

scorecard "Bloc scorecard" for a unit, every year, out of 100   vi: Bảng điểm của khối
  part "I. Political tasks" up to 60
    item "targets" up to 60: 60 * targets met / targets planned
  part "II. Party" up to 40
    item "party cell" up to 40: 40
  bonus "initiatives" up to 10: 2 * number of initiatives of staff
  penalty "late": 5 * late reports

grades "Bloc grade" for a unit, every year
  "Excellent" when total of "Bloc scorecard" is at least 95
  otherwise "Fair"

award "Flag" for a unit, every year          vi: Cờ thi đua
  require 1. registered
award "Fighter" for a person, every year     vi: Chiến sĩ
  require 1. achieve grassroots emulation fighter
)";

class World {
 public:
  World()
      : compiled_(compiled({{"emulation.tdkt", example("emulation") + more_words}, {"rules.tdkt", more_rules}})) {}

  const Compiled& rules() const { return compiled_; }

  typed::EntityId entity(const std::string& name) const {
    const auto& entities = compiled_.program.schema.entities;
    for (std::uint32_t i = 0; i < entities.size(); ++i)
      if (entities[i].name.in(Language::english) == name) return {i};
    ADD_FAILURE() << "no entity " << name;
    return {};
  }
  // `unit`, or `bloc unit` for a candidate of a nomination.
  typed::Context context(const std::string& levels, Language language) const {
    typed::Context context;
    context.language = language;
    for (std::size_t at = 0; at < levels.size();) {
      const auto end = std::min(levels.find(' ', at), levels.size());
      context.levels.push_back(entity(levels.substr(at, end - at)));
      at = end + 1;
    }
    return context;
  }

  enum class As { condition, number, value };

  // What was made of a sentence: its tree, or nothing and why.
  struct Answer {
    std::string tree;
    diagnostics::Diagnostics diagnostics;
    std::string text;  // of the sentence, normalised
  };
  Answer read(const std::string& sentence, const std::string& levels, Language language, As as = As::condition) {
    auto context = this->context(levels, language);
    context.file = compiled_.sources.add(source::Source("sentence", sentence));
    Answer answer;
    answer.text = std::string(compiled_.sources[context.file].text());
    typed::Reader reader(compiled_.program, compiled_.sources, answer.diagnostics);
    const auto words = syntax::words_of(compiled_.sources[context.file].text(), language);
    const auto meaning = as == As::condition ? reader.condition(words, context)
                         : as == As::number  ? reader.number(words, context)
                                             : reader.value(words, context);
    if (meaning) answer.tree = typed::as_tree(compiled_.program, *meaning);
    return answer;
  }

  Compiled compiled_;
};

// One world for all tests of a binary: it costs more to make than a sentence to read.
inline World& world() {
  static World made;
  return made;
}

}  // namespace tdkt::typed_tests
