// SPDX-License-Identifier: Apache-2.0
#include "card/tables.hpp"

#include <algorithm>

#include "typed/print.hpp"
#include "values/match.hpp"

namespace tdkt::card {

namespace {

using columns::Timing;
using grammar::Language;
using values::Cadence;

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string week_of(values::Date monday) {
  const auto thursday = values::plus_days(monday, 3);  // ISO 8601: the week's year is its Thursday's
  const auto days = thursday.days - values::first_day(thursday.year()).days;
  return std::to_string(thursday.year()) + "-W" + two(days / 7 + 1);
}

// Which table of an entity something stands in.
struct Sheet {
  Timing timing;
  std::optional<EntityId> keys;                 // of facts with a second key
  friend bool operator<(const Sheet& a, const Sheet& b) { return a.order() < b.order(); }
  friend bool operator==(const Sheet& a, const Sheet& b) { return a.order() == b.order(); }

 private:
  std::tuple<Cadence, std::uint32_t, std::uint32_t> order() const {
    return {timing.cadence, timing.declared ? timing.declared->index + 1 : 0, keys ? keys->index + 1 : 0};
  }
};

struct RowKey {
  std::uint32_t of;
  std::int32_t when;
  std::optional<std::uint32_t> key;
  friend auto operator<=>(const RowKey&, const RowKey&) = default;
};
struct Row {
  std::map<std::string, std::string> references, cells;  // by header
};
using Rows = std::map<RowKey, Row>;

class Writer {
 public:
  Writer(const typed::Program& program, const Scene& scene, Language language, int year)
      : program_(program), schema_(program.schema), scene_(scene), language_(language), year_(year) {}

  std::vector<Table> write() {
    sheets_.resize(schema_.entities.size());
    for (const auto& [at, cell] : scene_.facts())
      if (cell.value) add_fact(at, *cell.value);
    for (const auto& link : scene_.links()) add_link(link);
    for (const auto& gap : scene_.gaps())
      if (!forgotten(schema_[gap.relation].timing, gap.when))
        row(schema_[gap.relation].of, {schema_[gap.relation].timing, {}}, {gap.of, gap.when, {}})
            .references[name(schema_[gap.relation].name)];
    for (const auto& mention : scene_.mentions())
      if (!scene_.first_year() || mention.year >= *scene_.first_year()) this->mention(mention);
    for (std::uint32_t entity = 0; entity < sheets_.size(); ++entity) complete({entity});
    for (std::uint32_t entity = 0; entity < sheets_.size(); ++entity) write({entity});
    for (auto& [relation, table] : link_tables_) tables_.push_back(std::move(table));
    write_waivers();
    return std::move(tables_);
  }

 private:
  std::string name(const columns::Name& name) const { return name.in(language_); }
  std::string_view either(std::string_view english, std::string_view vietnamese) const {
    return language_ == Language::english ? english : vietnamese;
  }

  bool forgotten(const Timing& timing, std::int32_t when) const {
    if (!scene_.first_year() || timing.cadence == Cadence::once) return false;
    if (timing.cadence == Cadence::dated) return values::Date{when}.year() < *scene_.first_year();
    return columns::period_at(schema_, timing, when).year() < *scene_.first_year();
  }

  Row& row(EntityId entity, const Sheet& sheet, const RowKey& key) {
    return sheets_[entity.index][sheet][key];
  }

  void add_fact(const FactAt& at, const Value& value) {
    const auto& fact = schema_[at.fact];
    if (forgotten(fact.timing, at.when)) return;
    row(fact.of, {fact.timing, fact.per}, {at.of, at.when, at.key}).cells[name(fact.name)] =
        cell_of(program_, scene_, value, fact.type, language_);
  }

  // The header of the way back, where one name leads to several entities theirs.
  std::string header_back(const columns::Relation& relation) const {
    for (const auto& other : schema_.relations)
      if (other.to == relation.to && other.of != relation.of && other.inverse &&
          name(*other.inverse) == name(*relation.inverse))
        return name(schema_[relation.of].name);
    return name(*relation.inverse);
  }

  void add_link(const LinkAt& link) {
    const auto& relation = schema_[link.relation];
    if (forgotten(relation.timing, link.when)) return;
    const auto of = scene_.id({relation.of, link.of}), to = scene_.id({relation.to, link.to});
    if (!relation.many) {
      row(relation.of, {relation.timing, {}}, {link.of, link.when, {}}).references[name(relation.name)] = to;
    } else if (relation.inverse && !relation.inverse_many) {
      row(relation.to, {relation.timing, {}}, {link.to, link.when, {}}).references[header_back(relation)] = of;
    } else {
      auto& table = link_tables_[link.relation];
      const bool says_when = relation.timing.cadence != Cadence::once;
      if (table.rows.empty()) {
        table.heading = name(relation.name);
        table.rows.push_back({name(schema_[relation.of].name), name(schema_[relation.to].name)});
        if (says_when) table.rows.back().push_back(period_header(relation.timing));
      }
      table.rows.push_back({of, to});
      if (says_when) table.rows.back().push_back(period(relation.timing, link.when));
    }
  }

