// SPDX-License-Identifier: Apache-2.0
// A law may leave a term open for a ministry's or a province's pack to fill. A rule that needs it means
// nothing until one does.
#include <set>

#include "diagnostics/kinds.hpp"
#include "typed/check.hpp"
#include "typed/rule_expressions.hpp"

namespace tdkt::typed {

namespace {

class OpenTerms {
 public:
  explicit OpenTerms(Build& build) : build_(build) {}

  template <class Rules>
  void check(const Rules& rules) {
    for (const auto& rule : rules) {
      told_.clear();
      for_each_expression(rule, [&](const Expression& expression, source::Where, const std::string&) {
        look_at(expression, build_.program[rule.pack].language);
      });
    }
  }

 private:
  void look_at(const Expression& expression, Language language) {
    if (const auto* defined = std::get_if<Defined>(&expression.node)) {
      const auto& definition = build_.program[defined->definition];
      if (definition.open && told_.insert(defined->definition.index).second)
        build_.diagnostics
            .report(Kind::term_left_open, expression.written, language, {definition.name.in(language)})
            .label(definition.written, {"left open here", "để ngỏ ở đây"});
      // What stands in a definition is looked at there.
      for (const auto& argument : defined->arguments) look_at(*argument, language);
      if (definition.body) return;
    }
    for_each_part(expression, [&](const Expression& part) { look_at(part, language); });
  }

  Build& build_;
  std::set<std::uint32_t> told_;
};

}  // namespace

void check_open_terms(Build& build) {
  OpenTerms terms(build);
  terms.check(build.program.definitions);
  terms.check(build.program.tables);
  terms.check(build.program.scorecards);
  terms.check(build.program.grades);
  terms.check(build.program.awards);
  terms.check(build.program.nominations);
  terms.check(build.program.reports);
  terms.check(build.program.checks);
}

}  // namespace tdkt::typed
