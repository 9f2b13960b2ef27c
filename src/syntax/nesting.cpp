// SPDX-License-Identifier: Apache-2.0
#include "syntax/nesting.hpp"

#include "diagnostics/kinds.hpp"

namespace tdkt::syntax {

using grammar::Keyword;

namespace {

constexpr std::uint32_t deepest = 60;

bool is_scored(const Clause& clause) {
  switch (clause.keyword) {
    case Keyword::part: case Keyword::item: case Keyword::bonus_item: case Keyword::penalty_item:
      return true;
    default:
      return false;
  }
}

// A part holds whatever stands deeper; an item only what is said of it (`applies when`, `cites`): what
// earns points of its own stands beside it, however deep.
bool holds(const Clause& outer, const Clause& inner) {
  return outer.keyword == Keyword::part || (is_scored(outer) && !is_scored(inner));
}

// What can only be said of the line before it, though it stands no deeper: a part alone is no part, so
// the items below it are its own.
bool belongs_to(const Clause& before, const Clause& line) {
  switch (line.keyword) {
    case Keyword::item: return before.keyword == Keyword::part;
    case Keyword::applies_when: case Keyword::all_or_nothing: case Keyword::without_a_ceiling: return is_scored(before);
    default: return false;
  }
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Lines {
  std::vector<Clause> clauses;
  const std::vector<std::uint32_t>& indents;
  Complaints& complaints;
  std::size_t next = 0;

  // Lines from `next` on that are deeper than `above`; -1 takes all.
  std::vector<Clause> deeper_than(const Clause& holder, std::int64_t above, std::uint32_t depth) {
    std::vector<Clause> result;
    while (next < clauses.size() && indents[next] > above && holds(holder, clauses[next]))
      result.push_back(one(depth));
    return result;
  }

  // The next line with all that belongs to it.
  Clause one(std::uint32_t depth) {
    const auto indent = indents[next];
    auto clause = std::move(clauses[next++]);
    const auto add = [&](Clause part) {
      clause.span = join(clause.span, part.span);
      clause.parts.push_back(std::move(part));
    };
    const bool more = next < clauses.size() && indents[next] > indent && holds(clause, clauses[next]);
    if (more && depth == deepest) {
      complaints.too_deep(clauses[next].keyword_span.begin, diagnostics::Kind::groups_too_deep, deepest);
      while (next < clauses.size() && indents[next] > indent) ++next;
    } else if (more) {
      for (auto& part : deeper_than(clause, indent, depth + 1)) add(std::move(part));
    } else {
      while (next < clauses.size() && indents[next] == indent && belongs_to(clause, clauses[next])) add(one(depth));
    }
    return clause;
  }
};

}  // namespace

std::vector<Clause> nested(std::vector<Clause> clauses, const std::vector<std::uint32_t>& indents,
                           Complaints& complaints) {
  Lines lines{std::move(clauses), indents, complaints};
  Clause statement{};
  statement.keyword = Keyword::part;
  return lines.deeper_than(statement, -1, 1);
}

Forms forms_in(std::string_view text, Span whole, Span list) {
  Forms result;
  const auto add = [&](std::uint32_t begin, std::uint32_t end) {
    while (begin < end && is_blank(text[begin])) ++begin;
    while (end > begin && is_blank(text[end - 1])) --end;
    if (begin == end) return;
    const Span span{begin, end};
    const bool quoted = end - begin >= 2 && text[begin] == '"' && text[end - 1] == '"';
    if (quoted) ++begin, --end;
    result.forms.push_back({std::string(text.substr(begin, end - begin)), span});
    result.span = join(result.span, span);
  };
  result.span = {whole.begin, whole.begin};
  bool inside = false;
  auto begin = list.begin;
  for (auto at = list.begin; at < list.end; ++at) {
    if (text[at] == '"') inside = !inside;
    const bool in_number = at > list.begin && is_digit(text[at - 1]) && at + 1 < list.end && is_digit(text[at + 1]);
    if (text[at] != ',' || inside || in_number) continue;
    add(begin, at);
    begin = at + 1;
  }
  add(begin, list.end);
  return result;
}

}  // namespace tdkt::syntax