  void mention(const MentionAt& mention) {
    for (const auto& [sheet, rows] : sheets_[mention.who.entity.index])
      if (sheet.timing.cadence == Cadence::yearly)
        for (const auto& [key, row] : rows)
          if (key.of == mention.who.number && key.when == mention.year) return;
    for (const auto& link : scene_.links()) {
      const auto& relation = schema_[link.relation];
      const bool there = relation.timing.cadence == Cadence::yearly && link.when == mention.year;
      if (there && ((relation.of == mention.who.entity && link.of == mention.who.number) ||
                    (relation.to == mention.who.entity && link.to == mention.who.number)))
        return;
    }
    row(mention.who.entity, {}, {mention.who.number, mention.year, {}});
  }

  // A table that is named after an entity says which there are: then everybody stands in one.
  void complete(EntityId entity) {
    auto& sheets = sheets_[entity.index];
    if (sheets.empty()) return;
    for (std::uint32_t who = 0; who < scene_.count(entity); ++who) {
      const bool listed = std::any_of(sheets.begin(), sheets.end(), [&](const auto& sheet) {
        return std::any_of(sheet.second.begin(), sheet.second.end(), [&](const auto& row) { return row.first.of == who; });
      });
      if (!listed) row(entity, {{Cadence::once, {}}, {}}, {who, 0, {}});
    }
  }

  // What is recorded once can stand beside what is recorded of this year, or beside a day.
  void write(EntityId entity) {
    auto& sheets = sheets_[entity.index];
    const Sheet once{{Cadence::once, {}}, {}}, yearly{}, dated{{Cadence::dated, {}}, {}};
    const auto found = sheets.find(yearly);
    const bool only_this_year =
        found != sheets.end() && std::all_of(found->second.begin(), found->second.end(),
                                             [&](const auto& row) { return row.first.when == year_; });
    if (const auto said_once = sheets.find(once); said_once != sheets.end()) {
      if (only_this_year) move_into(said_once->second, found->second, year_);
      else if (const auto days = sheets.find(dated); days != sheets.end()) move_into(said_once->second, days->second, {});
      if (said_once->second.empty()) sheets.erase(said_once);
    }
    for (const auto& [sheet, rows] : sheets) write(entity, sheet, rows);
  }

  // `when`: rows that are not there yet begin then; nullopt: they stay where they are.
  static void move_into(Rows& from, Rows& to, std::optional<std::int32_t> when) {
    for (auto row = from.begin(); row != from.end();) {
      bool moved = false;
      for (auto& [key, other] : to)
        if (key.of == row->first.of) {
          other.cells.insert(row->second.cells.begin(), row->second.cells.end());
          moved = true;
        }
      if (!moved && when) {
        to[{row->first.of, *when, {}}] = row->second;
        moved = true;
      }
      row = moved ? from.erase(row) : std::next(row);
    }
  }

  // Rows with the same references stand together: an empty reference would be a statement, too.
  void write(EntityId entity, const Sheet& sheet, const Rows& rows) {
    std::map<std::vector<std::string>, std::vector<const Rows::value_type*>> by_references;
    for (const auto& row : rows) {
      std::vector<std::string> headers;
      for (const auto& [header, id] : row.second.references) headers.push_back(header);
      by_references[headers].push_back(&row);
    }
    for (const auto& [headers, some] : by_references) tables_.push_back(table(entity, sheet, headers, some));
  }

