// SPDX-License-Identifier: Apache-2.0
// One file said in both languages makes one program.
#include <gmock/gmock.h>

#include "compiled.hpp"
#include "typed/print.hpp"

namespace tdkt::typed_tests {
namespace {

using grammar::Language;

constexpr const char* english = R"(vocabulary "w"
entity person vi: cá nhân
entity unit, collective vi: đơn vị, tập thể
entity indicator vi: chỉ tiêu
entity record vi: quyết định
scale rating vi: mức xếp loại
  poor vi: kém
  good vi: tốt
kinds group vi: nhóm
  first vi: nhóm một
  second vi: nhóm hai
unit of measure month, months vi: tháng
cadence school year: from 09-01 to 08-31 vi: năm học
fact rating of person: rating, yearly, absent means poor vi: mức hoàn thành
fact months worked of person: number of months from 0 to 12, yearly vi: số tháng công tác
fact planned of unit: whole number from 0 to 100, yearly vi: số được giao
fact met of unit: whole number of months from 0 to planned, yearly vi: số hoàn thành
fact meetings of unit: whole number, half-yearly vi: số cuộc họp
fact reports of unit: whole number, quarterly vi: số báo cáo
fact visits of unit: whole number, monthly vi: số lượt khách
fact share done of unit: percent, weekly vi: tỷ lệ hoàn thành
fact founded of unit: date, once vi: ngày thành lập
fact since of unit: year, once vi: năm bắt đầu
fact motto of unit: text, once, also before the data begin vi: khẩu hiệu
fact united of unit: yes/no, school year, attested by "hội đồng" vi: đoàn kết
fact target of unit per indicator: number, yearly, absent means 1.5 vi: mức giao
fact name of record: text, once vi: tên
relation staff of unit: many person, yearly, never empty, inverse unit vi: cán bộ
relation leader of unit: one of staff, yearly vi: thủ trưởng
relation parent of unit: one unit, yearly, also before the data begin vi: cấp trên
relation records of person: many record, dated vi: khen thưởng đã nhận
verb achieve: rating of person, means at least vi: đạt
verb received: records of person by name vi: được tặng

pack "P"
  version "1.0"
  in force from 2020-01-01 until 2030-12-31
  cites "L"
  uses vocabulary "w"
  order of awards "A"; "B"

parameter share wanted vi: tỷ lệ cần đạt
  from 2020-01-01: 70%
  from 2024-01-01: 75%

period "spring" from 2021-01-31 to 2021-03-31

define weak of a person as rating is poor vi: yếu
define double (x) of a unit as 2 * x vi: gấp đôi

table points by founded vi: điểm theo ngày thành lập
  2000-01-01 -> 5
  otherwise -> 1.5

scorecard "S" for a unit, every year, out of 90
  part "I. One" up to 60, scaled to 50
    item "a" up to 40: 40 * met / planned
    item "b" up to 20 all or nothing: 100% of staff achieve good
  part "II. Two" up to 40
    item "c" up to 40: double (met), rounded to 2 decimals
      applies when united
  bonus "more" up to 5: 2
  penalty "less": 1

grades "G" for a unit, every year
  "Good" when total of "S" is at least 85
  otherwise "Fair"

award "A" for a unit, every year vi: B
  cites "Luật, Điều 1"
  text "wording"
  require a) "named": at least (share wanted) of staff achieve good
  require b) any of:
    1. united
    2. at least 1 of:
      - met is at least planned
    end
  end
  bar "weak" when any of staff is weak
  defer when not united
  require d) met > 1 except when planned = 0

pledge "Q" for the unit "U1", in 2021
  require 1. united

nomination "N" for a unit, every year
  among staff who achieve good
  within each rating
  rank by months worked from high to low
  offer "X" to at most 20% of staff, rounded down
  each member gets at most one offer

report "R" for a unit, every year: met / planned

check "C" for a unit, every year
  warn when met > planned
  error when met < 0

