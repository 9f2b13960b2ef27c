// SPDX-License-Identifier: Apache-2.0
// Decisions on record name awards by their titles. A title that no rule knows may be right, for there
// are awards without rules; it is remarked on, with the nearest.
#include "diagnostics/kinds.hpp"
#include "grammar/nearest.hpp"
#include "grammar/spelling.hpp"
#include "typed/build_steps.hpp"
#include "typed/check.hpp"
#include "typed/rule_expressions.hpp"
#include "values/match.hpp"

namespace tdkt::typed {

namespace {

class AwardNames {
 public:
  explicit AwardNames(Build& build) : build_(build) {
    for (const auto& award : build.program.awards)
      if (award.kind == RuleKind::award) add(award.title);
    for (const auto& nomination : build.program.nominations)
      for (const auto& offer : nomination.offers) add(offer.title);
  }

  template <class Rules>
  void check(const Rules& rules) {
    for (const auto& rule : rules)
      for_each_expression(rule, [&](const Expression& expression, source::Where, const std::string&) {
        check_expression(expression);
      });
  }

  bool none() const { return titles_.empty(); }
  bool knows(const std::string& title) const { return keys_.count(grammar::key_of(title)) > 0; }
  const std::vector<std::string>& titles() const { return titles_; }

 private:
  void add(const Title& title) {
    titles_.push_back(title.text);
    keys_.insert(grammar::key_of(title.text));
    if (!title.translation) return;
    titles_.push_back(*title.translation);
    keys_.insert(grammar::key_of(*title.translation));
  }

  void check_expression(const Expression& expression) {
    std::visit(values::match{[&](const Received& n) {
                               complain(n.award, expression);
                               check_span(n.when, expression);
                             },
                             [&](const InYears& n) { check_span(n.years, expression); },
                             [&](const Within& n) { check_span(n.years, expression); },
                             [](const auto&) {}},
               expression.node);
    // A definition is looked at where it stands.
    if (const auto* defined = std::get_if<Defined>(&expression.node)) {
      for (const auto& argument : defined->arguments) check_expression(*argument);
      return;
    }
    for_each_part(expression, [&](const Expression& part) { check_expression(part); });
  }

  void check_span(const Span& span, const Expression& expression) {
    if (const auto* since = std::get_if<SinceReceiving>(&span)) complain(since->award, expression);
    if (const auto* following = std::get_if<AfterReceiving>(&span)) complain(following->award, expression);
  }

  void complain(const std::string& title, const Expression& expression) {
    if (knows(title)) return;
    const auto& words = expression.written;
    const auto at = quoted_in(words, title);
    auto& diagnostic = build_.diagnostics.report(Kind::no_award_of_this_name, at, language_of(words.file), {title});
    suggest_nearest(diagnostic, at, title, titles_, true);
  }

  // The quoted title within the expression's words.
  source::Where quoted_in(source::Where words, const std::string& title) const {
    const auto quoted = '"' + title + '"';
    const auto found = build_.sources[words.file].text(words.span).find(quoted);
    if (found == std::string_view::npos) return words;
    const auto begin = words.span.begin + static_cast<std::uint32_t>(found);
    return {words.file, {begin, begin + static_cast<std::uint32_t>(quoted.size())}};
  }

  Language language_of(std::uint32_t file) const {
    for (const auto& item : build_.items)
      if (item.file == file) return item.language;
    return Language::english;
  }

  Build& build_;
  std::vector<std::string> titles_;
  std::set<std::string> keys_;
};

}  // namespace

void check_award_names(Build& build) {
  AwardNames names(build);
  for (const auto& pack : build.program.packs)
    for (const auto& title : pack.order_of_awards)
      if (!names.knows(title)) {
        auto& diagnostic =
            build.diagnostics.report(Kind::order_of_no_award, pack.written, pack.language, {title});
        const auto near = grammar::nearest(title, names.titles(), 1);
        if (!near.empty())
          diagnostic.suggest({"did you mean '" + near.front() + "'?", "có phải ý là '" + near.front() + "'?"});
      }
  if (names.none()) return;
  names.check(build.program.awards);
  names.check(build.program.definitions);
  names.check(build.program.tables);
  names.check(build.program.scorecards);
  names.check(build.program.grades);
  names.check(build.program.nominations);
  names.check(build.program.reports);
  names.check(build.program.checks);
}

}  // namespace tdkt::typed