  Table table(EntityId entity, const Sheet& sheet, const std::vector<std::string>& references,
              const std::vector<const Rows::value_type*>& rows) {
    const auto& timing = sheet.timing;
    const bool this_year = timing.cadence == Cadence::yearly &&
                           std::all_of(rows.begin(), rows.end(), [&](const auto* row) { return row->first.when == year_; });
    const bool says_when = timing.cadence != Cadence::once && !this_year;
    std::vector<std::string> headers{std::string(either("id", "mã"))}, facts;
    if (sheet.keys) headers.push_back(name(schema_[*sheet.keys].name));
    headers.insert(headers.end(), references.begin(), references.end());
    if (says_when) headers.push_back(period_header(timing));
    for (const auto& fact : schema_.facts)
      if (fact.of == entity && std::any_of(rows.begin(), rows.end(), [&](const auto* row) {
            return row->second.cells.contains(name(fact.name));
          }) && std::find(facts.begin(), facts.end(), name(fact.name)) == facts.end())
        facts.push_back(name(fact.name));
    headers.insert(headers.end(), facts.begin(), facts.end());

    Table table{name(schema_[entity].name), {headers}};
    for (const auto* row : rows) {
      const auto& [key, content] = *row;
      std::vector<std::string> cells{scene_.id({entity, key.of})};
      if (sheet.keys) cells.push_back(key.key ? scene_.id({*sheet.keys, *key.key}) : "");
      for (const auto& header : references) cells.push_back(content.references.at(header));
      if (says_when) cells.push_back(period(timing, key.when));
      for (const auto& fact : facts) {
        const auto cell = content.cells.find(fact);
        cells.push_back(cell == content.cells.end() ? "" : cell->second);
      }
      table.rows.push_back(std::move(cells));
    }
    return table;
  }

  std::string period_header(const Timing& timing) const {
    switch (timing.cadence) {
      case Cadence::half_yearly: return std::string(either("half-year", "nửa năm"));
      case Cadence::quarterly: return std::string(either("quarter", "quý"));
      case Cadence::monthly: return std::string(either("month", "tháng"));
      case Cadence::weekly: return std::string(either("week", "tuần"));
      case Cadence::dated: return std::string(either("date", "ngày"));
      case Cadence::declared: return timing.declared ? name(schema_[*timing.declared].name) : "";
      default: return std::string(either("year", "năm"));
    }
  }

  std::string period(const Timing& timing, std::int32_t when) const {
    switch (timing.cadence) {
      case Cadence::half_yearly: return std::to_string(when / 2) + "-H" + std::to_string(when % 2 + 1);
      case Cadence::quarterly: return std::to_string(when / 4) + "-Q" + std::to_string(when % 4 + 1);
      case Cadence::monthly: return std::to_string(when / 12) + "-" + two(when % 12 + 1);
      case Cadence::weekly: return week_of(columns::period_at(schema_, timing, when).first);
      case Cadence::dated: return language_ == Language::english ? values::Date{when}.iso() : values::Date{when}.vietnamese();
      case Cadence::declared: {
        const auto days = columns::period_at(schema_, timing, when);
        const auto year = std::to_string(days.last.year());
        return days.first.year() == days.last.year() ? year : std::to_string(days.first.year()) + "-" + year;
      }
      default: return std::to_string(when);
    }
  }

  void write_waivers() {
    if (scene_.waivers().empty()) return;
    const auto entity = scene_.waivers().front().of.entity;
    Table table{std::string(either("waiver", "miễn trừ")), {}};
    if (language_ == Language::english)
      table.rows.push_back({"waiver", "award", "criterion", name(schema_[entity].name), "authority", "reason", "from", "until"});
    else
      table.rows.push_back({"miễn trừ", "danh hiệu", "tiêu chí", name(schema_[entity].name), "thẩm quyền", "lý do", "từ ngày", "đến ngày"});
    const auto day = [&](Date date) { return language_ == Language::english ? date.iso() : date.vietnamese(); };
    for (const auto& waiver : scene_.waivers())
      table.rows.push_back({"W" + std::to_string(table.rows.size()), waiver.award, waiver.criterion,
                            scene_.id(waiver.of), std::string(either("authority", "cấp có thẩm quyền")),
                            std::string(either("for this case", "ví dụ")), day(waiver.from), day(waiver.until)});
    tables_.push_back(std::move(table));
  }

  const typed::Program& program_;
  const columns::Schema& schema_;
  const Scene& scene_;
  Language language_;
  int year_;
  std::vector<std::map<Sheet, Rows>> sheets_;   // by EntityId
  std::map<RelationId, Table> link_tables_;
  std::vector<Table> tables_;
};

}  // namespace

std::vector<Table> tables_of(const typed::Program& program, const Scene& scene, Language language, int year) {
  return Writer(program, scene, language, year).write();
}

std::string cell_of(const typed::Program& program, const Scene& scene, const Value& value, const typed::Type& type,
                    Language language) {
  const bool english = language == Language::english;
  return std::visit(
      values::match{[&](bool v) -> std::string { return english ? (v ? "yes" : "no") : (v ? "có" : "không"); },
                    [&](const Decimal& v) { return typed::as_text(program, v, type, language); },
                    [&](const typed::Code& v) { return program.schema[v.scale].values[v.code].in(language); },
                    [&](const Date& v) { return english ? v.iso() : v.vietnamese(); },
                    [](const std::string& v) { return v; }, [&](const Who& v) { return scene.id(v); }},
      value);
}

}  // namespace tdkt::card