test "T"
  in 2021
  given unit
    | id | met |
    | U1 | 3   |
  expect U1 is eligible for "A"
  expect U1 fails b) of "A"
)";

constexpr const char* vietnamese = R"(từ ngữ "w"
đối tượng cá nhân en: person
đối tượng đơn vị, tập thể en: unit, collective
đối tượng chỉ tiêu en: indicator
đối tượng quyết định en: record
thang mức xếp loại en: rating
  kém en: poor
  tốt en: good
loại nhóm en: group
  nhóm một en: first
  nhóm hai en: second
đơn vị tính tháng en: month, months
kỳ năm học: từ 01/09 đến 31/08 en: school year
dữ kiện mức hoàn thành của cá nhân: mức xếp loại, hằng năm, không ghi là kém en: rating
dữ kiện số tháng công tác của cá nhân: số tháng từ 0 đến 12, hằng năm en: months worked
dữ kiện số được giao của đơn vị: số nguyên từ 0 đến 100, hằng năm en: planned
dữ kiện số hoàn thành của đơn vị: số nguyên tháng từ 0 đến số được giao, hằng năm en: met
dữ kiện số cuộc họp của đơn vị: số nguyên, nửa năm en: meetings
dữ kiện số báo cáo của đơn vị: số nguyên, hằng quý en: reports
dữ kiện số lượt khách của đơn vị: số nguyên, hằng tháng en: visits
dữ kiện tỷ lệ hoàn thành của đơn vị: tỷ lệ phần trăm, hằng tuần en: share done
dữ kiện ngày thành lập của đơn vị: ngày, một lần en: founded
dữ kiện năm bắt đầu của đơn vị: năm, một lần en: since
dữ kiện khẩu hiệu của đơn vị: văn bản, một lần, kể cả trước khi có số liệu en: motto
dữ kiện đoàn kết của đơn vị: có/không, năm học, do "hội đồng" xác nhận en: united
dữ kiện mức giao của đơn vị theo từng chỉ tiêu: số, hằng năm, không ghi là 1,5 en: target
dữ kiện tên của quyết định: văn bản, một lần en: name
quan hệ cán bộ của đơn vị: nhiều cá nhân, hằng năm, không được trống, chiều ngược đơn vị en: staff
quan hệ thủ trưởng của đơn vị: một trong cán bộ, hằng năm en: leader
quan hệ cấp trên của đơn vị: một đơn vị, hằng năm, kể cả trước khi có số liệu en: parent
quan hệ khen thưởng đã nhận của cá nhân: nhiều quyết định, theo ngày en: records
động từ đạt: mức hoàn thành của cá nhân, nghĩa là từ mức đó trở lên en: achieve
động từ được tặng: khen thưởng đã nhận của cá nhân theo tên en: received

bộ quy tắc "P"
  phiên bản "1.0"
  có hiệu lực từ 01/01/2020 đến 31/12/2030
  căn cứ "L"
  dùng từ ngữ "w"
  thứ tự khen thưởng "A"; "B"

tham số tỷ lệ cần đạt en: share wanted
  từ 01/01/2020: 70%
  từ 01/01/2024: 75%

đợt "spring" từ 31/01/2021 đến 31/03/2021

định nghĩa yếu của cá nhân là mức hoàn thành là kém en: weak
định nghĩa gấp đôi (x) của đơn vị là 2 * x en: double

bảng điểm theo ngày thành lập en: points by founded
  01/01/2000 -> 5
  còn lại -> 1,5

bảng điểm "S" cho đơn vị, hằng năm, thang điểm 90
  phần "I. One" tối đa 60, quy về thang 50
    mục "a" tối đa 40: 40 * số hoàn thành / số được giao
    mục "b" tối đa 20 đạt thì đủ điểm, không đạt 0 điểm: 100% cán bộ đạt tốt
  phần "II. Two" tối đa 40
    mục "c" tối đa 40: gấp đôi (số hoàn thành), làm tròn đến 2 chữ số thập phân
      áp dụng khi đoàn kết
  điểm thưởng "more" tối đa 5: 2
  điểm trừ "less": 1

