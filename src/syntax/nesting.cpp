// SPDX-License-Identifier: Apache-2.0
#include "syntax/nesting.hpp"

#include "diagnostics/kinds.hpp"

#include <iterator>

namespace tdkt::syntax {

using grammar::Keyword;

namespace {

constexpr std::uint32_t deepest = 60;

bool holds_lines(const Clause& clause) {
  switch (clause.keyword) {
    case Keyword::part: case Keyword::item: case Keyword::bonus_item: case Keyword::penalty_item:
      return true;
    default:
      return false;
  }
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Lines {
  std::vector<Clause> clauses;
  const std::vector<std::uint32_t>& indents;
  Complaints& complaints;
  std::size_t next = 0;

  // Lines from `next` on that are deeper than `outer`; -1 takes all.
  std::vector<Clause> deeper_than(std::int64_t outer, std::uint32_t depth) {
    std::vector<Clause> result;
    while (next < clauses.size() && indents[next] > outer) {
      const auto indent = indents[next];
      auto clause = std::move(clauses[next++]);
      const bool more = next < clauses.size() && indents[next] > indent && holds_lines(clause);
      if (more && depth == deepest) {
        complaints.too_deep(clauses[next].keyword_span.begin, diagnostics::Kind::groups_too_deep, deepest);
        while (next < clauses.size() && indents[next] > indent) ++next;
      } else if (more) {
        auto parts = deeper_than(indent, depth + 1);
        for (const auto& part : parts) clause.span = join(clause.span, part.span);
        clause.parts.insert(clause.parts.end(), std::make_move_iterator(parts.begin()),
                            std::make_move_iterator(parts.end()));
      }
      result.push_back(std::move(clause));
    }
    return result;
  }
};

}  // namespace

std::vector<Clause> nested(std::vector<Clause> clauses, const std::vector<std::uint32_t>& indents,
                           Complaints& complaints) {
  Lines lines{std::move(clauses), indents, complaints};
  return lines.deeper_than(-1, 1);
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
