// SPDX-License-Identifier: Apache-2.0
// Evidence that can be spent once: which document serves which award, and who else asks for them.
//
// Whether an award keeps its claim is asked of the evaluation. Of equal supplies the award ranked first
// takes the oldest document, then the least id.
#include <algorithm>
#include <map>
#include <set>

#include "verdicts/explain_parts.hpp"

namespace tdkt::verdicts {

namespace {

using typed::AwardId;
using values::Truth;

void find_evidence(const Expression& expression, std::vector<const typed::Evidence*>& found) {
  if (const auto* evidence = std::get_if<typed::Evidence>(&expression.node)) found.push_back(evidence);
  const bool joins = std::holds_alternative<typed::All>(expression.node) || std::holds_alternative<typed::Any>(expression.node);
  if (joins) typed::for_each_part(expression, [&](const Expression& part) { find_evidence(part, found); });
  if (const auto* defined = std::get_if<typed::Defined>(&expression.node))
    if (defined->meaning) find_evidence(*defined->meaning, found);
}

void find_evidence(const std::vector<typed::Criterion>& criteria, std::vector<const typed::Evidence*>& found) {
  for (const auto& criterion : criteria) {
    if (criterion.condition) find_evidence(*criterion.condition, found);
    find_evidence(criterion.parts, found);
  }
}

std::vector<const typed::Evidence*> evidence_of(const Look& look, AwardId award) {
  std::vector<const typed::Evidence*> found;
  find_evidence(look.program[award].criteria, found);
  return found;
}

// The day on which a document came about, where its relation is dated.
std::optional<values::Date> date_of(const Look& look, const typed::Set& set, Row document) {
  if (set.steps.empty()) return std::nullopt;
  const auto& step = set.steps.back();
  std::optional<values::Date> earliest;
  for (const auto& [index, both] : look.dataset.relations[step.relation.index].at) {
    const auto& way = step.inverse ? both.forward : both.backward;
    if (way.dates.empty() || document >= way.rows()) continue;
    for (auto i = way.first(document); i < way.end(document); ++i)
      if (!earliest || way.dates[i] < *earliest) earliest = way.dates[i];
  }
  return earliest;
}

struct Document {
  std::uint32_t entity;
  std::optional<values::Date> date;
  Row row;
  friend auto operator<=>(const Document& a, const Document& b) {
    return std::tie(a.entity, a.date, a.row) <=> std::tie(b.entity, b.date, b.row);
  }
  friend bool operator==(const Document&, const Document&) = default;
};

// One document that an award needs, and those that could be it, oldest first.
struct Need {
  AwardId award;
  std::vector<Document> documents;
};

// Documents for the needs in their order, each the first that leaves the others enough.
class Allocation {
 public:
  explicit Allocation(const std::vector<Need>& needs) : needs_(needs) {
    for (std::size_t need = 0; need < needs.size(); ++need)
      for (const auto& document : needs[need].documents) {
        if (taken_.count(document) > 0) continue;
        taken_[document] = needs[need].award;
        if (enough_from(need + 1)) break;
        taken_.erase(document);
      }
  }
  const std::map<Document, AwardId>& taken() const { return taken_; }

 private:
  bool enough_from(std::size_t first) {
    std::map<Document, std::size_t> owner;
    for (auto need = first; need < needs_.size(); ++need) {
      std::set<Document> tried;
      if (!seated(need, owner, tried)) return false;
    }
    return true;
  }
  bool seated(std::size_t need, std::map<Document, std::size_t>& owner, std::set<Document>& tried) {
    for (const auto& document : needs_[need].documents) {
      if (taken_.count(document) > 0 || !tried.insert(document).second) continue;
      const auto found = owner.find(document);
      if (found == owner.end() || seated(found->second, owner, tried)) {
        owner[document] = need;
        return true;
      }
    }
    return false;
  }

