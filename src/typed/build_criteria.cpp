// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "diagnostics/kinds.hpp"
#include "grammar/spelling.hpp"
#include "typed/build_steps.hpp"

namespace tdkt::typed {

namespace {

class Criteria {
 public:
  Criteria(Build& build, const Item& item, std::string citation, const std::vector<EntityId>& levels)
      : build_(build), item_(item), citation_(std::move(citation)), levels_(levels) {}

  std::vector<Criterion> under(const std::vector<Clause>& clauses, const std::string& path) {
    std::vector<Criterion> criteria;
    for (const auto& clause : clauses)
      if (const auto kind = kind_of(clause)) criteria.push_back(criterion(clause, *kind, path));
    return criteria;
  }

 private:
  static std::optional<CriterionKind> kind_of(const Clause& clause) {
    if (clause.group) switch (*clause.group) {
        case Keyword::all_of: return CriterionKind::all_of;
        case Keyword::any_of: return CriterionKind::any_of;
        default: return CriterionKind::at_least_n_of;
      }
    switch (clause.keyword) {
      case Keyword::require:
      case Keyword::group_line: return CriterionKind::require;
      case Keyword::bar: return CriterionKind::bar;
      case Keyword::defer: return CriterionKind::defer;
      default: return std::nullopt;
    }
  }

  Criterion criterion(const Clause& clause, CriterionKind kind, const std::string& above) {
    Criterion criterion{.kind = kind, .label = {}, .path = above, .title = {}, .citation = {}, .wording = {},
                        .condition = {}, .except_when = {}, .parts = {}, .written = item_.at(clause.span)};
    if (clause.label) name(clause, criterion, above);
    if (clause.title) criterion.title = title_of(item_, *clause.title, clause.translation);
    if (clause.wording) criterion.wording = clause.wording->text;
    criterion.citation = cited(clause, criterion);

    if (clause.group) {
      if (kind == CriterionKind::at_least_n_of) criterion.at_least = count(clause);
      criterion.parts = under(clause.parts, criterion.path);
      if (kind == CriterionKind::at_least_n_of && !clause.lines_lost &&
          static_cast<std::size_t>(criterion.at_least) > criterion.parts.size())
        report(build_, item_, Kind::group_too_small, clause.group_count.span,
               {std::to_string(criterion.at_least), std::to_string(criterion.parts.size())});
    } else {
      criterion.condition = titled_condition(clause, criterion);
    }
    if (const auto* except = clause_of(clause.parts, Keyword::except_when)) {
      criterion.except_when = condition(build_, item_, except->sentence, levels_);
      if (criterion.condition && criterion.except_when) ask_for_brackets(*criterion.condition, *except);
    }
    return criterion;
  }

  // `A and B except when C`: does C waive both, or B alone?
  void ask_for_brackets(const Expression& condition, const Clause& except) {
    const auto* last = last_joined(condition);
    if (!last) return;
    const source::Span left = condition.written.span, right{last->written.span.begin, except.sentence.span.end};
    const auto text = [&](source::Span span) { return std::string(build_.sources[item_.file].text(span)); };
    auto& diagnostic = report(build_, item_, Kind::two_readings, {left.begin, right.end});
    const auto offer = [&](source::Span part) {
      const auto mended = '(' + text(part) + ')';
      const auto whole = syntax::on_one_line(text({left.begin, part.begin}) + mended + text({part.end, right.end}));
      diagnostic.replace(item_.at(part), mended, {"write '" + whole + "'", "viết '" + whole + "'"});
    };
    offer(left);
    offer(right);
  }

  // The last of several sentences that `and` and `or` join without brackets; nullptr: there is one only.
  static const Expression* last_joined(const Expression& condition) {
    const Expression* last = nullptr;
    for (const auto* at = &condition; at && !at->bracketed;) {
      const auto* all = std::get_if<All>(&at->node);
      const auto* any = std::get_if<Any>(&at->node);
      if (!all && !any) break;
      at = last = (all ? all->parts : any->parts).back().get();
    }
    return last;
  }