xếp loại "G" cho đơn vị, hằng năm
  "Good" khi tổng điểm "S" từ 85 trở lên
  còn lại "Fair"

danh hiệu "A" cho đơn vị, hằng năm en: B
  căn cứ "Luật, Điều 1"
  nguyên văn "wording"
  yêu cầu a) "named": ít nhất (tỷ lệ cần đạt) cán bộ đạt tốt
  yêu cầu b) một trong các điều kiện:
    1. đoàn kết
    2. ít nhất 1 trong các điều kiện:
      - số hoàn thành không thấp hơn số được giao
    hết
  hết
  không xét "weak" khi có cán bộ yếu
  tạm dừng xét khi không đoàn kết
  yêu cầu d) số hoàn thành > 1 trừ trường hợp số được giao = 0

giao ước "Q" cho đơn vị "U1", năm 2021
  yêu cầu 1. đoàn kết

bình xét "N" cho đơn vị, hằng năm
  trong số cán bộ đạt tốt
  trong từng mức hoàn thành
  xếp hạng theo số tháng công tác từ cao xuống thấp
  đề nghị tặng "X" cho không quá 20% số cán bộ, làm tròn xuống
  mỗi thành viên chỉ được đề nghị một hình thức

báo cáo "R" cho đơn vị, hằng năm: số hoàn thành / số được giao

kiểm tra số liệu "C" cho đơn vị, hằng năm
  cảnh báo khi số hoàn thành > số được giao
  báo lỗi khi số hoàn thành < 0

ví dụ "T"
  trong năm 2021
  giả sử đơn vị
    | mã | số hoàn thành |
    | U1 | 3             |
  kết quả phải là U1 đủ điều kiện "A"
  kết quả phải là U1 không đạt b) của "A"
)";

// Everything of a program that does not depend on the language in which it was said.
class Said {
 public:
  explicit Said(const typed::Program& program) : program_(program) { all(); }
  std::vector<std::string> lines;

 private:
  static std::string text_of(const std::string& text) { return text; }
  static std::string text_of(const char* text) { return text; }
  template <class Number>
    requires std::is_arithmetic_v<Number>
  static std::string text_of(Number number) { return std::to_string(number); }
  template <class Enum>
    requires std::is_enum_v<Enum>
  static std::string text_of(Enum value) { return std::to_string(static_cast<int>(value)); }
  template <class Thing>
  static std::string text_of(values::Id<Thing> id) { return std::to_string(id.index); }
  template <class Value>
  static std::string text_of(const std::optional<Value>& value) { return value ? text_of(*value) : "-"; }
  static std::string text_of(const values::Date& date) { return date.iso(); }
  static std::string text_of(const values::Decimal& number) { return number.text(); }
  static std::string text_of(const columns::Name& name) {
    std::string text;
    for (const auto& forms : name.forms)
      for (const auto& form : forms) text += form + ",";
    return text;
  }
  std::string text_of(const typed::Type& type) const { return name_of(program_, type, Language::english); }
  std::string text_of(const typed::Expr& e) const { return e ? as_sentence(program_, *e, Language::english) : "-"; }
  std::string text_of(const typed::Scope& scope) const { return as_sentence(program_, scope, Language::english); }
  static std::string text_of(const columns::Bound& bound) { return bound.number ? bound.number->text() : text_of(bound.fact); }
  static std::string text_of(const columns::Absent& absent) {
    return absent.number.text() + '/' + std::to_string(absent.code) + '/' + absent.text;
  }

  template <class... Parts>
  void say(const Parts&... parts) {
    std::string text;
    ((text += this->text_of(parts) + " | "), ...);
    lines.push_back(text);
  }

  void criteria(const std::vector<typed::Criterion>& all) {
    for (const auto& one : all) {
      say(one.kind, one.label, one.path, one.title ? one.title->text : "-", one.citation, one.condition, one.except_when,
          one.at_least);
      criteria(one.parts);
    }
  }

