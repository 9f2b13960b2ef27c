// SPDX-License-Identifier: Apache-2.0
#include "diagnostics/kinds.hpp"
#include "typed/declare.hpp"

namespace tdkt::typed {

namespace {

// `unit`, `unit per indicator`: what may stand after the `of`.
struct Owner {
  EntityId of;
  std::optional<EntityId> per;
};
std::optional<Owner> owner(const Build& build, const Item& item, const Sentence& words) {
  if (const auto entity = entity_named(build, words)) return Owner{*entity, std::nullopt};
  for (std::size_t i = 1; i < words.words.size(); ++i) {
    const auto end = end_of(Keyword::per, words, i, item);
    if (end == i) continue;
    const auto of = entity_named(build, syntax::part_of(words, 0, i));
    const auto per = entity_named(build, after(words, end));
    if (of && per) return Owner{*of, per};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Owned> owned(Build& build, const Item& item, const Sentence& words) {
  std::optional<std::size_t> last_of;
  for (std::size_t i = words.words.size(); i-- > 1;) {
    const auto end = end_of(Keyword::of_, words, i, item);
    if (end == i) continue;
    if (!last_of) last_of = i;
    if (const auto found = owner(build, item, after(words, end)))
      return Owned{syntax::part_of(words, 0, i), found->of, found->per};
  }
  if (!last_of) {
    report(build, item, Kind::owner_missing, words.empty() ? item.header().span : words.span,
           {text_of(words)});
    return std::nullopt;
  }
  auto rest = after(words, end_of(Keyword::of_, words, *last_of, item));
  for (std::size_t i = 1; i < rest.words.size(); ++i) {
    const auto end = end_of(Keyword::per, rest, i, item);
    if (end == i) continue;
    const auto of = syntax::part_of(rest, 0, i);
    rest = entity_named(build, of) ? after(rest, end) : of;
    break;
  }
  report_no_entity(build, item, rest);
  return std::nullopt;
}

}  // namespace tdkt::typed
