// SPDX-License-Identifier: Apache-2.0
#include "mutations/rule_changes.hpp"

#include <algorithm>

#include "mutations/steps.hpp"
#include "mutations/wording.hpp"
#include "typed/print.hpp"

namespace tdkt::mutations {

using typed::Criterion;
using typed::CriterionKind;
using values::Decimal;

namespace {

// ---- criteria -----------------------------------------------------------------------------------

class Criteria {
 public:
  Criteria(const typed::Program& program, std::uint32_t award, std::vector<RuleChange>& changes)
      : program_(program), award_(award), changes_(changes) {}

  void operator()(const std::vector<Criterion>& criteria, bool of_a_group) {
    for (std::size_t i = 0; i < criteria.size(); ++i) {
      path_.push_back(i);
      // What a group consists of is dropped with the group.
      if (!of_a_group || criteria.size() > 1) drop(criteria[i], of_a_group);
      of(criteria[i]);
      (*this)(criteria[i].parts, true);
      path_.pop_back();
    }
  }

 private:
  using Path = std::vector<std::size_t>;

  static std::vector<Criterion>& list_of(typed::Program& program, std::uint32_t award, const Path& path) {
    auto* list = &program.awards[award].criteria;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) list = &(*list)[path[i]].parts;
    return *list;
  }

  void add(const Criterion& criterion, Phrase change, std::function<void(Criterion&)> apply) {
    changes_.push_back({{Kind::award, award_}, std::move(change), sentence_of(program_, criterion), criterion.written,
                        [award = award_, path = path_, apply](typed::Program& program) {
                          apply(list_of(program, award, path)[path.back()]);
                        }});
  }

  void drop(const Criterion& criterion, bool of_a_group) {
    Phrase what("this requirement", "yêu cầu này");
    if (of_a_group) what = {"this condition", "điều kiện này"};
    if (criterion.kind == CriterionKind::bar) what = {"this bar", "trường hợp không xét này"};
    if (criterion.kind == CriterionKind::defer) what = {"this deferral", "trường hợp tạm dừng xét này"};
    changes_.push_back({{Kind::award, award_}, dropped(what), sentence_of(program_, criterion), criterion.written,
                        [award = award_, path = path_](typed::Program& program) {
                          auto& list = list_of(program, award, path);
                          list.erase(list.begin() + static_cast<std::ptrdiff_t>(path.back()));
                        }});
  }

  void of(const Criterion& criterion) {
    if (criterion.except_when) {
      const auto exception = sentence_of(program_, *criterion.except_when);
      const Phrase what("“except when " + exception.english + "”", "“trừ trường hợp " + exception.vietnamese + "”");
      add(criterion, dropped(what), [](Criterion& changed) { changed.except_when = nullptr; });
    }
    if (criterion.parts.size() < 2) return;
    const auto turn = [&](Criterion to) {
      add(criterion, became_whole(group_words(criterion), group_words(to)),
          [kind = to.kind, least = to.at_least](Criterion& changed) { changed.kind = kind, changed.at_least = least; });
    };
    auto other = criterion;
    other.parts.clear();
    if (criterion.kind == CriterionKind::any_of) other.kind = CriterionKind::all_of, turn(other);
    if (criterion.kind == CriterionKind::all_of) other.kind = CriterionKind::any_of, turn(other);
    if (criterion.kind != CriterionKind::at_least_n_of) return;
    for (const int least : {criterion.at_least - 1, criterion.at_least + 1}) {
      if (least < 1 || least > static_cast<int>(criterion.parts.size())) continue;
      other.at_least = least;
      turn(other);
    }
  }

  const typed::Program& program_;
  std::uint32_t award_;
  std::vector<RuleChange>& changes_;
  Path path_;
};

// ---- tables -------------------------------------------------------------------------------------

// Where one number stands in the only input of a row: whether the row takes it.
bool takes(const typed::TableRow& row, Decimal number) {
  if (row.cells.empty()) return true;
  const auto& cell = row.cells.front();
  if (cell.kind == typed::TableCell::Kind::any) return true;
  if (cell.kind == typed::TableCell::Kind::equal) {
    const auto* literal = std::get_if<typed::Literal>(&cell.value->node);
    const auto* value = literal ? std::get_if<Decimal>(&literal->value) : nullptr;
    return value && *value == number;
  }
  if (cell.low && (cell.low_open ? number <= *cell.low : number < *cell.low)) return false;
  return !cell.high || (cell.high_open ? number < *cell.high : number <= *cell.high);
}

// A whole number that the change lets in, but that a row above takes already, changes nothing.
bool taken_above(const typed::DecisionTable& table, std::size_t row, Decimal number) {
  return std::any_of(table.rows.begin(), table.rows.begin() + static_cast<std::ptrdiff_t>(row),
                     [&](const typed::TableRow& above) { return takes(above, number); });
}

}  // namespace

