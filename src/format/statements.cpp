// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include "format/wrap.hpp"
#include "format/writer.hpp"
#include "grammar/places.hpp"
#include "syntax/parse.hpp"
#include "syntax/words.hpp"
#include "typed/phrase.hpp"

namespace tdkt::format {

namespace {

// Declarations of one kind stand below one another.
bool takes_one_line(const Statement& statement) {
  switch (statement.keyword) {
    case Keyword::entity: case Keyword::fact: case Keyword::relation: case Keyword::verb: case Keyword::cadence:
    case Keyword::unit_of_measure: case Keyword::period: case Keyword::report: case Keyword::define:
    case Keyword::open_define:
      return statement.clauses.empty();
    default:
      return false;
  }
}

const typed::Nomination* nomination_of(const Subject& subject, const Statement& statement) {
  if (statement.keyword != Keyword::nomination || !statement.title) return nullptr;
  const source::Where header{subject.file.file, statement.title->span};
  for (const auto& nomination : subject.program.nominations)
    if (nomination.written == header) return &nomination;
  return nullptr;
}

}  // namespace

Writer::Writer(const Subject& subject, Sayer& sayer, bool breaks)
    : subject_(subject), sayer_(sayer),
      page_(subject.file.comments, subject.sources[subject.file.file].text(),
            [this](std::string_view text) { return may_begin_line(text); },
            breaks ? Page::widest : std::numeric_limits<std::size_t>::max()),
      breaks_(breaks) {}

std::string Writer::whole_file() {
  const Statement* before = nullptr;
  for (const auto& next : subject_.file.statements) {
    between(before, next);
    statement(next);
    before = &next;
  }
  page_.end_block();
  return page_.finish();
}

void Writer::between(const Statement* before, const Statement& after) {
  page_.inner_comments_before(after.span.begin);
  const bool together = before && before->keyword == after.keyword && takes_one_line(*before) && takes_one_line(after);
  if (together) return;
  page_.end_block();
  if (before) page_.blank_line();
}

// A line of a sentence that began like a clause would be one.
bool Writer::may_begin_line(std::string_view text) const {
  const auto words = syntax::words_of(text.substr(0, text.find('"', 1)), sayer_.to());
  if (words.empty() || text.front() == '"' || text.front() == '|' || text.front() == '#') return false;
  if (text.find("->") != std::string_view::npos) return false;
  // `1.`, `a)`, `-`
  const auto first = text.substr(0, text.find(' '));
  if (first.back() == '.' || first.back() == ')' || first == "-") return false;
  for (const auto keyword : grammar::all_keywords()) {
    if (keyword > Keyword::expect) break;  // those of clause_words.def
    if (keyword == Keyword::when || keyword == Keyword::as || keyword == Keyword::until_day) continue;
    for (const auto& spelling : grammar::spelling_words(keyword, sayer_.to()))
      if (!spelling.empty() && syntax::stands_at(spelling, words, 0) && stands_here(keyword)) return false;
  }
  return true;
}

// Whether the clause could stand in the statement that is being written.
bool Writer::stands_here(Keyword keyword) const {
  using namespace grammar::places;
  const auto among = [&](std::span<const Keyword> words) { return std::find(words.begin(), words.end(), keyword) != words.end(); };
  if (!statement_) return true;
  switch (statement_->keyword) {
    case Keyword::award: case Keyword::pledge: return among(words::award) || keyword == Keyword::except_when || in_group_;
    case Keyword::scorecard: return among(words::scorecard);
    case Keyword::table: case Keyword::grades: return among(words::rows);
    case Keyword::nomination: return among(words::nomination) || keyword == Keyword::only_by;
    case Keyword::check: return among(words::check);
    case Keyword::test: return among(words::test);
    case Keyword::pack: return among(words::pack);
    case Keyword::parameter: return among(words::parameter);
    default: return among(words::cited);
  }
}

std::uint32_t Writer::header_end(const Statement& statement) const {
  auto end = statement.keyword_span.end;
  if (statement.title) end = std::max(end, statement.title->span.end);
  if (!statement.header.empty()) end = std::max(end, statement.header.span.end);
  if (statement.after_colon) end = std::max(end, statement.after_colon->span.end);
  if (statement.translation) end = std::max(end, statement.translation->span.end);
  return end;
}

void Writer::statement(const Statement& statement) {
  statement_ = &statement;
  nomination_ = nomination_of(subject_, statement);
  page_.begin(0, statement.span.begin);
  keyword(statement.keyword);
  if (statement.title) quoted(title(statement.title, statement.translation));
  std::size_t first = 0;
  header(statement, first);
  auto end = header_end(statement);
  if (first > 0) end = std::max(end, statement.clauses[first - 1].span.end);
  page_.end(end);
  measure_inputs(statement);
  clauses(statement.clauses, first, Page::step);
}

// `every year` behind `for all blocs together`: read as `for a bloc, every year`.
std::string Writer::time_of_all_together(const Statement& statement) {
  const auto scope = without_breaks(sayer_.sentence(statement.clauses.front().sentence));
  const auto comma = scope.find(", ");
  return comma == std::string::npos ? sayer_.words(statement.header) : scope.substr(comma + 2);
}

void Writer::header(const Statement& statement, std::size_t& first) {
  switch (statement.keyword) {
    case Keyword::define:
      return definition(statement);
    case Keyword::open_define:
      words(defined(statement));
      return page_.translation(translation(names_of(statement), statement.translation));
    case Keyword::period:
      words(sayer_.word(Keyword::from_day));
      words(sayer_.words(statement.header));
      words(sayer_.word(Keyword::until_day));
      words(sayer_.words(*statement.after_colon));
      break;
    case Keyword::table:
      return words(named_table(statement));
    case Keyword::vocabulary: case Keyword::pack: case Keyword::test:
      break;
    case Keyword::scorecard: case Keyword::grades: case Keyword::award: case Keyword::pledge: case Keyword::nomination:
    case Keyword::report: case Keyword::check: {
      const bool together = !statement.clauses.empty() && statement.clauses.front().keyword == Keyword::for_all_together &&
                            (statement.header.empty() ||
                             statement.clauses.front().span.begin < statement.header.span.begin);
      if (together) {
        page_ << " ";
        body(statement.clauses[first++], 0);
        if (!statement.header.empty()) page_ << ", " << time_of_all_together(statement);
      } else {
        sentence(statement.header, Page::step);
      }
      if (statement.keyword == Keyword::scorecard) first = modifiers(statement.clauses, 0, ", ", 0);
      if (statement.after_colon) {
        page_ << ":";
        sentence(*statement.after_colon, Page::step);
      }
      break;
    }
    default:
      words(declaration(statement));
      return page_.translation(translation(names_of(statement), statement.translation));
  }
  page_.translation(translation(statement.title, statement.translation));
}

// `define x as y`; where it takes more than a line, what it stands for is below.
void Writer::definition(const Statement& statement) {
  words(defined(statement));
  words(sayer_.word(Keyword::as));
  const auto& value = *statement.after_colon;
  const auto* declared = sayer_.declared_by(statement);
  const auto text = declared ? sayer_.body(subject_.program.definitions[declared->index], value) : sayer_.sentence(value);
  const auto translated = translation(names_of(statement), statement.translation);
  const bool fits = page_.width() + 1 + source::columns_wide(without_breaks(text)) <= Page::widest;
  const bool below = breaks_ && (!fits || offsets_of_breaks(text).size() > 1) && may_begin_line(without_breaks(text));
  if (below) {
    page_.translation(translated);
    page_.break_line(Page::step);
  }
  said(text, value, Page::step);
  if (!below) page_.translation(translated);
}

}  // namespace tdkt::format
