// SPDX-License-Identifier: Apache-2.0
// `100% of initiatives …` where a person may have none: a share of nobody is unknown, and the verdict
// with it, unless the sentence says what holds then.
#include "diagnostics/kinds.hpp"
#include "grammar/keywords.hpp"
#include "lints/lint.hpp"

namespace tdkt::lints {

namespace {

// The first step that may lead to nobody.
const typed::Step* may_end(const Program& program, const typed::Set& set) {
  for (const auto& step : set.steps) {
    const auto& relation = program.schema[step.relation];
    const bool to_many = step.inverse ? relation.inverse_many : relation.many;
    if (to_many && (step.inverse || !relation.never_empty)) return &step;
  }
  return nullptr;
}

}  // namespace

void sets_that_may_be_empty(Lint& lint) {
  for_each_stated(lint.program, [&](const Expression& e, PackId pack) {
    const auto* n = std::get_if<typed::Quantified>(&e.node);
    if (!n || !n->amount.share || n->or_when_none) return;
    const auto* step = may_end(lint.program, n->set);
    if (!step) return;
    const auto& relation = lint.program.schema[step->relation];
    const auto& name = step->inverse ? *relation.inverse : relation.name;
    auto& remark = lint.report(Kind::may_be_empty, e.written, pack, {quoted(name)});
    const auto words = grammar::spellings(Keyword::or_when_none, lint.language(pack)).front();
    const source::Where behind{e.written.file, {e.written.span.end, e.written.span.end}};
    remark.replace(behind, " " + words, {"add '" + words + "' where that is to count as fulfilled", "thêm '" + words + "' nếu khi đó coi là đạt"});
    if (!step->inverse)
      remark.suggest({"or declare the relation 'never empty' where having none on record is a gap in the records",
                      "hoặc khai báo quan hệ 'không được trống' nếu việc không ghi nhận ai là thiếu số liệu"});
  });
}

}  // namespace tdkt::lints
