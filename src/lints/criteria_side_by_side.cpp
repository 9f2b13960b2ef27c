// SPDX-License-Identifier: Apache-2.0
// Criteria of one rule, each held against the others: one that repeats another, that follows from
// another, that excludes another; a choice that adds nobody; a grade that nobody reaches.
#include <set>

#include "diagnostics/kinds.hpp"
#include "lints/claim.hpp"
#include "lints/lint.hpp"

namespace tdkt::lints {

namespace {

using typed::Criterion;
using typed::CriterionKind;

// Each is held against each, up to so many; a rule with more is a table in disguise.
constexpr std::size_t most_held_together = 150;

// One of several that stand side by side.
struct Line {
  Claim claim;
  source::Where where;
  Phrase name;
  bool waived = false;      // perhaps: it cannot be relied on
  bool excludes = false;    // a bar
};

class Criteria {
 public:
  Criteria(Lint& lint, PackId pack) : lint_(lint), claims_(lint.program), pack_(pack) {}

  void look_at(const typed::Scope& scope, const std::vector<Criterion>& criteria) {
    std::vector<Line> lines;
    if (scope.filter) lines.push_back({claims_.of(*scope.filter), scope.written, {"whom the rule is for", "đối tượng của quy tắc"}});
    gather(criteria, lines);
    if (lines.size() > most_held_together) return;
    // Of what may be chosen, nothing may be excluded by what is asked for anyway.
    for (std::size_t i = 0; i < lines.size(); ++i)
      for (std::size_t k = 0; k < i; ++k) beside(lines[k], lines[i]);
    choices(criteria, lines);
  }

  // The first row that holds: one that follows from an earlier one is never reached.
  void look_at(const typed::Grades& grades) {
    std::vector<Line> lines;
    for (const auto& row : grades.rows) {
      if (!row.when || lines.size() > most_held_together) break;
      const auto& value = lint_.program.schema[grades.scale].values[row.code];
      lines.push_back({claims_.of(*row.when), row.when->written, quoted(value)});
      for (std::size_t k = 0; k + 1 < lines.size(); ++k)
        if (implies(lines.back().claim, lines[k].claim)) {
          report(Kind::choice_without_effect, lines.back(), lines[k]);
          break;
        }
    }
  }

 private:
  // What must all hold: the lines of nested `all of` among them.
  void gather(const std::vector<Criterion>& criteria, std::vector<Line>& lines) {
    for (const auto& criterion : criteria) {
      if (criterion.kind == CriterionKind::all_of && !criterion.except_when) gather(criterion.parts, lines);
      else if (criterion.kind != CriterionKind::defer && criterion.kind != CriterionKind::vote) lines.push_back(line(criterion));
    }
  }

  Line line(const Criterion& criterion) {
    return {claim(criterion), place_of(criterion), name_of(criterion), criterion.except_when != nullptr || has_waiver(criterion.parts),
            criterion.kind == CriterionKind::bar};
  }
  static bool has_waiver(const std::vector<Criterion>& parts) {
    for (const auto& part : parts)
      if (part.except_when || has_waiver(part.parts)) return true;
    return false;
  }

  Claim claim(const Criterion& criterion) {
    std::vector<Claim> parts;
    for (const auto& part : criterion.parts) parts.push_back(claim(part));
    switch (criterion.kind) {
      case CriterionKind::all_of: return claims_.all_of(std::move(parts));
      case CriterionKind::any_of: return claims_.any_of(std::move(parts));
      case CriterionKind::at_least_n_of: return claims_.opaque();
      default: return criterion.condition ? claims_.of(*criterion.condition) : claims_.opaque();
    }
  }

  // Two lines of one list, in the order written.
  void beside(const Line& earlier, const Line& later) {
    if (earlier.excludes && later.excludes) return either(earlier, later);
    if (earlier.excludes || later.excludes) {
      const auto& bar = earlier.excludes ? earlier : later;
      const auto& asked = earlier.excludes ? later : earlier;
      if (!bar.waived && !asked.waived && implies(asked.claim, bar.claim)) report(Kind::criteria_exclude, later, earlier);
      return;
    }
    if (earlier.claim.meaning == later.claim.meaning) {
      report(Kind::criterion_repeated, later, earlier);
    } else if (!earlier.waived && implies(earlier.claim, later.claim)) {
      report(Kind::criterion_implied, later, earlier);
    } else if (!later.waived && implies(later.claim, earlier.claim)) {
      report(Kind::criterion_implied, earlier, later);
    } else if (!earlier.waived && !later.waived && exclude(earlier.claim, later.claim)) {
      report(Kind::criteria_exclude, later, earlier);
    }
  }

  // Two lines of which one is enough.
  void either(const Line& earlier, const Line& later) {
    if (earlier.claim.meaning == later.claim.meaning) report(Kind::criterion_repeated, later, earlier);
    else if (!later.waived && !earlier.waived && implies(later.claim, earlier.claim)) report(Kind::choice_without_effect, later, earlier);
    else if (!later.waived && !earlier.waived && implies(earlier.claim, later.claim)) report(Kind::choice_without_effect, earlier, later);
  }

  // Inside the groups that leave a choice; `asked` must hold whatever is chosen.
  void choices(const std::vector<Criterion>& criteria, const std::vector<Line>& asked) {
    for (const auto& criterion : criteria) {
      if (criterion.kind == CriterionKind::any_of || criterion.kind == CriterionKind::at_least_n_of) {
        std::vector<Line> parts;
        for (const auto& part : criterion.parts) parts.push_back(line(part));
        if (parts.size() > most_held_together) continue;
        for (std::size_t i = 0; i < parts.size(); ++i) {
          for (std::size_t k = 0; k < i && criterion.kind == CriterionKind::any_of; ++k) either(parts[k], parts[i]);
          for (const auto& other : asked)
            if (!other.excludes && !other.waived && !parts[i].waived && exclude(other.claim, parts[i].claim))
              report(Kind::criteria_exclude, parts[i], other);
        }
      }
      choices(criterion.parts, asked);
    }
  }

  // What follows from several is told once, of the first of them.
  void report(Kind kind, const Line& line, const Line& other) {
    if (kind == Kind::criterion_implied && !implied_.insert(line.where).second) return;
    lint_.report(kind, line.where, pack_, {other.name}).label(other.where, {"this one", "điều kiện này"});
  }

  // The words that state it; of a group, its first line.
  source::Where place_of(const Criterion& criterion) const {
    if (criterion.condition) return criterion.condition->written;
    auto where = criterion.written;
    const auto text = lint_.sources[where.file].text(where.span);
    if (const auto end = text.find('\n'); end != std::string_view::npos) where.span.end = where.span.begin + static_cast<std::uint32_t>(end);
    return where;
  }

  static Phrase name_of(const Criterion& criterion) {
    if (!criterion.path.empty()) return "'" + criterion.path + "'";
    if (criterion.title) return "'" + criterion.title->text + "'";
    return {"another line", "một dòng khác"};
  }

  Lint& lint_;
  Claims claims_;
  PackId pack_;
  std::set<source::Where> implied_;  // told already
};

}  // namespace

void criteria_side_by_side(Lint& lint) {
  for (const auto& award : lint.program.awards) Criteria(lint, award.pack).look_at(award.scope, award.criteria);
  for (const auto& grades : lint.program.grades) Criteria(lint, grades.pack).look_at(grades);
}

}  // namespace tdkt::lints