void add_award_changes(const typed::Program& program, std::vector<RuleChange>& changes) {
  for (std::uint32_t i = 0; i < program.awards.size(); ++i)
    Criteria(program, i, changes)(program.awards[i].criteria, false);
}

void add_scorecard_changes(const typed::Program& program, std::vector<RuleChange>& changes) {
  using Node = typed::ScoreNode;
  for (std::uint32_t c = 0; c < program.scorecards.size(); ++c) {
    const auto& card = program.scorecards[c];
    for (std::size_t n = 0; n < card.nodes.size(); ++n) {
      const auto& node = card.nodes[n];
      const auto title = title_of(n == 0 ? card.title : node.title);
      const auto add = [&](Phrase change, std::function<void(Node&)> apply) {
        const auto sentence = node.points ? Phrase("“" + title.english + "”: " + sentence_of(program, *node.points).english,
                                                   "“" + title.vietnamese + "”: " + sentence_of(program, *node.points).vietnamese)
                                          : Phrase("“" + title.english + "”", "“" + title.vietnamese + "”");
        changes.push_back({{Kind::scorecard, c}, std::move(change), sentence, node.written,
                           [=](typed::Program& changed) { apply(changed.scorecards[c].nodes[n]); }});
      };
      const auto no_points = [](Node& changed) {
        columns::Type type;
        type.kind = columns::TypeKind::number;
        changed.points = typed::make(typed::Literal{Decimal(0)}, type, changed.written);
        changed.all_or_nothing = false;
        if (!changed.ceiling) changed.ceiling = changed.points;
      };
      if (node.kind == Node::Kind::bonus) add(dropped({"this bonus", "điểm thưởng này"}), no_points);
      if (node.kind == Node::Kind::penalty) add(dropped({"this penalty", "điểm trừ này"}), no_points);
      if (node.applies_when)
        add(dropped({"“applies when”", "“áp dụng khi”"}), [](Node& changed) { changed.applies_when = nullptr; });
      if (node.rounded)
        for (const auto rounding : beside(node.rounded->rounding)) {
          const auto words = [](values::Rounding to) {
            return to == values::Rounding::up     ? Phrase("rounded up", "làm tròn lên")
                   : to == values::Rounding::down ? Phrase("rounded down", "làm tròn xuống")
                                                  : Phrase("rounded", "làm tròn");
          };
          add(became(words(node.rounded->rounding), words(rounding)),
              [=](Node& changed) { changed.rounded->rounding = rounding; });
        }
      if (node.scaled_to)
        for (const auto& to : {values::difference(*node.scaled_to, Decimal(1)), values::sum(*node.scaled_to, Decimal(1))})
          if (to && *to > Decimal(0))
            add(became({"scaled to " + node.scaled_to->text(), "quy về thang " + node.scaled_to->text()},
                       {"scaled to " + to->text(), "quy về thang " + to->text()}),
                [=](Node& changed) { changed.scaled_to = to; });
    }
  }
}

void add_table_changes(const typed::Program& program, std::vector<RuleChange>& changes) {
  for (std::uint32_t t = 0; t < program.tables.size(); ++t) {
    const auto& table = program.tables[t];
    for (std::size_t r = 0; r < table.rows.size(); ++r)
      for (std::size_t k = 0; k < table.rows[r].cells.size(); ++k) {
        const auto& cell = table.rows[r].cells[k];
        if (cell.kind != typed::TableCell::Kind::range) continue;
        const auto& type = table.inputs[k]->type;
        for (const auto end : {&typed::TableCell::low, &typed::TableCell::high}) {
          const bool is_low = end == &typed::TableCell::low;
          const auto& bound = cell.*end;
          if (!bound) continue;
          const auto step = step_of(*bound, type);
          for (const auto& to : {values::difference(*bound, step), values::sum(*bound, step)}) {
            if (!to || (*to < Decimal(0) && *bound >= Decimal(0))) continue;
            const bool open = is_low ? cell.low_open : cell.high_open;
            const bool wider = is_low ? *to < *bound : *to > *bound;
            // The only whole number that comes in.
            const auto newcomer = open ? *bound : *to;
            if (type.whole && wider && table.inputs.size() == 1 && taken_above(table, r, newcomer)) continue;
            const auto words = [&](Decimal number) {
              return Phrase(typed::as_text(program, number, type, grammar::Language::english),
                            typed::as_text(program, number, type, grammar::Language::vietnamese));
            };
            changes.push_back({{Kind::table, t}, became(words(*bound), words(*to)), name_of(table.name),
                               table.rows[r].written,
                               [=, to = *to](typed::Program& changed) { changed.tables[t].rows[r].cells[k].*end = to; }});
          }
        }
      }
  }
}

}  // namespace tdkt::mutations
