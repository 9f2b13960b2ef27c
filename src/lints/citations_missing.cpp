// SPDX-License-Identifier: Apache-2.0
// Every criterion can name its source, and a verdict shows it. Where those beside a rule or criterion
// name theirs, one that does not was probably forgotten.
#include "diagnostics/kinds.hpp"
#include "lints/lint.hpp"

namespace tdkt::lints {

namespace {

using syntax::Clause;
using syntax::Statement;

bool is_rule(Keyword keyword) {
  return keyword == Keyword::award || keyword == Keyword::pledge || keyword == Keyword::scorecard ||
         keyword == Keyword::grades || keyword == Keyword::nomination;
}

bool cites(const Statement& statement) {
  for (const auto& clause : statement.clauses)
    if (clause.keyword == Keyword::cites) return true;
  return false;
}

source::Where header_of(const Statement& statement, std::uint32_t file) {
  return {file, statement.title ? statement.title->span : statement.keyword_span};
}

Phrase name_of(const Statement& statement) {
  return statement.title ? "'" + statement.title->text + "'" : std::string("'…'");
}

class Citations {
 public:
  Citations(Lint& lint, const syntax::File& file) : lint_(lint), file_(file) {}

  // Rules of one kind in one file are siblings.
  void among_rules() {
    for (const auto& one : file_.statements) {
      if (!is_rule(one.keyword)) continue;
      if (!cites(one))
        for (const auto& other : file_.statements)
          if (other.keyword == one.keyword && cites(other)) {
            report(header_of(one, file_.file), name_of(one), header_of(other, file_.file));
            break;
          }
      among_criteria(one.clauses);
    }
  }

 private:
  // Those that a rule or a group lists.
  void among_criteria(const std::vector<Clause>& clauses) {
    const Clause* citing = nullptr;
    for (const auto& clause : clauses)
      if (is_criterion(clause) && clause.citation && !citing) citing = &clause;
    for (const auto& clause : clauses) {
      if (citing && is_criterion(clause) && !clause.citation && !under_a_citation(clause))
        report(at(clause), named(clause), {file_.file, citing->citation->span});
      among_criteria(clause.parts);
    }
  }
  static bool is_criterion(const Clause& clause) {
    return clause.group || clause.keyword == Keyword::require || clause.keyword == Keyword::bar ||
           clause.keyword == Keyword::defer || clause.keyword == Keyword::group_line;
  }
  // A group whose criteria each cite something needs no citation of its own.
  static bool under_a_citation(const Clause& clause) {
    for (const auto& part : clause.parts)
      if (part.citation || under_a_citation(part)) return true;
    return false;
  }
  source::Where at(const Clause& clause) const {
    return {file_.file, clause.label ? source::join(clause.keyword_span, clause.label->span) : clause.keyword_span};
  }
  static Phrase named(const Clause& clause) {
    if (clause.label && clause.label->text != "-") return "'" + clause.label->text + "'";
    if (clause.title) return "'" + clause.title->text + "'";
    return {"this", "dòng này"};
  }

  void report(source::Where where, Phrase name, source::Where citing) {
    lint_.diagnostics.report(Kind::citation_missing, where, file_.language, {std::move(name)})
        .label(citing, {"this one does", "chỗ này có nêu"});
  }

  Lint& lint_;
  const syntax::File& file_;
};

}  // namespace

void citations_missing(Lint& lint) {
  for (const auto* file : lint.run.files) Citations(lint, *file).among_rules();
}

}  // namespace tdkt::lints