  const std::vector<Need>& needs_;
  std::map<Document, AwardId> taken_;
};

// All awards that compete with this one, the first first.
std::vector<AwardId> ranked(const Look& look, AwardId award, values::Period period) {
  std::vector<AwardId> longest = look.in_force.ranked_up_to(award, period);
  for (std::uint32_t i = 0; i < look.program.awards.size(); ++i) {
    if (look.program.awards[i].scope.entity != look.program[award].scope.entity || !look.in_force.award_judges({i}, period)) continue;
    auto list = look.in_force.ranked_up_to({i}, period);
    const bool holds = std::find(list.begin(), list.end(), award) != list.end();
    if (holds && list.size() > longest.size()) longest = std::move(list);
  }
  return longest;
}

Truth kept(const Look& look, AwardId award, Row row, values::Period period) {
  const auto& columns = look.evaluation.rule(award, period);
  if (row >= columns.judged.rows || !columns.judged[row]) return Truth::no;
  if (columns.requirements[row] == Truth::yes && columns.deferral[row] == Truth::no) return Truth::yes;
  return columns.requirements[row] == Truth::no || columns.deferral[row] == Truth::yes ? Truth::no : Truth::unknown;
}

std::vector<Need> needs_of(const Look& look, AwardId award, Row row, values::Period period) {
  std::vector<Need> needs;
  const auto at = judging(row, period);
  for (const auto* evidence : evidence_of(look, award)) {
    std::vector<Document> documents;
    for (const auto& member : look.evaluation.members(evidence->set, at).members)
      if (member.belongs == Truth::yes)
        documents.push_back({evidence->set.of.index, date_of(look, evidence->set, member.row), member.row});
    std::sort(documents.begin(), documents.end());
    const auto count = look.evaluation.number(*evidence->count, at);
    if (!count.known()) continue;
    for (std::int64_t i = 0; values::compared(values::Decimal(i), *count.low) < 0 && i < static_cast<std::int64_t>(documents.size()); ++i)
      needs.push_back({award, documents});
  }
  return needs;
}

Phrase titles_of(const Look& look, const std::vector<AwardId>& awards) {
  Phrase all{""};
  for (const auto award : awards) {
    const auto title = quoted(title_of(look.program[award].title));
    all = all.english.empty() ? title : joined(all, title, ", ");
  }
  return all;
}

}  // namespace

Reason explain(const Look& look, const Expression& expression, const typed::Evidence& node, const Environment& at) {
  auto reason = bare_reason(look, expression, at);
  const auto row = at.rows[0];
  std::vector<AwardId> rivals;
  std::vector<Need> needs;
  if (look.award)
    for (const auto award : ranked(look, *look.award, at.period)) {
      const auto wanted = evidence_of(look, award);
      const bool same = std::any_of(wanted.begin(), wanted.end(), [&](auto* other) { return other->set.of == node.set.of; });
      if (award != *look.award && same) rivals.push_back(award);
      if (kept(look, award, row, at.period) != Truth::yes) continue;
      for (auto& need : needs_of(look, award, row, at.period)) needs.push_back(std::move(need));
    }
  const Allocation allocation(needs);

  std::int64_t available = 0;
  for (const auto& member : look.evaluation.members(node.set, at).members) {
    const auto found = allocation.taken().find({node.set.of.index, date_of(look, node.set, member.row), member.row});
    const bool taken = found != allocation.taken().end();
    const auto counts = member.belongs != Truth::yes         ? Truth::unknown
                        : taken && look.award != found->second ? Truth::no
                                                               : Truth::yes;
    const auto because = taken ? say(Say::spent_on, {quoted(title_of(look.program[found->second].title))}) : Phrase("");
    auto& lines = counts == Truth::yes ? reason.members_for : counts == Truth::no ? reason.members_against : reason.members_unknown;
    lines.push_back(line_of(look, node.set, member, counts, {because, {}}));
    available += member.belongs == Truth::yes;
  }
  reason.numbers = say(Say::documents_available, {number(available)});
  if (!rivals.empty()) reason.numbers = joined(*reason.numbers, say(Say::competing, {titles_of(look, rivals)}), "; ");
  return reason;
}

}  // namespace tdkt::verdicts
