// SPDX-License-Identifier: Apache-2.0
// The vocabulary of these tests: people in units in blocs, and a fact of every type and cadence.
#include <map>

#include "support.hpp"

namespace tdkt::loaders::test {
namespace {

using columns::Fact;
using columns::Name;
using columns::Relation;
using columns::Schema;
using columns::TypeKind;
using values::Cadence;
using values::Decimal;

class Builder {
 public:
  Name name(std::vector<std::string> english, std::vector<std::string> vietnamese) {
    return {{std::move(english), std::move(vietnamese)}};
  }

  void entity(std::vector<std::string> english, std::vector<std::string> vietnamese) {
    entities_[english[0]] = {static_cast<std::uint32_t>(schema.entities.size())};
    schema.entities.push_back({name(std::move(english), std::move(vietnamese))});
  }

  void scale(const std::string& english, const std::string& vietnamese, std::vector<Name> values) {
    schema.scales.push_back({name({english}, {vietnamese}), true, std::move(values)});
  }

  Relation& relation(const std::string& english, const std::string& vietnamese, const std::string& of,
                     const std::string& to, Cadence cadence = Cadence::yearly) {
    Relation relation;
    relation.name = name({english}, {vietnamese});
    relation.of = entities_.at(of);
    relation.to = entities_.at(to);
    relation.timing.cadence = cadence;
    return schema.relations.emplace_back(std::move(relation));
  }

  Fact& fact(const std::string& english, const std::string& vietnamese, const std::string& of, columns::Type type,
             Cadence cadence = Cadence::yearly) {
    Fact fact;
    fact.name = name({english}, {vietnamese});
    fact.of = entities_.at(of);
    fact.type = type;
    fact.timing.cadence = cadence;
    return schema.facts.emplace_back(std::move(fact));
  }

  columns::EntityId operator[](const std::string& entity) const { return entities_.at(entity); }

  Schema schema;

 private:
  std::map<std::string, columns::EntityId> entities_;
};

columns::Type type(TypeKind kind) {
  columns::Type type;
  type.kind = kind;
  return type;
}
columns::Type of_scale(std::uint32_t index) {
  auto scaled = type(TypeKind::scale);
  scaled.scale = {index};
  return scaled;
}
columns::Type whole_number() {
  auto whole = type(TypeKind::number);
  whole.whole = true;
  return whole;
}
columns::Type percentage() {
  auto percent = type(TypeKind::number);
  percent.percent = true;
  return percent;
}
columns::Type one(columns::EntityId entity) {
  auto of = type(TypeKind::entity);
  of.entity = entity;
  return of;
}

const columns::Type truth = type(TypeKind::truth), number = type(TypeKind::number), date = type(TypeKind::date),
                    text = type(TypeKind::text), whole = whole_number(), percent = percentage(), rating = of_scale(0),
                    discipline = of_scale(1);

columns::Bound bound(int of) { return {Decimal(of), {}}; }

void declare_relations(Builder& b) {
  Relation* staff = &b.relation("staff", "cán bộ", "unit", "person");
  staff->never_empty = true;
  staff->inverse = b.name({"unit"}, {});
  b.relation("members", "thành viên", "bloc", "unit").inverse = b.name({"bloc"}, {});
  for (const auto& [english, vietnamese] : {std::pair("leader", "khối trưởng"), std::pair("deputy leader", "khối phó")}) {
    Relation& one = b.relation(english, vietnamese, "bloc", "unit");
    one.many = false;
    one.one_of = columns::RelationId{1};
  }
  b.relation("initiatives", "sáng kiến", "person", "initiative", Cadence::dated).inverse = b.name({"author"}, {});
  for (const char* of : {"person", "unit"})
    b.relation("awards", "khen thưởng đã nhận", of, "award record", Cadence::dated).inverse = b.name({"recipient"}, {});
}

void declare_facts(Builder& b) {
  b.fact("task rating", "mức hoàn thành nhiệm vụ", "person", rating);
  b.fact("task rating", "mức hoàn thành nhiệm vụ", "unit", rating);
  b.fact("discipline", "kỷ luật", "person", discipline).absent = columns::Absent{};
  Fact& months = b.fact("months worked", "số tháng công tác", "person", number);
  months.from = bound(0);
  months.to = bound(12);
  b.fact("registered", "đã đăng ký thi đua", "unit", truth);
  Fact& planned = b.fact("targets planned", "số chỉ tiêu được giao", "unit", whole);
  planned.from = bound(0);
  planned.to = bound(10000);
  const auto planned_id = static_cast<std::uint32_t>(b.schema.facts.size() - 1);
  Fact& met = b.fact("targets met", "số chỉ tiêu hoàn thành", "unit", whole);
  met.from = bound(0);
  met.to = columns::Bound{{}, columns::FactId{planned_id}};
  b.fact("late reports", "số báo cáo chậm hạn", "unit", whole).absent = columns::Absent{};
  b.fact("budget", "ngân sách", "unit", number, Cadence::quarterly);
  b.fact("growth", "tăng trưởng", "unit", percent);
  b.fact("score", "điểm", "unit", number);
  b.fact("hygiene", "vệ sinh", "unit", rating, Cadence::monthly);
  b.fact("pass rate", "tỷ lệ lên lớp", "unit", percent, Cadence::declared).timing.declared = columns::CadenceId{0};
  b.fact("mentor", "người hướng dẫn", "person", one(b["person"]), Cadence::once);
  b.fact("born", "ngày sinh", "person", date, Cadence::once);
  b.fact("level", "cấp công nhận", "initiative", rating, Cadence::once);
  b.fact("award name", "tên khen thưởng", "award record", text, Cadence::once);
  b.fact("target", "mức giao", "unit", number).per = b["indicator"];
  Fact& result = b.fact("result", "mức thực hiện", "unit", number);
  result.per = b["indicator"];
  result.absent = columns::Absent{};
  b.fact("inspected", "được kiểm tra", "unit", truth, Cadence::dated);
  b.fact("unity", "đoàn kết", "unit", truth).attested_by = "bloc council";
}

Schema built() {
  Builder b;
  b.schema.name = "small";
  b.entity({"person", "individual"}, {"cá nhân"});
  b.entity({"unit", "agency"}, {"đơn vị", "cơ quan"});
  b.entity({"bloc"}, {"khối thi đua", "khối"});
  b.entity({"initiative"}, {"sáng kiến"});
  b.entity({"award record"}, {"quyết định khen thưởng"});
  b.entity({"indicator"}, {"chỉ tiêu"});
  b.scale("rating", "mức xếp loại",
          {b.name({"not completed"}, {"không hoàn thành nhiệm vụ"}), b.name({"completed"}, {"hoàn thành nhiệm vụ"}),
           b.name({"good"}, {"hoàn thành tốt nhiệm vụ", "tốt"}),
           b.name({"excellent"}, {"hoàn thành xuất sắc nhiệm vụ", "xuất sắc"})});
  b.scale("discipline level", "mức kỷ luật",
          {b.name({"none"}, {"không bị kỷ luật"}), b.name({"reprimand"}, {"khiển trách"}), b.name({"warning"}, {"cảnh cáo"})});
  b.schema.cadences.push_back({b.name({"school year"}, {"năm học"}), 9, 1, 8, 31});
  declare_relations(b);
  declare_facts(b);
  return std::move(b.schema);
}

}  // namespace

const Schema& emulation() {
  static const Schema schema = built();
  return schema;
}

}  // namespace tdkt::loaders::test