  void all() {
    for (const auto& fact : program_.schema.facts)
      say(fact.name, fact.of, fact.type, fact.timing.cadence, fact.per, fact.from, fact.to, fact.absent, fact.also_before_data,
          fact.attested_by);
    for (const auto& relation : program_.schema.relations)
      say(relation.name, relation.of, relation.to, relation.many, relation.one_of, relation.timing.cadence,
          relation.never_empty, relation.also_before_data, relation.inverse);
    for (const auto& verb : program_.schema.verbs) say(verb.name, verb.uses.size(), verb.means_at_least);
    for (const auto& cadence : program_.schema.cadences) say(cadence.name, cadence.first_month, cadence.last_day);
    for (const auto& scale : program_.schema.scales) {
      say(scale.name, scale.ordered);
      for (const auto& value : scale.values) say(value);
    }
    for (const auto& pack : program_.packs) {
      say(pack.title.text, pack.version, pack.citation, pack.in_force.from, pack.in_force.until);
      for (const auto& award : pack.order_of_awards) say(award);
    }
    for (const auto& parameter : program_.parameters) {
      say(parameter.name, parameter.type);
      for (const auto& value : parameter.values) say(value.from, value.value);
    }
    for (const auto& period : program_.periods) say(period.title.text, period.days.first, period.days.last);
    for (const auto& definition : program_.definitions) say(definition.name, definition.of, definition.parameters.size(), definition.body);
    for (const auto& table : program_.tables) {
      say(table.name, table.of, table.rows.size(), table.type);
      for (const auto& row : table.rows) say(row.cells.size(), row.outcome);
    }
    for (const auto& card : program_.scorecards)
      for (const auto& node : card.nodes)
        say(node.kind, node.title.text, node.label, node.parts.size(), node.points, node.ceiling, node.all_or_nothing,
            node.applies_when, node.scaled_to, node.rounded ? node.rounded->places : -1);
    for (const auto& grades : program_.grades)
      for (const auto& row : grades.rows) say(row.code, row.when);
    for (const auto& award : program_.awards) {
      say(award.kind, award.title.text, award.title.translation, award.scope, award.citation, award.wording);
      criteria(award.criteria);
    }
    for (const auto& nomination : program_.nominations) {
      say(nomination.title.text, nomination.members, nomination.within, nomination.one_offer_each);
      for (const auto& one : nomination.among) say(one);
      for (const auto& key : nomination.keys) say(key.value, key.high_to_low);
      for (const auto& offer : nomination.offers)
        say(offer.title.text, offer.quota.number, offer.quota.share, offer.quota.base, offer.quota.rounding);
    }
    for (const auto& report : program_.reports) say(report.title.text, report.scope, report.value);
    for (const auto& check : program_.checks)
      for (const auto& one : check.lines) say(one.error, one.when);
    for (const auto& test : program_.tests) {
      say(test.title.text, test.years.size(), test.given.size());
      for (const auto& one : test.expectations) say(one.kind, one.entity, one.title, one.path);
    }
  }

  const typed::Program& program_;
};

TEST(Vietnamese, SaysTheSameAsEnglish) {
  const auto in_english = compiled(english), in_vietnamese = compiled(vietnamese);
  EXPECT_FALSE(in_english.diagnostics.has_errors()) << in_english.said();
  EXPECT_FALSE(in_vietnamese.diagnostics.has_errors()) << in_vietnamese.said();
  const auto one = Said(in_english.program).lines, two = Said(in_vietnamese.program).lines;
  ASSERT_EQ(one.size(), two.size());
  for (std::size_t i = 0; i < one.size(); ++i) EXPECT_EQ(one[i], two[i]);
  EXPECT_EQ(in_english.program.schema.cadences.at(0).first_month, 9);
  EXPECT_EQ(in_english.program.scorecards.at(0).nodes.size(), 8U);
}

}  // namespace
}  // namespace tdkt::typed_tests