  // `(a) registered`, `a - registered`, `point a) registered`: how many words the label is, and the label.
  static std::pair<std::size_t, std::string> odd_label(const std::vector<syntax::Word>& words) {
    constexpr std::size_t longest = 3;
    const auto is = [&](std::size_t at, std::string_view sign) { return at < words.size() && words[at].kind == syntax::WordKind::symbol && words[at].text == sign; };
    const auto named = [&](std::size_t at) {
      if (at >= words.size() || words[at].text.size() > longest) return false;
      return words[at].kind == syntax::WordKind::word || words[at].kind == syntax::WordKind::number;
    };
    if (is(0, "(") && named(1) && is(2, ")")) return {3, words[1].text + ')'};
    if (named(0) && is(1, ")") && is(2, ":")) return {3, words[0].text + ')'};
    if (named(0) && (is(1, "-") || is(1, "/") || is(1, ":"))) return {2, words[0].text + ')'};
    for (const char* said : {"point", "clause", "item", "criterion", "letter", "điểm", "khoản", "mục", "ý", "tiêu chí"})
      if (!words.empty() && words[0].key == grammar::key_of(said) && named(1) && is(2, ")"))
        return {is(3, ":") ? std::size_t{4} : std::size_t{3}, words[1].text + ')'};
    return {0, {}};
  }

  // The rest of the sentence, where what stands before it is a label in another form; nullptr where it is not.
  Expr behind_odd_label(const Clause& clause, Criterion& criterion) {
    const auto& words = clause.sentence.words;
    const auto [length, label] = odd_label(words);
    if (clause.label || length == 0 || length >= words.size()) return nullptr;
    const auto context = context_of(item_, levels_);
    const auto alone = build_.reader.condition(clause.sentence, context);
    build_.found = {};
    if (alone) return nullptr;
    const auto rest = syntax::part_of(clause.sentence, length, words.size());
    auto read = build_.reader.condition(rest, context);
    build_.found = {};
    if (!read) return nullptr;
    const auto span = source::join(words.front().span, words[length - 1].span);
    report(build_, item_, Kind::everyday_speech, span, {std::string(build_.sources[item_.file].text(span))})
        .replace(item_.at(span), label, {"write '" + label + "'", "viết '" + label + "'"});
    criterion.label = label;
    return read;
  }

  // `"title" the sentence`, where the colon between them was forgotten.
  Expr titled_condition(const Clause& clause, Criterion& criterion) {
    if (auto labelled = behind_odd_label(clause, criterion)) return labelled;
    const auto& words = clause.sentence.words;
    const bool may_be_title = !clause.title && words.size() > 1 && words.front().kind == syntax::WordKind::quoted;
    if (!may_be_title) return condition(build_, item_, clause.sentence, levels_);
    if (auto whole = build_.reader.condition(clause.sentence, context_of(item_, levels_))) {
      settle(build_, item_, clause.sentence);
      return whole;
    }
    build_.found = {};
    const auto& title = words.front();
    const auto mended = '"' + title.text + "\":";
    report(build_, item_, Kind::colon_after_title, title.span, {title.text})
        .replace(item_.at(title.span), mended, {"write '" + mended + "'", "viết '" + mended + "'"});
    criterion.title = title_of(item_, {title.text, title.span});
    return condition(build_, item_, syntax::part_of(clause.sentence, 1, words.size()), levels_);
  }

  // A dash marks a line without naming it.
  void name(const Clause& clause, Criterion& criterion, const std::string& above) {
    criterion.label = clause.label->text;
    if (criterion.label == "-") return;
    criterion.path = above + criterion.label;
    const auto [earlier, fresh] = taken_.emplace(phrase_key(criterion.path), item_.at(clause.label->span));
    if (!fresh)
      report(build_, item_, Kind::label_twice, clause.label->span, {criterion.path})
          .label(earlier->second, {"first used here", "đã dùng lần đầu ở đây"});
  }

  std::string cited(const Clause& clause, const Criterion& criterion) const {
    if (clause.citation) return clause.citation->text;
    const bool own = clause.label && criterion.label != "-";
    if (citation_.empty() || (criterion.path.empty() && !own)) return citation_;
    return citation_ + ", " + criterion.path;
  }

  int count(const Clause& clause) {
    constexpr int most = 10'000;
    return plain_whole(build_, item_, clause.group_count, most).value_or(0);
  }

  Build& build_;
  const Item& item_;
  std::string citation_;
  const std::vector<EntityId>& levels_;
  std::map<std::string, source::Where> taken_;
};

}  // namespace

std::vector<Criterion> build_criteria(Build& build, const Item& item, const std::vector<Clause>& clauses,
                                      const std::string& citation, const std::vector<EntityId>& levels) {
  return Criteria(build, item, citation, levels).under(clauses, "");
}

}  // namespace tdkt::typed
